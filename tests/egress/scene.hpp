#pragma once

#include "sim/egress/bound.hpp"
#include "sim/walkable/walkable.hpp"

#include <string>

namespace stairwise::scene {

/// Walkable surfaces by hand: rectangles in whole metres, joined at lines. Reads like a sketch.
struct Scene {
    Walkable walkable;

    SurfaceIndex room(int x0, int y0, int x1, int y1)
    {
        Surface surface;
        surface.element = "R" + std::to_string(walkable.surfaces.size());
        surface.space = SpaceId{surface.element};
        surface.storey = StoreyId{"F1"};
        surface.area.outer = {
            {x0 * 1000, y0 * 1000}, {x1 * 1000, y0 * 1000}, {x1 * 1000, y1 * 1000}, {x0 * 1000, y1 * 1000}};
        walkable.surfaces.push_back(surface);
        return static_cast<SurfaceIndex>(walkable.surfaces.size() - 1);
    }
    SurfaceIndex yard(int x0, int y0, int x1, int y1)
    {
        const SurfaceIndex index = room(x0, y0, x1, y1);
        walkable.surfaces[index].outdoor = true;
        walkable.surfaces[index].storey = {};
        return index;
    }
    /// Climbs towards +x from x0 to x1, as steep as 150 mm on 300 mm.
    SurfaceIndex flight(int x0, int y0, int x1, int y1, const std::string& stair)
    {
        const SurfaceIndex index = room(x0, y0, x1, y1);
        Surface& surface = walkable.surfaces[index];
        surface.kind = SurfaceKind::Flight;
        surface.space = {};
        surface.stair = StairId{stair};
        surface.rising = 0.5;
        surface.uphill = {1.0, 0.0};
        surface.foot = {x0 * 1000, y0 * 1000};
        surface.tread = 0.3;
        surface.riser = 0.15;
        return index;
    }
    PortalIndex door(SurfaceIndex a, SurfaceIndex b, Point from, Point to)
    {
        Portal portal;
        portal.a = a;
        portal.b = b;
        portal.line = {from, to};
        portal.door = DoorId{"D" + std::to_string(walkable.portals.size())};
        walkable.portals.push_back(portal);
        return static_cast<PortalIndex>(walkable.portals.size() - 1);
    }
    /// Surfaces that touch.
    PortalIndex joint(SurfaceIndex a, SurfaceIndex b, Point from, Point to)
    {
        const PortalIndex index = door(a, b, from, to);
        walkable.portals[index].door = {};
        return index;
    }
    PortalIndex exit(SurfaceIndex a, Point from, Point to, SurfaceIndex outside = kNowhere)
    {
        const PortalIndex index = door(a, outside, from, to);
        walkable.portals[index].exit = true;
        return index;
    }
    [[nodiscard]] DoorId id(PortalIndex portal) const { return walkable.portals[portal].door; }
    [[nodiscard]] Network passages() const { return unmadeNetworkOf(walkable); }
};

inline constexpr Pace kPace{1.5, 1.0, 0.8, 1.5, 1.2};

}
