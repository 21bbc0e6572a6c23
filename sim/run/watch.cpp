#include "sim/run/watch.hpp"

#include "sim/trace/pack.hpp"

namespace stairwise {
namespace {

// `lastTold` is a matter of who watches.
void packCounts(auto& way, auto& watch)
{
    way(watch.measures, watch.begun, watch.seconds, watch.agentSteps, watch.stepSeconds, watch.lastStir);
}

}

std::string stateOf(const Crowd& crowd, const Watch& watch)
{
    Packer way;
    way(crowd.state(), watch.tally.state(), watch.meter.state());
    packCounts(way, watch);
    return way.bytes();
}

bool restore(std::string_view state, Crowd& crowd, Watch& watch)
{
    std::string people, tally, meter;
    Unpacker way(state);
    way(people, tally, meter);
    packCounts(way, watch);
    return way.whole() && crowd.restore(people) && watch.tally.restore(tally) && watch.meter.restore(meter);
}

}
