#pragma once

#include "sim/validate/trial.hpp"

namespace stairwise {

/// Against experiments, with the default parameters of the model.
[[nodiscard]] std::vector<Trial> experimentTrials();

[[nodiscard]] Trial openCorridorTrial();
[[nodiscard]] Trial bottleneckTrial();
[[nodiscard]] Trial singleFileTrial();
[[nodiscard]] Trial closedCorridorTrial();
[[nodiscard]] Trial stairsDownTrial();
[[nodiscard]] Trial stairsUpTrial();
[[nodiscard]] Trial childrenDownTrial();
[[nodiscard]] Trial doorByGradeTrial();
[[nodiscard]] Trial mergingTrial();
[[nodiscard]] Trial wholeDrillTrial();
[[nodiscard]] Trial replayTrial();
[[nodiscard]] Trial bidirectionalTrial();
[[nodiscard]] Trial cornerTrial();
[[nodiscard]] Trial junctionTrial();
[[nodiscard]] Trial wideBottleneckTrial();

}
