#include "sim/run/run.hpp"
#include "sim/run/setting.hpp"

namespace stairwise {

TraceHead traceHeadOf(const School& school, const Scenario& scenario, const Setting& setting)
{
    TraceHead head;
    head.school = school.name;
    head.scenario = scenario.name;
    head.seed = scenario.seed;
    head.engine = kEngineNumber;
    head.walkableHash = setting.walkable.hash.hex();
    for (const Surface& surface : setting.walkable.surfaces) {
        head.surfaces.push_back(surface.element);
        head.storeys.push_back(surface.storey.value);
    }
    const Start& start = setting.start;
    for (std::size_t i = 0; i < start.walkers.size(); ++i)
        head.people.push_back({start.persons[i].group, toMillimetres({start.walkers[i].radius, 0.0}).x});
    return head;
}

}
