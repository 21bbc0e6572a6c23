#pragma once

#include "sim/geometry/polygon.hpp"
#include "sim/trace/frame.hpp"
#include "sim/walkable/walkable.hpp"

#include <cmath>
#include <vector>

namespace stairwise {

/// Surfaces by hand, in metres.
struct Floors {
    Walkable walkable;

    SurfaceIndex surface(std::vector<Vec2> outer, std::vector<std::vector<Vec2>> holes = {})
    {
        Surface made;
        made.element = "R" + std::to_string(walkable.surfaces.size());
        for (const Vec2 corner : outer) made.area.outer.push_back(toMm(corner));
        for (const auto& hole : holes) {
            made.area.holes.emplace_back();
            for (const Vec2 corner : hole) made.area.holes.back().push_back(toMm(corner));
        }
        walkable.surfaces.push_back(std::move(made));
        return static_cast<SurfaceIndex>(walkable.surfaces.size() - 1);
    }
    SurfaceIndex room(double left, double low, double right, double high)
    {
        return surface({{left, low}, {right, low}, {right, high}, {left, high}});
    }
    /// `from` → `to` with surface a on the left.
    void portal(SurfaceIndex a, SurfaceIndex b, Vec2 from, Vec2 to, DoorState state = DoorState::Open)
    {
        Portal made;
        made.a = a;
        made.b = b;
        made.line = {toMm(from), toMm(to)};
        made.state = state;
        walkable.portals.push_back(made);
    }
    static Point toMm(Vec2 v)
    {
        return {static_cast<std::int32_t>(std::lround(v.x * 1000.0)),
                static_cast<std::int32_t>(std::lround(v.y * 1000.0))};
    }
};

inline void stand(Frame& frame, SurfaceIndex surface, Vec2 at)
{
    frame.person.push_back(static_cast<std::uint32_t>(frame.person.size()));
    frame.x.push_back(Floors::toMm(at).x);
    frame.y.push_back(Floors::toMm(at).y);
    frame.surface.push_back(surface);
    frame.vx.push_back(0);
    frame.vy.push_back(0);
}

/// People at every `spacing` metres, half a spacing from each side.
inline void lattice(Frame& frame, SurfaceIndex surface, Vec2 low, Vec2 high, double spacing)
{
    for (double y = low.y + 0.5 * spacing; y < high.y; y += spacing)
        for (double x = low.x + 0.5 * spacing; x < high.x; x += spacing) stand(frame, surface, {x, y});
}

}
