#include "sim/validate/experiments.hpp"

namespace stairwise {

std::vector<Trial> experimentTrials()
{
    return {openCorridorTrial(), bottleneckTrial(),    childrenDownTrial(),   mergingTrial(),    wholeDrillTrial(),
            replayTrial(),       singleFileTrial(),    closedCorridorTrial(), stairsDownTrial(), stairsUpTrial(),
            doorByGradeTrial(),  bidirectionalTrial(), cornerTrial(),         junctionTrial(),   wideBottleneckTrial()};
}

}
