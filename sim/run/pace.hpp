#pragma once

#include "sim/egress/bound.hpp"
#include "sim/run/people.hpp"

#include <optional>

namespace stairwise {

/// The greatest specific flows that the walking model itself shows, persons per metre of clear width and second, by the
/// free speed of the fastest walker (m/s in plan at doors, along the slope on stairs). A line laid over the fullest 10
/// s of the model's own door and stair tests at three speeds (tests/verify/pace_test.cpp), with a tenth to spare;
/// assumed straight between. A test fails if the model passes more, or if a run beats its bound.
[[nodiscard]] constexpr double modelDoorFlow(double speed)
{
    return 1.9 + 1.0 * speed;
}
[[nodiscard]] constexpr double modelStairFlow(double speed)
{
    return 1.9 + 0.4 * speed;
}

/// The lower bound of a run at the pace of its own fastest walkers; nothing if somebody has no way.
[[nodiscard]] std::optional<LowerBound> boundOf(const Scenario& scenario, const Walkable& walkable,
                                                const Network& network, const Start& start);

}
