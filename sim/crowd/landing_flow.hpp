#pragma once

#include "sim/egress/network.hpp"

#include <vector>

namespace stairwise {

/// Directions over a landing towards one of its portals that use the whole landing. The shortest way round the end of a
/// stair's well would lead everybody through one point; here people follow the stream lines of a potential that is 0 at
/// the portal wanted and 1 at all others (Laplace's equation, no flow through walls), so who comes down on the outside
/// turns on the outside. Internal to sim/crowd. x and y by turns, as Terrain::directions; zero where there is no floor.
[[nodiscard]] std::vector<float> streamDirections(const Walkable& walkable, const SurfaceWays& ways,
                                                  std::size_t wanted);

}
