#pragma once

#include "sim/walkable/walkable.hpp"

#include <vector>

namespace stairwise {

/// Shortest ways between the portals of every surface, metres in plan (shortest.hpp).
struct Legs {
    std::vector<std::vector<PortalIndex>> portals; // by surface
    std::vector<std::vector<double>> metres;       // by surface: portals × portals
};
[[nodiscard]] Legs legsOf(const Walkable& walkable);
/// Both portals belong to the surface.
[[nodiscard]] double metresBetween(const Legs& legs, SurfaceIndex surface, PortalIndex from, PortalIndex to);

}
