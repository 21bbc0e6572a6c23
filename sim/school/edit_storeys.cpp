#include "sim/school/chinese_numerals.hpp"
#include "sim/school/door_place.hpp"
#include "sim/school/edits.hpp"
#include "sim/school/elements.hpp"
#include "sim/school/school_limits.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::int32_t kUsualHeight =
    3600; // mm, of a storey whose height nobody said; assumed: GB 50099 rooms of 3.1 m

int above(int number)
{
    return number == -1 ? 1 : number + 1; // there is no storey 0
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// 101 → 201, 1C → 2C: an id whose first sign is the storey's number.
std::string idAbove(const std::string& id, int from, int to)
{
    const std::string number = fmt::to_string(from);
    return id.starts_with(number) ? fmt::to_string(to) + id.substr(number.size()) : std::string{};
}

// 101 教室 → 201 教室, 一层大厅 → 二层大厅, F1 → F2; "1 号门" is called so on any storey.
std::string nameAbove(const std::string& name, int from, int to)
{
    constexpr std::size_t kRoomDigits = 2; // of a room's number on its storey: 101, 1201
    const std::string number = fmt::to_string(from);
    if (name.starts_with(number)) {
        std::size_t digits = number.size();
        while (digits < name.size() && isDigit(name[digits])) ++digits;
        const std::string_view rest = std::string_view(name).substr(digits);
        const bool storey =
            digits == number.size() && (rest.starts_with("层") || rest.starts_with("楼") || rest.starts_with("F"));
        if (storey || digits >= number.size() + kRoomDigits) return fmt::to_string(to) + name.substr(number.size());
    }
    for (const std::string_view unit : {"层", "楼"})
        if (const std::string prefix = chineseNumeral(from) + std::string(unit); from > 0 && name.starts_with(prefix))
            return chineseNumeral(to) + std::string(unit) + name.substr(prefix.size());
    return name;
}

std::string storeyNameAbove(const std::string& name, int from, int to)
{
    if (name == fmt::format("F{}", from)) return fmt::format("F{}", to);
    const std::string fresh = nameAbove(name, from, to);
    return fresh == name ? std::string{} : fresh;
}

// The new storey's own frame: the storey that stands there already, emptied, or a new one.
Storey frameAbove(const Building& building, const Storey& from, FreeIds& ids)
{
    const int number = above(from.number);
    for (const auto& storey : building.storeys)
        if (storey->number == number) {
            eachOnStorey(*storey, building,
                         [&ids](std::string_view id, const Element&) { ids.release(std::string(id)); });
            return {storey->id, storey->name, storey->number, storey->elevation, storey->height, {}, {}, {}, {}};
        }
    Storey fresh;
    const std::string old = fmt::to_string(from.number);
    const std::string& id = from.id.value;
    const std::string wish = id.ends_with(old) ? id.substr(0, id.size() - old.size()) + fmt::to_string(number) : "";
    fresh.id.value = !wish.empty() && ids.take(wish) ? wish : ids.like(id);
    fresh.name = storeyNameAbove(from.name, from.number, number);
    fresh.number = number;
    fresh.height = from.height;
    fresh.elevation = from.elevation + (from.height > 0 ? from.height : kUsualHeight);
    return fresh;
}

class Copier {
public:
    Copier(FreeIds& ids, int from, int to) : ids_(ids), from_(from), to_(to) {}
    template <class T> T copied(T thing) const
    {
        const std::string wish = idAbove(thing.id.value, from_, to_);
        thing.id.value = !wish.empty() && ids_.take(wish) ? wish : ids_.like(thing.id.value);
        return thing;
    }
    template <class T> T copiedWithName(const T& thing) const
    {
        T copy = copied(thing);
        copy.name = nameAbove(thing.name, from_, to_);
        return copy;
    }

private:
    FreeIds& ids_;
    int from_;
    int to_;
};

// As many steps as the rise needs, shared out over the flights; the last rise's own where they are as many.
std::vector<int> stepsFor(const Stair& stair, std::int32_t rise)
{
    std::vector<int> steps = stair.steps.back();
    int last = 0;
    for (const int flight : steps) last += flight;
    const int needed = (rise + stair.riser / 2) / std::max(stair.riser, 1);
    if (needed == last || steps.empty()) return steps;
    const int flights = static_cast<int>(steps.size());
    for (int i = 0; i < flights; ++i)
        steps[static_cast<std::size_t>(i)] =
            std::clamp(needed / flights + (i < needed % flights ? 1 : 0), kFewestStepsPerFlight, kMostStepsPerFlight);
    return steps;
}

std::vector<Stair> stairsTaller(const Building& building, const Storey& from, const Storey& to)
{
    std::vector<Stair> taller;
    for (Stair stair : building.stairs) {
        if (stair.storeys.empty() || stair.steps.empty() || stair.storeys.back() != from.id) continue;
        stair.storeys.push_back(to.id);
        stair.steps.push_back(stepsFor(stair, to.elevation - from.elevation));
        taller.push_back(std::move(stair));
    }
    return taller;
}

// Would the door stand, were the stairs that tall?
bool stands(const School& school, const std::vector<Stair>& taller, const Storey& storey, const Door& door)
{
    School with;
    with.grounds.spaces = school.grounds.spaces;
    with.buildings.push_back({{}, {}, {}, taller});
    for (const Building& building : school.buildings) with.buildings.push_back({{}, {}, {}, building.stairs});
    return standsOnWall(with, storey, door);
}

}

Edit storeyCopiedUp(const School& school, const StoreyId& from)
{
    Edit edit{{"edit.copy_storey_up", {}}, {}};
    const Building* building = buildingOf(school, from);
    const Storey* below = findStorey(school, from);
    if (building == nullptr || below == nullptr) return edit;
    FreeIds ids(school);
    Storey storey = frameAbove(*building, *below, ids);
    const Copier copier(ids, below->number, storey.number);
    for (const Space& space : below->spaces) storey.spaces.push_back(copier.copiedWithName(space));
    for (const Obstacle& obstacle : below->obstacles) storey.obstacles.push_back(copier.copied(obstacle));
    for (const Equipment& equipment : below->equipment) storey.equipment.push_back(copier.copied(equipment));
    const auto taller = stairsTaller(*building, *below, storey);
    for (const Door& door : below->doors)
        if (!door.exit && stands(school, taller, storey, door)) storey.doors.push_back(copier.copiedWithName(door));
    edit.changes.emplace_back(PutStorey{building->id, std::move(storey)});
    for (const Stair& stair : taller) edit.changes.emplace_back(PutStair{building->id, stair});
    return edit;
}

}
