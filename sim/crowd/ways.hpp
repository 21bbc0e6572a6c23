#pragma once

#include "sim/crowd/state.hpp"

namespace stairwise {

/// Seconds still to walk to the goal at the pace of the routes; infinite without a way. Internal to sim/crowd.
[[nodiscard]] double secondsToGoal(const Crowd::Inside& in, std::size_t i);

}
