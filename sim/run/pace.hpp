#pragma once

#include "sim/egress/bound.hpp"
#include "sim/run/people.hpp"

#include <optional>

namespace stairwise {

/// The greatest specific flows that the walking model itself shows, persons per metre of clear width and second:
/// the highest mean over any 10 s in the door and stair tests of tests/verify (door: 1.0 m, stair: 1.2 m, people as
/// thick as they come), raised by a tenth. A test fails if a run beats its bound.
inline constexpr double kModelDoorFlow = 2.6;
inline constexpr double kModelStairFlow = 2.2;

/// The lower bound of a run at the pace of its own fastest walkers; nothing if somebody has no way.
[[nodiscard]] std::optional<LowerBound> boundOf(const Scenario& scenario, const Walkable& walkable,
                                                const Network& network, const Start& start);

/// The same graph with every lock undone: for finding out what bars the way.
[[nodiscard]] Network networkWithoutLocks(const Network& network);

}
