#include "sim/egress/across.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace stairwise {
namespace {

struct Edge { // metres
    Vec2 a;
    Vec2 b;
};

/// Metres straight across the polygon through a point, from the nearest wall to the one opposite.
double across(const std::vector<Edge>& edges, Vec2 point)
{
    Vec2 nearest;
    double least = std::numeric_limits<double>::infinity();
    for (const Edge& edge : edges) {
        const Vec2 on = nearestOn(edge.a, edge.b, point);
        if (length(on - point) >= least) continue;
        least = length(on - point);
        nearest = on;
    }
    if (least <= 0.0) return std::numeric_limits<double>::infinity();
    const Vec2 ray = (point - nearest) * (1.0 / least);
    double opposite = std::numeric_limits<double>::infinity();
    for (const Edge& edge : edges) {
        const Vec2 along = edge.b - edge.a;
        const double turned = cross(ray, along);
        if (turned == 0.0) continue;
        const double distance = cross(edge.a - point, along) / turned;
        const double place = cross(edge.a - point, ray) / turned;
        if (distance > 0.0 && place >= 0.0 && place <= 1.0) opposite = std::min(opposite, distance);
    }
    return least + opposite;
}

}

double widthAcross(const Polygon& area, const Floor& floor)
{
    std::vector<Edge> edges;
    for (const Segment& edge : edgesOf(area)) edges.push_back({toMetres(edge.a), toMetres(edge.b)});
    std::vector<double> widths;
    for (int row = 0; row < floor.grid.rows; ++row)
        for (int column = 0; column < floor.grid.columns; ++column) {
            const auto cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(floor.grid.columns) +
                              static_cast<std::size_t>(column);
            if (floor.open[cell] != 0) widths.push_back(across(edges, floor.grid.centre(column, row)));
        }
    if (widths.empty()) return 0.0;
    const auto tenth = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 10);
    std::ranges::nth_element(widths, tenth);
    return *tenth;
}

}
