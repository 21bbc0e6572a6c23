#include "sim/geometry/polygon.hpp"
#include "sim/scenario/areas.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_limits.hpp"
#include "sim/walkable/stair_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace stairwise {
namespace {

// An area of a storey that a person may stand in.
struct Ground {
    Polygon polygon;
    Box box;
};
Ground groundOf(Polygon polygon)
{
    const Box box = boxOf(polygon.outer);
    return {std::move(polygon), box};
}
bool covers(const Ground& ground, Point point)
{
    const bool near = point.x >= ground.box.low.x && point.x <= ground.box.high.x && point.y >= ground.box.low.y &&
                      point.y <= ground.box.high.y;
    return near && sideOf(ground.polygon, point) != Side::Outside;
}

// The names of a school, by kind.
struct Index {
    explicit Index(const School& school);
    std::map<std::string_view, const Door*> doors; // gates are no doors
    std::map<std::string_view, const Stair*> stairs;
    std::set<std::string_view> classes;
    std::set<int> grades;
    std::map<std::string_view, std::vector<Ground>> storeys; // "": the grounds
};

Index::Index(const School& school)
{
    for (const Space& space : school.grounds.spaces) storeys[""].push_back(groundOf(space.polygon));
    for (const Building& building : school.buildings) {
        for (const auto& storey : building.storeys) {
            auto& grounds = storeys[storey->id.value];
            for (const Space& space : storey->spaces) grounds.push_back(groundOf(space.polygon));
            for (const Door& door : storey->doors) doors[door.id.value] = &door;
        }
        for (const Stair& stair : building.stairs) {
            stairs[stair.id.value] = &stair;
            for (const StoreyId& storey : stair.storeys)
                storeys[storey.value].push_back(groundOf({footprintOf(stair), {}}));
        }
    }
    for (const SchoolClass& schoolClass : school.classes) {
        classes.insert(schoolClass.id.value);
        grades.insert(schoolClass.grade);
    }
}

// Walks over the scenario in the order of its file and keeps the first fault.
class CaseCheck {
public:
    CaseCheck(const Scenario& scenario, const School& school, const std::string& name)
        : scenario_(scenario), school_(school), name_(name), index_(school)
    {
    }
    [[nodiscard]] Done result() &&
    {
        if (fault_) return std::move(*fault_);
        return done();
    }
    void destination();
    void profiles();
    void releases();
    void events();
    void wardens();
    void lines();
    void people();
    void headCount();

private:
    void refuse(std::string place, Message what, Message mend)
    {
        if (!fault_) fault_ = Fault{name_, std::move(place), std::move(what), std::move(mend)};
    }
    void rule(const std::string& place, const Release& release);
    void passable(const std::string& place, const DoorId& id);
    void passable(const std::string& place, const StairId& id);
    const Door* door(const std::string& place, const DoorId& id);
    void stair(const std::string& place, const StairId& id);
    void storey(const std::string& place, const StoreyId& id);
    void schoolClass(const std::string& place, const ClassId& id);
    void fall(const std::string& place, const Event& event);
    void surface(const std::string& place, const std::string& element);
    void landing(const std::string& place, const StairId& stair, const StoreyId& storey);

