// From a door's line to the faces of the wall it stands in.
#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"
#include "sim/walkable/making.hpp"
#include "sim/walkable/stretches.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kInto = 10.0;       // mm that a throat reaches into its surface, so that the 1 mm grid leaves no gap
constexpr double kBesideEnd = 0.002; // of the line: a ray along the surface's own edge would be in or out by chance

// Where the line through `from` along `way` crosses the polygon's edges: an even number of distances, in order.
std::vector<double> crossings(const Polygon& polygon, Vec2 from, Vec2 way)
{
    std::vector<double> all;
    const auto ring = [&](const Ring& corners) {
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const Vec2 a = inMillimetres(corners[i]) - from;
            const Vec2 b = inMillimetres(corners[(i + 1) % corners.size()]) - from;
            const double sideA = cross(way, a);
            const double sideB = cross(way, b);
            if ((sideA > 0.0) == (sideB > 0.0)) continue;
            all.push_back(dot(way, a) + (dot(way, b) - dot(way, a)) * (sideA / (sideA - sideB)));
        }
    };
    ring(polygon.outer);
    for (const Ring& hole : polygon.holes) ring(hole);
    std::ranges::sort(all);
    return all;
}

}

Vec2 leftOf(Segment line)
{
    const Vec2 way = inMillimetres(line.b) - inMillimetres(line.a);
    const double size = length(way);
    return size == 0.0 ? Vec2{} : Vec2{-way.y / size, way.x / size};
}

std::optional<double> reach(const Polygon& polygon, Vec2 from, Vec2 way)
{
    const auto all = crossings(polygon, from, way);
    for (std::size_t i = 0; i + 1 < all.size(); i += 2)
        if (all[i + 1] > double{kTouch})
            return all[i] <= double{kThickestWall} ? std::optional(std::max(all[i], 0.0)) : std::nullopt;
    return std::nullopt;
}

void reachTo(Making& making, SurfaceIndex surface, Segment line, const std::vector<SurfaceIndex>& others,
             std::int32_t farthest)
{
    const Vec2 way = leftOf(line);
    const Vec2 a = inMillimetres(line.a);
    const Vec2 b = inMillimetres(line.b);
    const double middle = reach(making.drawn[surface], (a + b) * 0.5, way).value_or(0.0);
    // A face that slopes by more than 45° against the line is another wall: the end looks past this one's corner.
    const double farEnd = std::min(middle + 0.5 * length(b - a), double{kThickestWall});
    double deepest = middle;
    for (const double share : {kBesideEnd, 1.0 - kBesideEnd}) {
        const auto end = reach(making.drawn[surface], a + (b - a) * share, way);
        if (end && *end <= farEnd) deepest = std::max(deepest, *end);
    }
    if (deepest == 0.0 || deepest > farthest) return;
    const Vec2 depth = way * (deepest + kInto);
    const Polygon throat{
        {line.a, line.b, rounded(inMillimetres(line.b) + depth), rounded(inMillimetres(line.a) + depth)}, {}};
    const Box box = boxOf(throat.outer);
    std::vector<Polygon> taken;
    for (const SurfaceIndex other : others)
        if (other != surface && overlap(box, making.boxes[other])) taken.push_back(making.drawn[other]);
    const std::vector<Polygon> free = taken.empty() ? std::vector{throat} : subtract({throat}, taken);
    if (const Polygon* most = largest(free)) making.throats[surface].push_back(*most);
}

}
