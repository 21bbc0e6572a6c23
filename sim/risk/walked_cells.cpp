#include "sim/risk/walked_cells.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/risk/density.hpp"
#include "sim/risk/grid_walk.hpp"

#include <algorithm>

namespace stairwise {

WalkedCells::WalkedCells(const Walkable& walkable)
    : portals_(walkable.portals), portalsBySurface_(walkable.surfaces.size())
{
    for (const Surface& surface : walkable.surfaces)
        grids_.push_back(gridOver(boxOf(surface.area.outer), kDensityCell));
    for (PortalIndex p = 0; p < portals_.size(); ++p)
        for (const SurfaceIndex s : {portals_[p].a, portals_[p].b})
            if (s != kNowhere) portalsBySurface_[s].push_back(p);
}

/// The part of the straight way at which it passes from one surface to the other.
std::optional<double> WalkedCells::crossing(const Way& way) const
{
    for (const PortalIndex p : portalsBySurface_[way.from]) {
        if (portals_[p].a != way.to && portals_[p].b != way.to) continue;
        const Vec2 p1 = toMetres(portals_[p].line.a);
        const Vec2 along = toMetres(portals_[p].line.b) - p1;
        const double turn = cross(way.b - way.a, along);
        if (turn == 0.0) continue;
        const double there = cross(p1 - way.a, along) / turn;
        const double part = cross(p1 - way.a, way.b - way.a) / turn;
        if (there >= 0.0 && there <= 1.0 && part >= 0.0 && part <= 1.0) return there;
    }
    return std::nullopt;
}

void WalkedCells::along(const Way& way, const Enter& enter) const
{
    const auto entering = [&](SurfaceIndex surface) { return [&, surface](std::size_t c) { enter(surface, c); }; };
    if (way.from == way.to) {
        walkGrid(grids_[way.to], way.a, way.b, FirstCell::Skipped, entering(way.to));
        return;
    }
    const Vec2 whole = way.b - way.a;
    constexpr double kJust = 1e-9;                    // the line itself may be the line between two cells
    const double door = crossing(way).value_or(-1.0); // none: through several in one step
    if (door > kJust)
        walkGrid(grids_[way.from], way.a, way.a + whole * (door - kJust), FirstCell::Skipped, entering(way.from));
    walkGrid(grids_[way.to], way.a + whole * (door < 0.0 ? 1.0 : std::min(1.0, door + kJust)), way.b,
             FirstCell::Counted, entering(way.to));
}

void WalkedCells::between(const Standing& before, const Standing& now, const Enter& enter) const
{
    std::size_t b = 0;
    for (std::size_t n = 0; n < now.person.size(); ++n) {
        while (b < before.person.size() && before.person[b] < now.person[n]) ++b;
        const SurfaceIndex to = now.surface[n];
        if (b < before.person.size() && before.person[b] == now.person[n])
            along({before.surface[b], to, before.at[b], now.at[n]}, enter);
        else
            walkGrid(grids_[to], now.at[n], now.at[n], FirstCell::Counted, [&](std::size_t c) { enter(to, c); });
    }
}

}
