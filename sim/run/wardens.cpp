#include "sim/run/happenings.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace stairwise {
namespace {

constexpr double kEndless = 1e9; // s

Guard::Task taskOf(WardenTask task)
{
    switch (task) {
    case WardenTask::Hold:
        return Guard::Task::Hold;
    case WardenTask::Meter:
        return Guard::Task::Meter;
    case WardenTask::Send:
        return Guard::Task::Send;
    case WardenTask::Files:
        break;
    }
    return Guard::Task::Files;
}

// The rise that comes up to a storey from below; 0: none. Flights are drawn on the plan of their lower storey.
int riseBelow(const Walkable& walkable, const StairId& stair, const StoreyId& storey)
{
    int topmost = 0;
    for (const Surface& surface : walkable.surfaces) {
        if (surface.kind != SurfaceKind::Flight || surface.stair != stair) continue;
        if (surface.storey == storey) return surface.rise - 1;
        topmost = std::max(topmost, surface.rise);
    }
    return topmost;
}

// The flights of the rise below; the stair's own landing stands before the topmost of them.
std::vector<Guard::Flight> flightsBelow(const Warden& warden, const Walkable& walkable)
{
    const int below = riseBelow(walkable, warden.stair, warden.storey);
    std::vector<Guard::Flight> flights;
    std::size_t topmost = 0;
    SurfaceIndex landing = kNowhere;
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Surface& surface = walkable.surfaces[s];
        if (surface.stair != warden.stair) continue;
        if (surface.kind == SurfaceKind::FloorLanding && surface.rise == below + 1) landing = s;
        if (surface.kind != SurfaceKind::Flight || surface.rise != below) continue;
        flights.push_back({s, area(surface.area), kNowhere});
        if (surface.flight > walkable.surfaces[flights[topmost].surface].flight) topmost = flights.size() - 1;
    }
    if (!flights.empty()) flights[topmost].landing = landing;
    return flights;
}

void addPlaces(Guard& guard, const Warden& warden, const Walkable& walkable, const Network& network)
{
    guard.flights = flightsBelow(warden, walkable);
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s)
        if (walkable.surfaces[s].stair == warden.stair) guard.stair.push_back(s);
    const auto onStair = [&](SurfaceIndex s) { return s != kNowhere && walkable.surfaces[s].stair == warden.stair; };
    for (PassageIndex p = 0; p < network.passages.size(); ++p) {
        const auto [from, to] = std::pair{network.passages[p].from, network.passages[p].to};
        if (from == kNowhere || onStair(from) || !onStair(to)) continue;
        if (walkable.surfaces[from].storey == warden.storey) guard.entries.push_back(p);
    }
}

// A class teacher minds what the class is told.
std::vector<std::uint8_t> whomOf(const Warden& warden, const std::vector<Person>& persons)
{
    if (warden.classes.empty()) return {};
    const auto named = [&](const Person& person) {
        return std::ranges::count(warden.classes, ClassId{person.group}) > 0;
    };
    std::set<std::size_t> classes;
    for (const Person& person : persons)
        if (person.schoolClass && named(person)) classes.insert(*person.schoolClass);
    std::vector<std::uint8_t> whom;
    for (const Person& person : persons)
        whom.push_back(person.schoolClass && classes.contains(*person.schoolClass) ? 1 : 0);
    return whom;
}

}

void addGuards(CrowdDef& def, const Scenario& scenario, const std::vector<Person>& persons)
{
    const std::size_t wishes = def.wishes.size();
    for (const Warden& warden : scenario.wardens) {
        Guard guard;
        guard.task = taskOf(warden.task);
        guard.from = warden.from;
        guard.to = warden.to.value_or(kEndless);
        guard.density = warden.density;
        guard.share = warden.share;
        guard.whom = whomOf(warden, persons);
        addPlaces(guard, warden, *def.walkable, *def.network);
        for (std::size_t w = 0; guard.task == Guard::Task::Send && w < wishes; ++w) {
            Wish other = def.wishes[w];
            other.rule.stairs = {warden.toStair};
            guard.sentTo.push_back(static_cast<std::uint32_t>(def.wishes.size()));
            def.wishes.push_back(std::move(other));
        }
        def.guards.push_back(std::move(guard));
    }
}

bool somebodyHolds(const Scenario& scenario, double time)
{
    return std::ranges::any_of(scenario.wardens, [&](const Warden& warden) {
        return warden.task == WardenTask::Hold && warden.from <= time && time < warden.to.value_or(0.0);
    });
}

}
