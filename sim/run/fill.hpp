#pragma once

#include "sim/scenario/scenario.hpp"
#include "sim/walkable/walkable.hpp"

#include <utility>
#include <vector>

namespace stairwise {

/// How many people a Fill puts on each surface: the rounded product of density and area in all, shared out by largest
/// remainder (ties to the lower surface). Rooms count as drawn. A stair zone is the stair's footprint with the landing
/// that adjoins it, on every storey that it serves; its people start on the floor landing.
[[nodiscard]] std::vector<std::pair<SurfaceIndex, std::size_t>> fillCounts(const Walkable& walkable,
                                                                           const School& school, const Fill& fill);

}
