#pragma once

#include "sim/scenario/scenario.hpp"
#include "sim/walkable/walkable.hpp"

#include <utility>
#include <vector>

namespace stairwise {

/// How many people a Fill puts on each surface: the rounded product of density and area in all, shared out by largest
/// remainder (ties to the lower surface). Flights and half landings give theirs to the floor landing they rise from,
/// or, where the stair has none of its own, to the space their first flight starts at.
[[nodiscard]] std::vector<std::pair<SurfaceIndex, std::size_t>> fillCounts(const Walkable& walkable,
                                                                          const School& school, const Fill& fill);

}
