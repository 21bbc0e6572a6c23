#include "sim/stagger/plan_bound.hpp"

#include "sim/run/pace.hpp"
#include "sim/scenario/situation.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace stairwise {

void reckonBound(const PlanWalker& walker, const Scenario& scenario, StaggerResult& result)
{
    const auto note = [&](const StaggerPlan& plan) {
        for (const PlanRun& run : plan.runs) result.boundFlow = std::max(result.boundFlow, run.flow);
    };
    note(result.today);
    for (const StaggerPlan& plan : result.plans) note(plan);
    const Setting& setting = walker.setting();
    if (result.boundFlow <= 0.0 || setting.start.walkers.empty()) return;
    Pace pace;
    std::map<SurfaceIndex, Group> groups;
    for (std::size_t i = 0; i < setting.start.walkers.size(); ++i) {
        const Walker& one = setting.start.walkers[i];
        pace.levelSpeed = std::max(pace.levelSpeed, one.levelSpeed);
        pace.slopeSpeedDown = std::max(pace.slopeSpeedDown, one.downSpeed);
        pace.slopeSpeedUp = std::max(pace.slopeSpeedUp, one.upSpeed);
        Group& group = groups[one.surface];
        const double delay = one.start - setting.start.persons[i].released;
        group.earliest = group.people == 0.0 ? delay : std::min(group.earliest, delay);
        group.surface = one.surface;
        group.people += 1.0;
    }
    pace.doorFlow = modelDoorFlow(pace.levelSpeed);
    pace.stairFlow = result.boundFlow;
    std::vector<Group> list;
    for (const auto& [surface, group] : groups) list.push_back(group);
    const auto bound = lowerBound(setting.walkable, setting.network, list, Goal{}, pace);
    if (!bound) return;
    result.bound = coverOf(scenario) + bound->seconds;
    std::set<std::string> elements;
    for (const PassageIndex passage : bound->binding) {
        const SurfaceIndex from = setting.network.passages[passage].from;
        if (from != kNowhere) elements.insert(setting.walkable.surfaces[from].element);
    }
    result.binding.assign(elements.begin(), elements.end());
}

}
