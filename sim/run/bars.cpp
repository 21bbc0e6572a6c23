#include "sim/run/bars.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kSameTime = 1e-9; // seconds: steps add up with rounding

bool ofStair(const Walkable& walkable, SurfaceIndex surface, const StairId& stair)
{
    if (surface == kNowhere) return false;
    const Surface& part = walkable.surfaces[surface];
    const bool inside = part.kind == SurfaceKind::Flight || part.kind == SurfaceKind::HalfLanding;
    return inside && part.stair == stair;
}

bool concerns(const Event& event, const Walkable& walkable, const Network& network, PassageIndex passage)
{
    if (!event.door.none()) return walkable.portals[portalOf(passage)].door == event.door;
    const Passage& by = network.passages[passage];
    return ofStair(walkable, by.to, event.stair) && !ofStair(walkable, by.from, event.stair);
}

std::vector<Event> inTime(const Scenario& scenario)
{
    std::vector<Event> events = scenario.events;
    std::erase_if(events, [](const Event& event) { return !opensOrShuts(event); });
    std::ranges::stable_sort(events, {}, &Event::time);
    return events;
}

std::string nameOfBar(const Walkable& walkable, const Network& network, PassageIndex passage)
{
    const Portal& portal = walkable.portals[portalOf(passage)];
    if (!portal.door.none()) return portal.door.value;
    return walkable.surfaces[network.passages[passage].to].stair.value; // only doors and stairs are shut
}

}

Barred barredAt(const Walkable& walkable, const Network& network, const Scenario& scenario, double time)
{
    // Doors and stairs apart: an open door onto a stair that is shut leads nowhere, and the other way round.
    Barred doors = barredWith(network, {});
    Barred stairs(doors.size(), 0);
    for (const Event& event : inTime(scenario)) {
        if (event.time > time + kSameTime) break;
        Barred& meant = event.door.none() ? stairs : doors;
        for (PassageIndex p = 0; p < meant.size(); ++p)
            if (concerns(event, walkable, network, p)) meant[p] = event.kind == EventKind::Shut ? 1 : 0;
    }
    for (std::size_t p = 0; p < doors.size(); ++p) doors[p] = doors[p] != 0 || stairs[p] != 0 ? 1 : 0;
    return doors;
}

bool opensLater(const Scenario& scenario, double time)
{
    return std::ranges::any_of(scenario.events, [&](const Event& event) {
        return event.kind == EventKind::Open && event.time > time + kSameTime;
    });
}

bool eventDue(const Scenario& scenario, double time)
{
    return std::ranges::any_of(scenario.events, [&](const Event& event) {
        return opensOrShuts(event) && event.time <= time + kSameTime &&
               event.time > time - scenario.timeStep + kSameTime;
    });
}

std::string barOnTheWay(const Walkable& walkable, const Network& network, SurfaceIndex from, const Goal& goal,
                        const Barred& barred)
{
    const Barred open(barred.size(), 0);
    for (const PassageIndex passage : routeFrom(walkable, network, from, {}, goal, open))
        if (barred[passage] != 0) return nameOfBar(walkable, network, passage);
    return {};
}

}
