#pragma once

#include "sim/egress/network.hpp"
#include "sim/words/words.hpp"

#include <string>

namespace stairwise {

/// The egress graph for Graphviz: spaces, flights and landings as nodes by storey, portals as edges with their width.
[[nodiscard]] std::string toDot(const School& school, const Walkable& walkable, const Network& network);

/// The same as text for people: spaces; doors and flights with length, width and capacity (sfpeCapacity); the route of
/// every class; classes without a second way.
[[nodiscard]] std::string listing(const School& school, const Walkable& walkable, const Network& network,
                                  Language language);

}
