#pragma once

#include "sim/geometry/point.hpp"

#include <vector>

namespace stairwise {

/// Shapes for drawing, metres. Nothing here flows into a simulation.
using Outline = std::vector<Vec2>;
using Outlines = std::vector<Outline>; // outer rings counter-clockwise, holes clockwise

struct Area {
    Vec2 low;
    Vec2 high;
    [[nodiscard]] double size() const { return (high.x - low.x) * (high.y - low.y); }
    [[nodiscard]] Vec2 middle() const { return (low + high) * 0.5; }
};
[[nodiscard]] bool overlap(const Area& a, const Area& b);
[[nodiscard]] Area grown(const Area& area, double by);
[[nodiscard]] Area hull(const Area& a, const Area& b);
/// rings must hold a point.
[[nodiscard]] Area hull(const Outlines& rings);

[[nodiscard]] Outlines outlinesOf(const Polygon& polygon);
[[nodiscard]] Outline outlineOf(const Area& area);
/// m², holes taken off.
[[nodiscard]] double areaOf(const Outlines& rings);
/// What of the shape lies in the rectangle (Sutherland and Hodgman 1974, "Reentrant polygon clipping"): for even-odd
/// fills, where edges that run back on themselves do no harm.
[[nodiscard]] Outlines clipped(const Outlines& rings, const Area& to);

}
