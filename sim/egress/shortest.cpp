#include "sim/egress/shortest.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <limits>

namespace stairwise {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kEdgeSlack = 0.002; // metres: a middle point this near an edge is not taken to lie outside
constexpr double kOwnEdge = 0.02;    // metres: an edge this near a line may carry it, and does not hide it

std::int64_t turn(Point a, Point b, Point c)
{
    return (std::int64_t{b.x} - a.x) * (std::int64_t{c.y} - a.y) -
           (std::int64_t{b.y} - a.y) * (std::int64_t{c.x} - a.x);
}

int signOf(std::int64_t v)
{
    return v > 0 ? 1 : (v < 0 ? -1 : 0);
}

/// Each lies on both sides of the other; touching is not crossing.
bool cross(const Segment& p, const Segment& q)
{
    return signOf(turn(p.a, p.b, q.a)) * signOf(turn(p.a, p.b, q.b)) < 0 &&
           signOf(turn(q.a, q.b, p.a)) * signOf(turn(q.a, q.b, p.b)) < 0;
}

/// A point, or a line that may be left anywhere: both as a line, a point being one without length.
using Place = Segment;

bool carries(const Segment& edge, const Place& place)
{
    return place.a != place.b && straightDistance(edge, place) <= kOwnEdge;
}

bool seen(const Polygon& area, const std::vector<Segment>& edges, const Place& p, const Place& q)
{
    // An edge that crosses the four lines between the ends of p and q crosses every line between them.
    for (const Segment& edge : edges)
        if (cross(edge, {p.a, q.a}) && cross(edge, {p.a, q.b}) && cross(edge, {p.b, q.a}) && cross(edge, {p.b, q.b}) &&
            !carries(edge, p) && !carries(edge, q))
            return false;
    if (p.a != p.b || q.a != q.b) return true;
    // Between two corners the line may run outside and only touch corners.
    const Vec2 middle = (toMetres(p.a) + toMetres(q.a)) * 0.5;
    return contains(area, middle) || distanceToEdges(area, middle) <= kEdgeSlack;
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
            const bool direct = lines == count || seen(area, edges, places[i], places[j]);
            if (i == j)
                metres[i * count + j] = 0.0;
            else if (direct)
                metres[i * count + j] = metres[j * count + i] = straightDistance(places[i], places[j]);
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
    const Vec2 pa = toMetres(p.a), pb = toMetres(p.b), qa = toMetres(q.a), qb = toMetres(q.b);
    return std::min({length(nearestOn(pa, pb, qa) - qa), length(nearestOn(pa, pb, qb) - qb),
                     length(nearestOn(qa, qb, pa) - pa), length(nearestOn(qa, qb, pb) - pb)});
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