    const Scenario& scenario_;
    const School& school_;
    const std::string& name_;
    Index index_;
    std::set<std::string_view> lines_;
    std::optional<Fault> fault_;
};

const Door* CaseCheck::door(const std::string& place, const DoorId& id)
{
    const auto found = index_.doors.find(id.value);
    if (found != index_.doors.end()) return found->second;
    refuse(place, {"scenario.no_such_door", {id.value}}, {"scenario.no_such.mend", {id.value}});
    return nullptr;
}

void CaseCheck::stair(const std::string& place, const StairId& id)
{
    if (!index_.stairs.contains(id.value))
        refuse(place, {"scenario.no_such_stair", {id.value}}, {"scenario.no_such.mend", {id.value}});
}

void CaseCheck::storey(const std::string& place, const StoreyId& id)
{
    if (!id.none() && !index_.storeys.contains(id.value))
        refuse(place, {"scenario.no_such_storey", {id.value}}, {"scenario.no_such.mend", {id.value}});
}

void CaseCheck::schoolClass(const std::string& place, const ClassId& id)
{
    if (!index_.classes.contains(id.value))
        refuse(place, {"scenario.no_such_class", {id.value}}, {"scenario.no_such.mend", {id.value}});
}

// A door that is locked, or shut from the start, and that no event ever opens.
void CaseCheck::passable(const std::string& place, const DoorId& id)
{
    const Door* found = door(place, id);
    if (found == nullptr) return;
    const auto has = [&](EventKind kind, double until) {
        return std::ranges::any_of(scenario_.events, [&](const Event& event) {
            return event.door == id && event.kind == kind && event.time <= until;
        });
    };
    const bool shut = found->state == DoorState::Locked || has(EventKind::Shut, 0.0);
    if (shut && !has(EventKind::Open, scenario_.timeLimit))
        refuse(place, {"scenario.route_through_locked", {id.value}},
               {"scenario.route_through_locked.mend", {id.value}});
}

void CaseCheck::passable(const std::string& place, const StairId& id)
{
    stair(place, id);
    const auto has = [&](EventKind kind, double until) {
        return std::ranges::any_of(scenario_.events, [&](const Event& event) {
            return event.stair == id && event.kind == kind && event.time <= until;
        });
    };
    if (has(EventKind::Shut, 0.0) && !has(EventKind::Open, scenario_.timeLimit))
        refuse(place, {"scenario.route_over_shut_stair", {id.value}},
               {"scenario.route_over_shut_stair.mend", {id.value}});
}

void CaseCheck::destination()
{
    if (scenario_.destination == Destination::Assembly && school_.grounds.assemblyAreas.empty())
        refuse("destination", {"scenario.no_assembly_area", {}}, {"scenario.no_assembly_area.mend", {}});
    if (scenario_.destination == Destination::Gate && school_.grounds.gates.empty())
        refuse("destination", {"scenario.no_gate", {}}, {"scenario.no_gate.mend", {}});
}

void CaseCheck::profiles()
{
    std::set<int> seen;
    for (std::size_t i = 0; i < scenario_.profiles.size(); ++i)
        for (const int grade : scenario_.profiles[i].grades)
            if (!seen.insert(grade).second)
                refuse(fmt::format("profiles[{}].grades", i), {"scenario.grade_twice", {fmt::to_string(grade)}},
                       {"scenario.grade_twice.mend", {}});
}

void CaseCheck::releases()
{
    for (std::size_t i = 0; i < scenario_.releases.size(); ++i) {
        const Release& release = scenario_.releases[i];
        const std::string place = fmt::format("releases[{}]", i);
        for (std::size_t j = 0; j < release.classes.size(); ++j)
            schoolClass(fmt::format("{}.classes[{}]", place, j), release.classes[j]);
        for (std::size_t j = 0; j < release.grades.size(); ++j)
            if (!index_.grades.contains(release.grades[j]))
                refuse(fmt::format("{}.grades[{}]", place, j),
                       {"scenario.no_class_of_grade", {fmt::to_string(release.grades[j])}},
                       {"scenario.no_class_of_grade.mend", {}});
        rule(place + ".rule", release);
    }
}

void CaseCheck::rule(const std::string& place, const Release& release)
{
    const RouteRule& given = release.rule;
    for (std::size_t i = 0; i < given.stairs.size(); ++i)
        passable(fmt::format("{}.stairs[{}]", place, i), given.stairs[i]);
    for (std::size_t i = 0; i < given.exits.size(); ++i) {
        const std::string at = fmt::format("{}.exits[{}]", place, i);
        const Door* exit = door(at, given.exits[i]);
        if (exit != nullptr && !exit->exit)
            refuse(at, {"scenario.not_an_exit", {given.exits[i].value}}, {"scenario.not_an_exit.mend", {}});
        passable(at, given.exits[i]);
    }
    for (std::size_t i = 0; i < given.doors.size(); ++i)
        passable(fmt::format("{}.doors[{}]", place, i), given.doors[i]);
}

void CaseCheck::fall(const std::string& place, const Event& event)
{
    storey(place + ".storey", event.storey);
    const auto outside = [&] {
        refuse(place + ".at", {"scenario.fall_outside", {fmt::format("[{}, {}]", event.at->x, event.at->y)}},
               {"scenario.fall_outside.mend", {}});
    };
    if (event.on.empty()) {
        const auto& grounds = index_.storeys[event.storey.value];
        if (std::ranges::none_of(grounds, [&](const Ground& ground) { return covers(ground, *event.at); })) outside();
        return;
    }
    const auto area = areaNamed(school_, event.on);
    if (area && event.at && sideOf(*area, *event.at) == Side::Outside) outside();
}

void CaseCheck::surface(const std::string& place, const std::string& element)
{
    if (!areaNamed(school_, element))
        refuse(place, {"scenario.no_such_surface", {element}}, {"scenario.no_such_surface.mend", {}});
}

void CaseCheck::events()
{
    for (std::size_t i = 0; i < scenario_.events.size(); ++i) {
        const Event& event = scenario_.events[i];
        const std::string place = fmt::format("events[{}]", i);
        if (!event.door.none()) door(place + ".door", event.door);
        if (!event.stair.none()) stair(place + ".stair", event.stair);
        if (!event.on.empty()) surface(place + ".on", event.on);
        if (event.kind == EventKind::Fall) fall(place, event);
    }
}

// A stair that is there and serves the storey.
void CaseCheck::landing(const std::string& place, const StairId& id, const StoreyId& on)
{
    stair(place, id);
    const auto found = index_.stairs.find(id.value);
    if (found == index_.stairs.end() || std::ranges::count(found->second->storeys, on) > 0) return;
    refuse(place, {"scenario.stair_not_there", {id.value, on.value}}, {"scenario.stair_not_there.mend", {}});
}

void CaseCheck::wardens()
{
    for (std::size_t i = 0; i < scenario_.wardens.size(); ++i) {
        const Warden& warden = scenario_.wardens[i];
        const std::string place = fmt::format("wardens[{}]", i);
        storey(place + ".storey", warden.storey);
        landing(place + ".stair", warden.stair, warden.storey);
        if (warden.task == WardenTask::Send) landing(place + ".toStair", warden.toStair, warden.storey);
        if (warden.task == WardenTask::Send && warden.toStair == warden.stair)
            refuse(place + ".toStair", {"scenario.sent_nowhere", {}}, {"scenario.sent_nowhere.mend", {}});
        for (std::size_t j = 0; j < warden.classes.size(); ++j)
            schoolClass(fmt::format("{}.classes[{}]", place, j), warden.classes[j]);
        const bool looksDown = warden.task == WardenTask::Meter || warden.task == WardenTask::Files;
        const auto found = index_.stairs.find(warden.stair.value);
        if (looksDown && found != index_.stairs.end() && found->second->storeys.front() == warden.storey)
            refuse(place + ".storey", {"scenario.nothing_below", {warden.stair.value}},
                   {"scenario.nothing_below.mend", {}});
    }
}

void CaseCheck::lines()
{
    for (std::size_t i = 0; i < scenario_.lines.size(); ++i) {
        const RemovalLine& line = scenario_.lines[i];
        const std::string place = fmt::format("lines[{}]", i);
        storey(place + ".storey", line.storey);
        if (!lines_.insert(line.id).second)
            refuse(place + ".id", {"scenario.id_twice", {line.id}}, {"scenario.id_twice.mend", {}});
    }
}

void CaseCheck::people()
{
    for (std::size_t i = 0; i < scenario_.people.size() && !fault_; ++i) {
        const ListedPerson& person = scenario_.people[i];
        const auto place = [i](std::string_view key) { return fmt::format("people[{}].{}", i, key); };
        storey(place("storey"), person.storey);
        const auto& grounds = index_.storeys[person.storey.value];
        if (std::ranges::none_of(grounds, [&](const Ground& ground) { return covers(ground, person.at); }))
            refuse(place("at"), {"scenario.person_outside", {fmt::format("[{}, {}]", person.at.x, person.at.y)}},
                   {"scenario.person_outside.mend", {}});
        if (!person.exit.none()) passable(place("exit"), person.exit);
        if (!person.line.empty() && !lines_.contains(person.line))
            refuse(place("line"), {"scenario.no_such_line", {person.line}}, {"scenario.no_such.mend", {person.line}});
    }
}

// Before a run sets aside memory for them.
void CaseCheck::headCount()
{
    double count = static_cast<double>(scenario_.people.size());
    if (scenario_.classesPresent) {
        for (const SchoolClass& schoolClass : school_.classes) count += schoolClass.pupils;
        for (const Staff& staff : school_.staff) count += staff.place.none() ? 0.0 : 1.0;
    }
    for (const Fill& fill : scenario_.fills) {
        const auto counts = [&fill](const Space& space) {
            return fill.kinds.empty() ? space.kind != SpaceKind::Outdoor
                                      : std::ranges::count(fill.kinds, space.kind) > 0;
        };
        const auto add = [&](const std::vector<Space>& spaces) {
            for (const Space& space : spaces)
                if (counts(space)) count += fill.density * area(space.polygon);
        };
        add(school_.grounds.spaces);
        for (const Building& building : school_.buildings)
            for (const auto& inside : building.storeys) add(inside->spaces);
    }
    if (count > kMostPeople)
        refuse(scenario_.fills.empty() ? "people" : "fills",
               {"scenario.too_many_people", {fmt::format("{:.0f}", count)}},
               {"scenario.too_many_people.mend", {fmt::to_string(kMostPeople)}});
}

}

Done checkAgainst(const Scenario& scenario, const School& school, const std::string& name)
{
    CaseCheck check(scenario, school, name);
    check.destination();
    check.profiles();
    check.releases();
    check.events();
    check.wardens();
    check.lines();
    check.people();
    check.headCount();
    return std::move(check).result();
}

}
