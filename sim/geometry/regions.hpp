#pragma once

#include "sim/geometry/point.hpp"

#include <array>
#include <vector>

namespace stairwise {

/// Boolean work on polygons, on the 1 mm grid (GEOS, in regions.cpp alone). Results are valid polygons in a fixed
/// order (by lowest corner); pieces under 1 cm² are dropped. GEOS decides last bits, so what comes from here is hashed
/// with a result.
[[nodiscard]] std::vector<Polygon> unite(const std::vector<Polygon>& parts);
[[nodiscard]] std::vector<Polygon> subtract(const std::vector<Polygon>& from, const std::vector<Polygon>& what);
[[nodiscard]] std::vector<Polygon> intersect(const std::vector<Polygon>& a, const std::vector<Polygon>& b);
/// Grown (distance > 0) or shrunk, millimetres, mitred corners.
[[nodiscard]] std::vector<Polygon> offset(const Polygon& polygon, std::int32_t distance);
/// Simple polygons out of rings that may cross themselves, and the area lost or gained in m².
struct Mended {
    std::vector<Polygon> polygons;
    double areaChange = 0.0;
};
[[nodiscard]] Mended mend(const Ring& ring);

/// Triangles that cover the polygon; checked by area, retried after 1 mm erosion where GEOS fails (upstream issue 935).
/// Empty if both fail.
[[nodiscard]] std::vector<std::array<Point, 3>> triangulate(const Polygon& polygon);

}
