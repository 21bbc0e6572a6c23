#include "sim/egress/shortest.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <limits>

namespace stairwise {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
/// Metres: an edge that ends this near a line of sight, or that this nearly carries one of its ends, does not hide.
/// Portals are drawn to the millimetre and may lie a little beside the edge they belong to. Assumed.
constexpr double kSlack = 0.02;

std::int64_t turn(Point a, Point b, Point c)
{
    return (std::int64_t{b.x} - a.x) * (std::int64_t{c.y} - a.y) -
           (std::int64_t{b.y} - a.y) * (std::int64_t{c.x} - a.x);
}

/// A line that may be left anywhere, or a corner: a line without length.
using Place = Segment;

struct Sight {
    Vec2 from;
    Vec2 to;
};

/// The shortest line from one place to another.
Sight shortestLine(const Place& p, const Place& q)
{
    const Vec2 pa = toMetres(p.a), pb = toMetres(p.b), qa = toMetres(q.a), qb = toMetres(q.b);
    const Sight candidates[] = {{pa, nearestOn(qa, qb, pa)},
                                {pb, nearestOn(qa, qb, pb)},
                                {nearestOn(pa, pb, qa), qa},
                                {nearestOn(pa, pb, qb), qb}};
    return *std::ranges::min_element(candidates, {}, [](const Sight& s) { return length(s.to - s.from); });
}

/// Do both points lie more than kSlack away from the line through a and b, one on each side?
bool astride(Vec2 a, Vec2 b, Vec2 p, Vec2 q)
{
    const double size = length(b - a);
    const double left = cross(b - a, p - a);
    const double right = cross(b - a, q - a);
    return std::min(left, right) < -kSlack * size && std::max(left, right) > kSlack * size;
}

/// A shortest way that is one straight line and touches no inner corner is the shortest line between its two places
/// (their distance is a convex function). So this line alone has to be asked for; every other way passes a corner.
bool seen(const Polygon& area, const std::vector<Segment>& edges, const Sight& sight)
{
    for (const Segment& edge : edges) {
        const Vec2 a = toMetres(edge.a);
        const Vec2 b = toMetres(edge.b);
        if (astride(a, b, sight.from, sight.to) && astride(sight.from, sight.to, a, b)) return false;
    }
    const Vec2 middle =
        (sight.from + sight.to) * 0.5; // between two corners it may run outside without crossing an edge
    return contains(area, middle) || distanceToEdges(area, middle) <= kSlack;
}

void addInnerCorners(const Ring& ring, std::vector<Place>& corners)
{
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point before = ring[(i + ring.size() - 1) % ring.size()];
        const Point after = ring[(i + 1) % ring.size()];
        if (turn(before, ring[i], after) < 0) corners.push_back({ring[i], ring[i]});
    }
}

/// Metres along the straight line where one sees the other; infinite elsewhere. Places by row and column.
std::vector<double> sights(const Polygon& area, const std::vector<Place>& places, std::size_t lines)
{
    const auto edges = edgesOf(area);
    const std::size_t count = places.size();
    std::vector<double> metres(count * count, kInfinite);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i; j < count; ++j) {
            const Sight sight = shortestLine(places[i], places[j]);
            const bool direct = lines == count || seen(area, edges, sight);
            if (i == j)
                metres[i * count + j] = 0.0;
            else if (direct)
                metres[i * count + j] = metres[j * count + i] = length(sight.to - sight.from);
        }
    }
    return metres;
}

/// Dijkstra over the inner corners, which come after the lines; a line is only a start or an end, never passed along.
std::vector<double> waysFrom(const std::vector<double>& sight, std::size_t count, std::size_t lines, std::size_t start)
{
    std::vector<double> best(sight.begin() + static_cast<std::ptrdiff_t>(start * count),
                             sight.begin() + static_cast<std::ptrdiff_t>((start + 1) * count));
    std::vector<bool> settled(count, false);
    for (std::size_t round = lines; round < count; ++round) {
        std::size_t next = count;
        for (std::size_t i = lines; i < count; ++i)
            if (!settled[i] && (next == count || best[i] < best[next])) next = i;
        if (next == count || best[next] == kInfinite) break;
        settled[next] = true;
        for (std::size_t i = 0; i < count; ++i) best[i] = std::min(best[i], best[next] + sight[next * count + i]);
    }
    best.resize(lines);
    return best;
}

}

double straightDistance(const Segment& p, const Segment& q)
{
    if (meet(p, q)) return 0.0;
    const Sight sight = shortestLine(p, q);
    return length(sight.to - sight.from);
}

std::vector<double> shortestWays(const Polygon& area, const std::vector<Segment>& lines)
{
    std::vector<Place> places = lines;
    addInnerCorners(area.outer, places);
    for (const Ring& hole : area.holes) addInnerCorners(hole, places);
    if (places.size() - lines.size() > kMostCorners) places.resize(lines.size());
    const auto sight = sights(area, places, lines.size());
    std::vector<double> ways;
    ways.reserve(lines.size() * lines.size());
    for (std::size_t start = 0; start < lines.size(); ++start) {
        const auto row = waysFrom(sight, places.size(), lines.size(), start);
        ways.insert(ways.end(), row.begin(), row.end());
    }
    return ways;
}

}
