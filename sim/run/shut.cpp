#include "sim/run/shut.hpp"

#include <algorithm>

namespace stairwise {

std::vector<PortalIndex> portalsShut(const Walkable& walkable, const Scenario& scenario, double time)
{
    std::vector<PortalIndex> shut;
    for (PortalIndex p = 0; p < walkable.portals.size(); ++p) {
        const Portal& portal = walkable.portals[p];
        bool barred = false;
        const auto ofStair = [&](SurfaceIndex s, const StairId& stair) {
            return s != kNowhere && walkable.surfaces[s].stair == stair &&
                   walkable.surfaces[s].kind == SurfaceKind::Flight;
        };
        for (const Event& event : scenario.events) {
            if (event.time > time + 1e-9) continue;
            const bool meant = !event.door.none() ? portal.door == event.door
                                                  : ofStair(portal.a, event.stair) || ofStair(portal.b, event.stair);
            if (meant) barred = event.kind == EventKind::Shut;
        }
        if (barred) shut.push_back(p);
    }
    return shut;
}

bool eventDue(const Scenario& scenario, double time)
{
    return std::ranges::any_of(scenario.events, [&](const Event& event) {
        return event.time <= time + 1e-9 && event.time > time - scenario.timeStep + 1e-9;
    });
}

}
