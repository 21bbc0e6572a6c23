#pragma once

#include "sim/run/ensemble.hpp"

namespace stairwise {

/// The two top ranks are 4 and 5: what must not ring on an ordinary day.
inline constexpr int kTopRanks = 4;

/// The risk points of all runs by place. A place that passes the limit more than once in a run counts once, with the
/// worse of its windows.
[[nodiscard]] std::vector<EnsemblePoint> ensemblePoints(const std::vector<RunSketch>& runs);

}
