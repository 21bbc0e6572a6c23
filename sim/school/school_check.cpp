#include "sim/school/school_check.hpp"

#include "sim/base/steady_math.hpp"
#include "sim/school/door_place.hpp"
#include "sim/school/school_limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

namespace stairwise {
namespace {

using Names = std::set<std::string_view>;

// Walks over the school in the order of its file and keeps the first fault.
class SchoolCheck {
public:
    SchoolCheck(const School& school, const std::string& name) : school_(school), name_(name) {}
    [[nodiscard]] Done result() &&
    {
        if (fault_) return std::move(*fault_);
        return done();
    }
    void ids();
    void storeys();
    void stairs();
    void grounds();
    void people();
    void guesses();

private:
    void refuse(std::string place, Message what, Message mend)
    {
        if (!fault_) fault_ = Fault{name_, std::move(place), std::move(what), std::move(mend)};
    }
    template <class Things> void idsOf(const std::string& list, const Things& things, Names* kind = nullptr);
    void doors(const std::string& place, const Storey& storey);
    void storeysOf(const std::string& place, const Building& building, const Stair& stair);
    void stepsOf(const std::string& place, const Stair& stair);
    void landingsOf(const std::string& place, const Stair& stair);
    void known(const std::string& place, const std::string& id, const Names& kind, const Message& what);
    void wideEnough(const std::string& place, const Segment& at, std::int32_t clearWidth);

