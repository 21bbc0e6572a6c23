#include "sim/egress/network.hpp"

#include <algorithm>

namespace stairwise {
namespace {

/// Of a table portals × portals; negative where one of the two is none of them.
double entryOf(const std::vector<PortalIndex>& portals, const std::vector<double>& table, PortalIndex a, PortalIndex b)
{
    const auto from = std::ranges::find(portals, a);
    const auto to = std::ranges::find(portals, b);
    if (from == portals.end() || to == portals.end()) return -1.0;
    const auto row = static_cast<std::size_t>(from - portals.begin());
    return table[row * portals.size() + static_cast<std::size_t>(to - portals.begin())];
}

}

Vec2 middleOf(const Walkable& walkable, PortalIndex portal)
{
    const Segment& line = walkable.portals[portal].line;
    return (toMetres(line.a) + toMetres(line.b)) * 0.5;
}

double between(const Network& network, SurfaceIndex surface, PortalIndex a, PortalIndex b)
{
    return entryOf(network.surfaces[surface].portals, network.surfaces[surface].apart, a, b);
}

double shortestBetween(const Network& network, SurfaceIndex surface, PortalIndex a, PortalIndex b)
{
    return entryOf(network.surfaces[surface].portals, network.surfaces[surface].shortest, a, b);
}

}
