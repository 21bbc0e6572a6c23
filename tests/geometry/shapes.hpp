#pragma once

#include "sim/geometry/polygon.hpp"

#include <ostream>

namespace stairwise {

inline Ring box(std::int32_t x0, std::int32_t y0, std::int32_t x1, std::int32_t y1)
{
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

/// 10 × 10 m with a hole of 2 × 2 m in the middle.
inline Polygon courtyard()
{
    return {box(0, 0, 10'000, 10'000), {{{4'000, 4'000}, {4'000, 6'000}, {6'000, 6'000}, {6'000, 4'000}}}};
}

inline void PrintTo(Point p, std::ostream* out)
{
    *out << '(' << p.x << ", " << p.y << ')';
}

inline double areaOf(const std::vector<Polygon>& polygons)
{
    double sum = 0.0;
    for (const Polygon& polygon : polygons) sum += area(polygon);
    return sum;
}

}
