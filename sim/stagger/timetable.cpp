#include "sim/stagger/timetable.hpp"

#include "sim/run/people.hpp"

#include <algorithm>
#include <set>

namespace stairwise {
namespace {

bool differs(const ClassSlot& before, const ClassSlot& after)
{
    const bool anyWay = before.way == ClassWay{}; // today nobody is told a way: being told one is no change of habit
    return before.time != after.time || (!anyWay && before.way != after.way);
}

RouteRule ruleOf(const ClassWay& way)
{
    RouteRule rule;
    if (!way.stair.none()) rule.stairs = {way.stair};
    if (!way.exit.none()) rule.exits = {way.exit};
    return rule;
}

}

Timetable timetableOf(const School& school, const Scenario& scenario)
{
    Timetable timetable;
    for (const SchoolClass& own : school.classes) {
        ClassSlot slot{own.id, 0.0, {}};
        if (const Release* release = releaseFor(scenario, &own); release != nullptr) {
            slot.time = release->time;
            slot.over = release->over;
            const RouteRule& rule = release->rule;
            const bool given = release->choice == RouteChoice::Given;
            if (given && rule.stairs.size() == 1) slot.way.stair = rule.stairs.front();
            if (given && rule.stairs.empty() && rule.exits.size() == 1) slot.way.exit = rule.exits.front();
        }
        timetable.push_back(slot);
    }
    return timetable;
}

Scenario withTimetable(const School& school, const Scenario& scenario, const Timetable& timetable)
{
    Scenario planned = scenario;
    std::set<ClassId> told;
    for (const ClassSlot& slot : timetable) told.insert(slot.id);
    std::erase_if(planned.releases, [&](const Release& release) { // of an older timetable
        const auto isTold = [&](const ClassId& id) { return told.contains(id); };
        return release.grades.empty() && !release.classes.empty() && std::ranges::all_of(release.classes, isTold);
    });
    for (std::size_t c = 0; c < school.classes.size() && c < timetable.size(); ++c) {
        const Release* before = releaseFor(scenario, &school.classes[c]);
        Release release = before != nullptr ? *before : Release{};
        release.classes = {school.classes[c].id};
        release.grades.clear();
        release.time = timetable[c].time;
        if (timetable[c].way != ClassWay{}) {
            release.choice = RouteChoice::Given;
            release.rule = ruleOf(timetable[c].way);
        }
        release.over = timetable[c].over;
        planned.releases.push_back(std::move(release));
    }
    return planned;
}

std::size_t changesBetween(const Timetable& before, const Timetable& after)
{
    std::size_t changes = 0;
    for (std::size_t c = 0; c < std::min(before.size(), after.size()); ++c)
        changes += differs(before[c], after[c]) ? 1 : 0;
    return changes;
}

}