    const School& school_;
    const std::string& name_;
    std::optional<Fault> fault_;
    Names all_;
    Names spaces_;
    Names classes_;
    Names staff_;
};

template <class Things> void SchoolCheck::idsOf(const std::string& list, const Things& things, Names* kind)
{
    for (std::size_t i = 0; i < things.size(); ++i) {
        const std::string& id = things[i].id.value;
        if (!all_.insert(id).second)
            refuse(fmt::format("{}[{}].id", list, i), {"school.id_twice", {id}}, {"school.id_twice.mend", {}});
        if (kind != nullptr) kind->insert(id);
    }
}

void SchoolCheck::ids()
{
    for (std::size_t b = 0; b < school_.buildings.size(); ++b) {
        const Building& building = school_.buildings[b];
        const std::string place = fmt::format("buildings[{}]", b);
        if (!all_.insert(building.id.value).second)
            refuse(place + ".id", {"school.id_twice", {building.id.value}}, {"school.id_twice.mend", {}});
        for (std::size_t s = 0; s < building.storeys.size(); ++s) {
            const Storey& storey = *building.storeys[s];
            const std::string inner = fmt::format("{}.storeys[{}]", place, s);
            if (!all_.insert(storey.id.value).second)
                refuse(inner + ".id", {"school.id_twice", {storey.id.value}}, {"school.id_twice.mend", {}});
            idsOf(inner + ".spaces", storey.spaces, &spaces_);
            idsOf(inner + ".doors", storey.doors);
            idsOf(inner + ".obstacles", storey.obstacles);
            idsOf(inner + ".equipment", storey.equipment);
        }
        idsOf(place + ".stairs", building.stairs);
    }
    idsOf("grounds.spaces", school_.grounds.spaces, &spaces_);
    idsOf("grounds.gates", school_.grounds.gates);
    idsOf("grounds.assemblyAreas", school_.grounds.assemblyAreas);
    idsOf("grounds.obstacles", school_.grounds.obstacles);
    idsOf("grounds.equipment", school_.grounds.equipment);
    idsOf("classes", school_.classes, &classes_);
    idsOf("staff", school_.staff, &staff_);
}

// Exact: clearWidth ≤ length of `at`.
void SchoolCheck::wideEnough(const std::string& place, const Segment& at, std::int32_t clearWidth)
{
    const std::int64_t dx = std::int64_t{at.b.x} - at.a.x;
    const std::int64_t dy = std::int64_t{at.b.y} - at.a.y;
    const std::int64_t square = dx * dx + dy * dy;
    if (std::int64_t{clearWidth} * clearWidth <= square) return;
    const auto length = static_cast<std::int64_t>(steady::sqrt(static_cast<double>(square)));
    refuse(place + ".clearWidth", {"school.wider_than_its_place", {fmt::to_string(clearWidth), fmt::to_string(length)}},
           {"school.wider_than_its_place.mend", {}});
}

void SchoolCheck::doors(const std::string& place, const Storey& storey)
{
    for (std::size_t i = 0; i < storey.doors.size(); ++i) {
        const Door& door = storey.doors[i];
        const std::string at = fmt::format("{}.doors[{}]", place, i);
        wideEnough(at, door.at, door.clearWidth);
        if (!standsOnWall(school_, storey, door))
            refuse(at + ".at", {"school.door_on_no_wall", {door.id.value}},
                   {"school.door_on_no_wall.mend", {fmt::to_string(kThickestWall)}});
    }
}

void SchoolCheck::storeys()
{
    for (std::size_t b = 0; b < school_.buildings.size(); ++b) {
        const auto& storeys = school_.buildings[b].storeys;
        for (std::size_t s = 0; s < storeys.size(); ++s) {
            const std::string place = fmt::format("buildings[{}].storeys[{}]", b, s);
            const bool higher = s == 0 || storeys[s]->elevation > storeys[s - 1]->elevation;
            const bool later = s == 0 || storeys[s]->number > storeys[s - 1]->number;
            if (!higher)
                refuse(place + ".elevation", {"school.storeys_not_ascending", {storeys[s]->id.value}},
                       {"school.storeys_not_ascending.mend", {}});
            if (!later)
                refuse(place + ".number", {"school.storeys_not_ascending", {storeys[s]->id.value}},
                       {"school.storeys_not_ascending.mend", {}});
            doors(place, *storeys[s]);
        }
    }
}

void SchoolCheck::stairs()
{
    for (std::size_t b = 0; b < school_.buildings.size(); ++b) {
        const Building& building = school_.buildings[b];
        for (std::size_t i = 0; i < building.stairs.size(); ++i) {
            const std::string place = fmt::format("buildings[{}].stairs[{}]", b, i);
            storeysOf(place, building, building.stairs[i]);
            stepsOf(place, building.stairs[i]);
            landingsOf(place, building.stairs[i]);
        }
    }
}

// Each storey of the stair stands in its building, each higher than the one before.
void SchoolCheck::storeysOf(const std::string& place, const Building& building, const Stair& stair)
{
    if (stair.storeys.size() < 2)
        refuse(place + ".storeys", {"school.stair_needs_two_storeys", {fmt::to_string(stair.storeys.size())}},
               {"school.stair_needs_two_storeys.mend", {}});
    auto next = building.storeys.begin();
    for (std::size_t i = 0; i < stair.storeys.size(); ++i) {
        const auto isIt = [&](const auto& storey) { return storey->id == stair.storeys[i]; };
        const std::string at = fmt::format("{}.storeys[{}]", place, i);
        if (std::ranges::none_of(building.storeys, isIt))
            refuse(at, {"school.no_such_storey", {stair.storeys[i].value}}, {"school.no_such_storey.mend", {}});
        next = std::find_if(next, building.storeys.end(), isIt);
        if (next == building.storeys.end()) {
            refuse(at, {"school.stair_storeys_not_ascending", {}}, {"school.stair_storeys_not_ascending.mend", {}});
            return;
        }
        ++next;
    }
}

// One list of flights a rise, as many flights as the kind of stair has.
void SchoolCheck::stepsOf(const std::string& place, const Stair& stair)
{
    const std::size_t rises = std::max<std::size_t>(stair.storeys.size(), 1) - 1;
    if (stair.steps.size() != rises)
        refuse(place + ".steps",
               {"school.steps_not_one_a_rise", {fmt::to_string(stair.steps.size()), fmt::to_string(rises)}},
               {"school.steps_not_one_a_rise.mend", {}});
    for (std::size_t i = 0; i < stair.steps.size(); ++i) {
        const std::string at = fmt::format("{}.steps[{}]", place, i);
        const std::string flights = fmt::to_string(stair.steps[i].size());
        if (stair.kind == StairKind::Straight && stair.steps[i].empty())
            refuse(at, {"school.flights_of_straight", {flights}}, {"school.flights.mend", {}});
        if (stair.kind == StairKind::DogLeg && stair.steps[i].size() != 2)
            refuse(at, {"school.flights_of_dog_leg", {flights}}, {"school.flights.mend", {}});
        if (stair.kind == StairKind::ThreeFlight && stair.steps[i].size() != 3)
            refuse(at, {"school.flights_of_three_flight", {flights}}, {"school.flights.mend", {}});
    }
}

// A stair that turns needs a landing to turn on; the middle flight of three needs a well to run over.
void SchoolCheck::landingsOf(const std::string& place, const Stair& stair)
{
    if (stair.kind != StairKind::Straight && stair.halfLandingDepth == 0)
        refuse(place + ".halfLandingDepth", {"school.no_half_landing", {}}, {"school.no_half_landing.mend", {}});
    if (stair.kind == StairKind::ThreeFlight && stair.well == 0)
        refuse(place + ".well", {"school.no_well", {}}, {"school.no_well.mend", {}});
}

void SchoolCheck::known(const std::string& place, const std::string& id, const Names& kind, const Message& what)
{
    if (!id.empty() && !kind.contains(id)) refuse(place, what, {"school.no_such.mend", {id}});
}

void SchoolCheck::grounds()
{
    const auto& gates = school_.grounds.gates;
    for (std::size_t i = 0; i < gates.size(); ++i)
        wideEnough(fmt::format("grounds.gates[{}]", i), gates[i].at, gates[i].clearWidth);
    const auto& areas = school_.grounds.assemblyAreas;
    for (std::size_t i = 0; i < areas.size(); ++i)
        for (std::size_t j = 0; j < areas[i].classes.size(); ++j) {
            const std::string& id = areas[i].classes[j].value;
            known(fmt::format("grounds.assemblyAreas[{}].classes[{}]", i, j), id, classes_,
                  {"school.no_such_class", {id}});
        }
}

void SchoolCheck::people()
{
    std::int64_t count = 0;
    for (std::size_t i = 0; i < school_.classes.size(); ++i) {
        const SchoolClass& schoolClass = school_.classes[i];
        const std::string place = fmt::format("classes[{}]", i);
        known(place + ".homeroom", schoolClass.homeroom.value, spaces_,
              {"school.no_such_space", {schoolClass.homeroom.value}});
        known(place + ".teacher", schoolClass.teacher.value, staff_,
              {"school.no_such_staff", {schoolClass.teacher.value}});
        if (schoolClass.assistedPupils > schoolClass.pupils)
            refuse(place + ".assistedPupils",
                   {"school.more_assisted_than_pupils",
                    {fmt::to_string(schoolClass.assistedPupils), fmt::to_string(schoolClass.pupils)}},
                   {"school.more_assisted_than_pupils.mend", {}});
        count += schoolClass.pupils;
        if (count > kMostPeople)
            refuse(place + ".pupils", {"school.too_many_people", {fmt::to_string(count)}},
                   {"school.too_many_people.mend", {fmt::to_string(kMostPeople)}});
    }
    for (std::size_t i = 0; i < school_.staff.size(); ++i) {
        const Staff& staff = school_.staff[i];
        known(fmt::format("staff[{}].place", i), staff.place.value, spaces_,
              {"school.no_such_space", {staff.place.value}});
        if (++count > kMostPeople)
            refuse(fmt::format("staff[{}]", i), {"school.too_many_people", {fmt::to_string(count)}},
                   {"school.too_many_people.mend", {fmt::to_string(kMostPeople)}});
    }
}

void SchoolCheck::guesses()
{
    for (std::size_t i = 0; i < school_.guesses.size(); ++i) {
        const std::string& element = school_.guesses[i].element;
        known(fmt::format("guesses[{}].element", i), element, all_, {"school.no_such_element", {element}});
    }
}

}

Done checkSchool(const School& school, const std::string& name)
{
    SchoolCheck check(school, name);
    check.ids();
    check.storeys();
    check.stairs();
    check.grounds();
    check.people();
    check.guesses();
    return std::move(check).result();
}

}
