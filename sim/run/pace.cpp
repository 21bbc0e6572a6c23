#include "sim/run/pace.hpp"

#include <algorithm>
#include <map>

namespace stairwise {

std::optional<LowerBound> boundOf(const Scenario& scenario, const Walkable& walkable, const Network& network,
                                  const Start& start)
{
    if (start.walkers.empty()) return std::nullopt;
    Pace pace;
    // One goal at a time: the people of one goal alone cannot be slower than all together.
    std::map<Goal, std::map<std::pair<SurfaceIndex, std::uint32_t>, Group>> goals;
    for (const Walker& walker : start.walkers) {
        pace.levelSpeed = std::max(pace.levelSpeed, walker.levelSpeed);
        pace.slopeSpeedDown = std::max(pace.slopeSpeedDown, walker.downSpeed);
        pace.slopeSpeedUp = std::max(pace.slopeSpeedUp, walker.upSpeed);
        const Wish& wish = start.wishes[walker.wish];
        // The clearance is taken at the building's exits, so the bound must be, too.
        const Goal goal = scenario.lines.empty() ? Goal{} : wish.goal;
        Group& group = goals[goal][{walker.surface, walker.wish}];
        group.earliest = group.people == 0.0 ? walker.start : std::min(group.earliest, walker.start);
        group.surface = walker.surface;
        group.people += 1.0;
        group.rule = wish.rule;
    }
    pace.doorFlow = modelDoorFlow(pace.levelSpeed);
    pace.stairFlow = modelStairFlow(std::max(pace.slopeSpeedDown, pace.slopeSpeedUp));
    std::optional<LowerBound> best;
    for (const auto& [goal, byPlace] : goals) {
        std::vector<Group> groups;
        for (const auto& [place, group] : byPlace) groups.push_back(group);
        auto bound = lowerBound(walkable, network, groups, goal, pace);
        if (!bound) return std::nullopt;
        if (!best || bound->seconds > best->seconds) best = std::move(bound);
    }
    return best;
}

}
