#include "sim/egress/network.hpp"

#include <algorithm>

namespace stairwise {
namespace {

Passage passageFor(const Portal& portal, SurfaceIndex from, SurfaceIndex to)
{
    Passage passage{from, to, 0.0, portal.state == DoorState::Locked, false};
    passage.width = length(toMetres(portal.line.b) - toMetres(portal.line.a));
    passage.exit = portal.exit && from == portal.a;
    return passage;
}

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

std::vector<Passage> passagesOf(const Walkable& walkable)
{
    std::vector<Passage> passages;
    passages.reserve(2 * walkable.portals.size());
    for (const Portal& portal : walkable.portals) {
        passages.push_back(passageFor(portal, portal.a, portal.b));
        passages.push_back(passageFor(portal, portal.b, portal.a));
    }
    return passages;
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
