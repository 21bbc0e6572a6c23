#include "sim/validate/experiments.hpp"

namespace stairwise {

std::vector<Trial> experimentTrials()
{
    return {openCorridorTrial(), bottleneckTrial(),   singleFileTrial(),    closedCorridorTrial(), stairsDownTrial(),
            stairsUpTrial(),     childrenDownTrial(), doorByGradeTrial(),   mergingTrial(),        bidirectionalTrial(),
            cornerTrial(),       junctionTrial(),     wideBottleneckTrial()};
}

}
