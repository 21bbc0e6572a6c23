#pragma once

#include "sim/geometry/point.hpp"

#include <optional>
#include <span>
#include <utility>

namespace stairwise {

/// Twice the signed area in mm², exact; positive counter-clockwise.
[[nodiscard]] std::int64_t doubleArea(std::span<const Point> ring);
/// m², holes taken off.
[[nodiscard]] double area(const Polygon& polygon);
[[nodiscard]] Vec2 centroid(const Polygon& polygon);
[[nodiscard]] Box boxOf(std::span<const Point> ring);
[[nodiscard]] Ring reversed(Ring ring);

/// Where a ring meets itself: the two edges (by index of their first corner) that cross, touch or overlap though they
/// are not neighbours, or neighbours that fold back. Nothing for a simple ring of at least three corners.
struct Crossing {
    std::size_t edge = 0;
    std::size_t other = 0;
    Point at; // rounded
};
[[nodiscard]] std::optional<Crossing> selfCrossing(std::span<const Point> ring);

enum class Side { Outside, Edge, Inside };
/// Exact.
[[nodiscard]] Side sideOf(const Polygon& polygon, Point point);
[[nodiscard]] Side sideOf(std::span<const Point> ring, Point point);
/// Metres; points on an edge may fall on either side.
[[nodiscard]] bool contains(const Polygon& polygon, Vec2 point);

/// The nearest point of a segment, metres.
[[nodiscard]] Vec2 nearestOn(Vec2 a, Vec2 b, Vec2 point);
/// Metres from a point to the polygon's edges.
[[nodiscard]] double distanceToEdges(const Polygon& polygon, Vec2 point);

/// Exact: do the closed segments share a point?
[[nodiscard]] bool meet(Segment p, Segment q);

/// All edges of outer ring and holes, the polygon to their left.
[[nodiscard]] std::vector<Segment> edgesOf(const Polygon& polygon);

/// The parts of `edge` that lie along an edge of the polygon within `tolerance` mm, as pieces of `edge`, in order.
[[nodiscard]] std::vector<Segment> sharedWith(Segment edge, const Polygon& polygon, std::int32_t tolerance);

/// Is this a usable polygon: ≥ 3 corners, simple rings, holes inside? (For values that no reader has checked.)
[[nodiscard]] bool valid(const Polygon& polygon);

}
