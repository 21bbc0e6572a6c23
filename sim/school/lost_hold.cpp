#include "sim/school/lost_hold.hpp"

#include "sim/school/as_read.hpp"
#include "sim/school/door_place.hpp"
#include "sim/school/school_limits.hpp"

#include <algorithm>

namespace stairwise {
namespace {

// The flights of several rises in one: as many steps in all.
std::vector<int> joined(const Stair& stair, std::size_t from, std::size_t to)
{
    std::vector<int> flights;
    for (std::size_t rise = from; rise < to && rise < stair.steps.size(); ++rise) {
        const auto& more = stair.steps[rise];
        if (stair.kind == StairKind::Straight || flights.empty()) {
            flights.insert(flights.end(), more.begin(), more.end());
            continue;
        }
        for (std::size_t i = 0; i < std::min(flights.size(), more.size()); ++i)
            flights[i] = std::min(flights[i] + more[i], kMostStepsPerFlight);
    }
    return flights;
}

// The stair on those of its storeys that are kept.
void shorten(Stair& stair, const std::vector<std::size_t>& kept)
{
    std::vector<StoreyId> storeys;
    std::vector<std::vector<int>> steps;
    for (std::size_t k = 0; k < kept.size(); ++k) {
        storeys.push_back(stair.storeys[kept[k]]);
        if (k > 0) steps.push_back(joined(stair, kept[k - 1], kept[k]));
    }
    stair.storeys = std::move(storeys);
    stair.steps = std::move(steps);
}

// False: too few storeys are left to it.
bool keepsTwoStoreys(Stair& stair, const Building& building, const std::set<StoreyId>& known)
{
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < stair.storeys.size(); ++i) {
        const StoreyId& id = stair.storeys[i];
        const auto isIt = [&id](const auto& storey) { return storey->id == id; };
        if (std::ranges::any_of(building.storeys, isIt) || !known.contains(id)) kept.push_back(i);
    }
    if (kept.size() == stair.storeys.size()) return true;
    shorten(stair, kept);
    return kept.size() >= 2;
}

void letStairsGo(const School& before, School& school)
{
    std::set<StoreyId> known;
    for (const Building& building : before.buildings)
        for (const auto& storey : building.storeys) known.insert(storey->id);
    for (Building& building : school.buildings)
        std::erase_if(building.stairs, [&](Stair& stair) { return !keepsTwoStoreys(stair, building, known); });
}

void letReferencesGo(const Elements& before, const Elements& after, School& school)
{
    const auto gone = [&](const auto& id) { return !after.contains(id.value) && before.contains(id.value); };
    for (SchoolClass& schoolClass : school.classes) {
        if (gone(schoolClass.homeroom)) schoolClass.homeroom = {};
        if (gone(schoolClass.teacher)) schoolClass.teacher = {};
    }
    for (Staff& staff : school.staff)
        if (gone(staff.place)) staff.place = {};
    for (AssemblyArea& area : school.grounds.assemblyAreas) std::erase_if(area.classes, gone);
}

void letDoorsGo(const Elements& before, Draft& draft)
{
    School& school = draft.school();
    for (Building& building : school.buildings)
        for (auto& slot : building.storeys) {
            const Storey& storey = *slot;
            const auto lost = [&](const Door& door) {
                const bool stood = before.contains(door.id.value) && !draft.putDoors().contains(door.id);
                return stood && !standsOnWall(school, storey, door);
            };
            std::set<DoorId> all;
            for (const Door& door : storey.doors)
                if (lost(door)) all.insert(door.id);
            if (!all.empty())
                std::erase_if(draft.owned(slot).doors, [&all](const Door& door) { return all.contains(door.id); });
        }
}

bool sameThing(const Element& a, const Element& b)
{
    if (a.what.index() != b.what.index()) return false;
    return std::visit(
        [&b](const auto* thing) {
            return thing == std::get<decltype(thing)>(b.what) || *thing == *std::get<decltype(thing)>(b.what);
        },
        a.what);
}

bool sameValue(const JsonValue& a, const JsonValue& b)
{
    if (a.held.index() != b.held.index()) return false;
    if (const auto* list = a.as<JsonValue::List>())
        return std::ranges::equal(*list, *b.as<JsonValue::List>(), sameValue);
    if (const auto* object = a.as<JsonValue::Object>()) {
        const auto same = [](const JsonMember& p, const JsonMember& q) {
            return p.key == q.key && sameValue(p.value, q.value);
        };
        return std::ranges::equal(*object, *b.as<JsonValue::Object>(), same);
    }
    if (const auto* text = a.as<std::string>()) return *text == *b.as<std::string>();
    if (const auto* whole = a.as<std::int64_t>()) return *whole == *b.as<std::int64_t>();
    if (const auto* yes = a.as<bool>()) return *yes == *b.as<bool>();
    return true; // nothing of ours is a real number
}

bool sameMember(const JsonValue* a, const JsonValue* b)
{
    return a == nullptr || b == nullptr ? a == b : sameValue(*a, *b);
}

void letGuessesGo(const Elements& before, School& school)
{
    if (school.guesses.empty()) return;
    const Elements after = elementsOf(school);
    std::erase_if(school.guesses, [&](const Guess& guess) {
        const auto old = before.find(guess.element);
        const auto now = after.find(guess.element);
        if (old == before.end()) return false;
        if (now == after.end()) return true;
        if (sameThing(old->second, now->second)) return false;
        const JsonValue then = membersOf(old->second);
        const JsonValue here = membersOf(now->second);
        return !sameMember(memberOf(then, guess.field), memberOf(here, guess.field));
    });
}

}

void letGo(Draft& draft)
{
    School& school = draft.school();
    const Elements old = elementsOf(draft.base());
    letStairsGo(draft.base(), school);
    letDoorsGo(old, draft);
    letReferencesGo(old, elementsOf(school), school);
    letGuessesGo(old, school);
}

}
