#pragma once

#include "sim/validate/trial.hpp"

namespace stairwise {

/// Against experiments, with the default parameters of the model.
[[nodiscard]] std::vector<Trial> experimentTrials();

[[nodiscard]] Trial openCorridorTrial();
[[nodiscard]] Trial bottleneckTrial();
[[nodiscard]] Trial singleFileTrial();
[[nodiscard]] Trial closedCorridorTrial();

}
