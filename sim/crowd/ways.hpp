#pragma once

#include "sim/crowd/state.hpp"

namespace stairwise {

/// m/s in plan at which a person walks freely along a way. Up or down follows from the way chosen; in plan a person is
/// slower than along the slope.
[[nodiscard]] float speedOn(const Crowd::Inside& in, std::size_t i, std::uint32_t way);
/// Seconds still to walk to the goal at the pace of the routes; infinite without a way. Internal to sim/crowd.
[[nodiscard]] double secondsToGoal(const Crowd::Inside& in, std::size_t i);

}
