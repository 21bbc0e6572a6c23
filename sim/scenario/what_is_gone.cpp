#include "sim/scenario/areas.hpp"
#include "sim/scenario/scenario_file.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace stairwise {
namespace {

struct Names {
    std::set<std::string_view> doors;
    std::set<std::string_view> stairs;
    std::set<std::string_view> storeys;
    std::set<std::string_view> classes;
    std::set<int> grades;
};

Names namesOf(const School& school)
{
    Names names;
    for (const Building& building : school.buildings) {
        for (const auto& storey : building.storeys) {
            names.storeys.insert(storey->id.value);
            for (const Door& door : storey->doors) names.doors.insert(door.id.value);
        }
        for (const Stair& stair : building.stairs) names.stairs.insert(stair.id.value);
    }
    for (const SchoolClass& schoolClass : school.classes) {
        names.classes.insert(schoolClass.id.value);
        names.grades.insert(schoolClass.grade);
    }
    return names;
}

template <class Ids> void keepKnown(Ids& ids, const std::set<std::string_view>& known)
{
    std::erase_if(ids, [&](const auto& id) { return !known.contains(id.value); });
}

// False: all that it named is gone.
bool keepKnown(Release& release, const Names& names)
{
    const bool everybody = release.classes.empty() && release.grades.empty();
    keepKnown(release.classes, names.classes);
    std::erase_if(release.grades, [&](int grade) { return !names.grades.contains(grade); });
    keepKnown(release.rule.stairs, names.stairs);
    keepKnown(release.rule.exits, names.doors);
    keepKnown(release.rule.doors, names.doors);
    const RouteRule& rule = release.rule;
    const bool free = rule.stairs.empty() && rule.exits.empty() && rule.doors.empty();
    if (release.choice == RouteChoice::Given && free) release.choice = RouteChoice::Nearest;
    return everybody || !release.classes.empty() || !release.grades.empty();
}

// False: the stair, the storey or all whom it minded are gone.
bool keepKnown(Warden& warden, const Names& names)
{
    const bool everybody = warden.classes.empty();
    keepKnown(warden.classes, names.classes);
    const bool sends = warden.task == WardenTask::Send;
    return names.stairs.contains(warden.stair.value) && names.storeys.contains(warden.storey.value) &&
           (!sends || names.stairs.contains(warden.toStair.value)) && (everybody || !warden.classes.empty());
}

bool isGone(const Event& event, const Names& names, const School& school)
{
    if (!event.on.empty()) return !areaNamed(school, event.on).has_value();
    if (event.at) return !event.storey.none() && !names.storeys.contains(event.storey.value);
    if (event.door.none() && event.stair.none()) return false; // light everywhere
    return event.door.none() ? !names.stairs.contains(event.stair.value) : !names.doors.contains(event.door.value);
}

}

Scenario withoutWhatIsGone(Scenario scenario, const School& school)
{
    const Names names = namesOf(school);
    std::erase_if(scenario.releases, [&](Release& release) { return !keepKnown(release, names); });
    std::erase_if(scenario.events, [&](const Event& event) { return isGone(event, names, school); });
    std::erase_if(scenario.wardens, [&](Warden& warden) { return !keepKnown(warden, names); });
    const auto onGoneStorey = [&](const StoreyId& id) { return !id.none() && !names.storeys.contains(id.value); };
    std::erase_if(scenario.lines, [&](const RemovalLine& line) { return onGoneStorey(line.storey); });
    std::erase_if(scenario.people, [&](const ListedPerson& person) { return onGoneStorey(person.storey); });
    for (ListedPerson& person : scenario.people) {
        if (!names.doors.contains(person.exit.value)) person.exit = {};
        if (std::ranges::find(scenario.lines, person.line, &RemovalLine::id) == scenario.lines.end()) person.line = {};
    }
    return scenario;
}

}
