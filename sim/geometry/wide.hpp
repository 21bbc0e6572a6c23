#pragma once

#include "sim/geometry/point.hpp"

namespace stairwise {

/// Products of any 32-bit coordinates stay exact, even of points that no reader has checked. Internal to sim/geometry.
__extension__ typedef __int128 Wide;

/// > 0: c lies left of a → b; 0: on the line.
[[nodiscard]] constexpr Wide turn(Point a, Point b, Point c)
{
    return (Wide{b.x} - a.x) * (Wide{c.y} - a.y) - (Wide{b.y} - a.y) * (Wide{c.x} - a.x);
}
/// Of the directions a → b and c → d.
[[nodiscard]] constexpr Wide dotOf(Point a, Point b, Point c, Point d)
{
    return (Wide{b.x} - a.x) * (Wide{d.x} - c.x) + (Wide{b.y} - a.y) * (Wide{d.y} - c.y);
}
[[nodiscard]] constexpr int signOf(Wide v)
{
    return v > 0 ? 1 : v < 0 ? -1 : 0;
}
/// For a point on the line of the segment: does it lie between the ends (both included)?
[[nodiscard]] constexpr bool between(Segment s, Point p)
{
    const auto inside = [](std::int32_t a, std::int32_t b, std::int32_t v) {
        return a < b ? a <= v && v <= b : b <= v && v <= a;
    };
    return inside(s.a.x, s.b.x, p.x) && inside(s.a.y, s.b.y, p.y);
}

}
