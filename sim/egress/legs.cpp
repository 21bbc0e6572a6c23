#include "sim/egress/legs.hpp"

#include "sim/base/parallel.hpp"
#include "sim/egress/shortest.hpp"

#include <algorithm>
#include <thread>

namespace stairwise {

Legs legsOf(const Walkable& walkable)
{
    Legs legs;
    legs.portals.resize(walkable.surfaces.size());
    legs.metres.resize(walkable.surfaces.size());
    for (std::size_t p = 0; p < walkable.portals.size(); ++p)
        for (const SurfaceIndex side : {walkable.portals[p].a, walkable.portals[p].b})
            if (side != kNowhere) legs.portals[side].push_back(static_cast<PortalIndex>(p));
    Workers workers(std::max(1U, std::thread::hardware_concurrency()));
    workers.forBlocks(
        walkable.surfaces.size(),
        [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                std::vector<Segment> lines;
                for (const PortalIndex portal : legs.portals[i]) lines.push_back(walkable.portals[portal].line);
                if (!lines.empty()) legs.metres[i] = shortestWays(walkable.surfaces[i].area, lines);
            }
        },
        1);
    return legs;
}

double metresBetween(const Legs& legs, SurfaceIndex surface, PortalIndex from, PortalIndex to)
{
    const auto& portals = legs.portals[surface];
    const auto row = static_cast<std::size_t>(std::ranges::find(portals, from) - portals.begin());
    const auto column = static_cast<std::size_t>(std::ranges::find(portals, to) - portals.begin());
    return legs.metres[surface][row * portals.size() + column];
}

}
