#include "sim/geometry/polygon.hpp"

#include "sim/geometry/wide.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stairwise {

namespace {

template <class Visit> void eachEdge(std::span<const Point> ring, Visit visit)
{
    for (std::size_t i = 0; i < ring.size(); ++i) visit(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]);
}

template <class Visit> void eachRing(const Polygon& polygon, Visit visit)
{
    visit(polygon.outer);
    for (const Ring& hole : polygon.holes) visit(hole);
}

/// Twice the area and six times the first moments of a ring about `origin`, in mm.
struct Moments {
    double area = 0.0;
    double x = 0.0;
    double y = 0.0;
};
Moments momentsOf(std::span<const Point> ring, Point origin)
{
    Moments sum;
    eachEdge(ring, [&](Point p, Point q) {
        const Vec2 a{static_cast<double>(p.x) - origin.x, static_cast<double>(p.y) - origin.y};
        const Vec2 b{static_cast<double>(q.x) - origin.x, static_cast<double>(q.y) - origin.y};
        const double c = cross(a, b);
        sum.area += c;
        sum.x += (a.x + b.x) * c;
        sum.y += (a.y + b.y) * c;
    });
    return sum;
}

/// A part of a segment, in millimetres from its start.
struct Stretch {
    double from = 0.0;
    double to = 0.0;
};

/// Edges that turn away more than this (rise over run) do not lie along each other; assumed: 1 mm of rounding at each
/// end of an edge 2 cm long.
constexpr double kParallelSlope = 0.1;

/// The stretch of `edge` along which p–q runs within `tolerance`; from ≥ to where there is none.
Stretch along(Segment edge, Point p, Point q, double tolerance)
{
    const Vec2 d{static_cast<double>(edge.b.x) - edge.a.x, static_cast<double>(edge.b.y) - edge.a.y};
    const double size = length(d);
    if (size <= 0.0) return {};
    const auto place = [&](Point point) { return static_cast<double>(dotOf(edge.a, edge.b, edge.a, point)) / size; };
    const auto offset = [&](Point point) { return static_cast<double>(turn(edge.a, edge.b, point)) / size; };
    double t0 = place(p), t1 = place(q), s0 = offset(p), s1 = offset(q);
    if (t0 > t1) {
        std::swap(t0, t1);
        std::swap(s0, s1);
    }
    const double run = t1 - t0;
    if (run <= 0.0 || std::abs(s1 - s0) > kParallelSlope * run) return {};
    double from = std::max(0.0, t0);
    double to = std::min(size, t1);
    if (s0 == s1) return std::abs(s0) <= tolerance ? Stretch{from, to} : Stretch{};
    // Where the offset passes −tolerance and +tolerance.
    double enter = t0 + (-tolerance - s0) / (s1 - s0) * run;
    double leave = t0 + (tolerance - s0) / (s1 - s0) * run;
    if (enter > leave) std::swap(enter, leave);
    return {std::max(from, enter), std::min(to, leave)};
}

Point pointAt(Segment edge, double size, double place)
{
    if (place <= 0.0) return edge.a;
    if (place >= size) return edge.b;
    const double t = place / size;
    return {static_cast<std::int32_t>(std::round(edge.a.x + (static_cast<double>(edge.b.x) - edge.a.x) * t)),
            static_cast<std::int32_t>(std::round(edge.a.y + (static_cast<double>(edge.b.y) - edge.a.y) * t))};
}

}

std::int64_t doubleArea(std::span<const Point> ring)
{
    Wide sum = 0;
    eachEdge(ring, [&](Point a, Point b) { sum += Wide{a.x} * b.y - Wide{b.x} * a.y; });
    // Only coordinates beyond kFarthestMm can pass these ends.
    constexpr Wide kMost = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::clamp(sum, -kMost, kMost));
}

double area(const Polygon& polygon)
{
    double doubled = std::abs(static_cast<double>(doubleArea(polygon.outer)));
    for (const Ring& hole : polygon.holes) doubled -= std::abs(static_cast<double>(doubleArea(hole)));
    return doubled * 0.5e-6;
}

Vec2 centroid(const Polygon& polygon)
{
    if (polygon.outer.empty()) return {};
    const Point origin = polygon.outer.front();
    Moments sum;
    bool first = true;
    eachRing(polygon, [&](const Ring& ring) {
        const Moments m = momentsOf(ring, origin);
        const double sign = (m.area < 0.0 ? -1.0 : 1.0) * (first ? 1.0 : -1.0); // whichever way the ring was drawn
        sum.area += sign * m.area;
        sum.x += sign * m.x;
        sum.y += sign * m.y;
        first = false;
    });
    if (sum.area <= 0.0) {
        const Box box = boxOf(polygon.outer);
        return (toMetres(box.low) + toMetres(box.high)) * 0.5;
    }
    return {(origin.x + sum.x / (3.0 * sum.area)) / 1000.0, (origin.y + sum.y / (3.0 * sum.area)) / 1000.0};
}

Box boxOf(std::span<const Point> ring)
{
    if (ring.empty()) return {};
    Box box{ring.front(), ring.front()};
    for (const Point p : ring) {
        box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
        box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
    }
    return box;
}

Ring reversed(Ring ring)
{
    std::reverse(ring.begin(), ring.end());
    return ring;
}

Side sideOf(std::span<const Point> ring, Point point)
{
    bool inside = false;
    bool onEdge = false;
    eachEdge(ring, [&](Point a, Point b) {
        const Wide left = turn(a, b, point);
        if (left == 0 && between({a, b}, point)) onEdge = true;
        if ((a.y > point.y) != (b.y > point.y) && (left > 0) == (b.y > a.y)) inside = !inside;
    });
    return onEdge ? Side::Edge : inside ? Side::Inside : Side::Outside;
}

Side sideOf(const Polygon& polygon, Point point)
{
    const Side outer = sideOf(std::span<const Point>(polygon.outer), point);
    if (outer != Side::Inside) return outer;
    for (const Ring& hole : polygon.holes) {
        const Side side = sideOf(std::span<const Point>(hole), point);
        if (side == Side::Edge) return Side::Edge;
        if (side == Side::Inside) return Side::Outside;
    }
    return Side::Inside;
}

bool contains(const Polygon& polygon, Vec2 point)
{
    const Vec2 p = point * 1000.0;
    bool inside = false;
    eachRing(polygon, [&](const Ring& ring) {
        eachEdge(ring, [&](Point a, Point b) {
            if ((a.y > p.y) == (b.y > p.y)) return;
            const double rise = static_cast<double>(b.y) - a.y;
            const double at = a.x + (static_cast<double>(b.x) - a.x) * ((p.y - a.y) / rise);
            if (p.x < at) inside = !inside;
        });
    });
    return inside;
}

Vec2 nearestOn(Vec2 a, Vec2 b, Vec2 point)
{
    const Vec2 d = b - a;
    const double square = dot(d, d);
    if (square <= 0.0) return a;
    const double t = dot(point - a, d) / square;
    return t <= 0.0 ? a : t >= 1.0 ? b : a + d * t;
}

double distanceToEdges(const Polygon& polygon, Vec2 point)
{
    double best = std::numeric_limits<double>::infinity();
    eachRing(polygon, [&](const Ring& ring) {
        eachEdge(ring, [&](Point a, Point b) {
            const Vec2 away = point - nearestOn(toMetres(a), toMetres(b), point);
            best = std::min(best, dot(away, away));
        });
    });
    return std::sqrt(best);
}

bool meet(Segment p, Segment q)
{
    const int a = signOf(turn(p.a, p.b, q.a));
    const int b = signOf(turn(p.a, p.b, q.b));
    const int c = signOf(turn(q.a, q.b, p.a));
    const int d = signOf(turn(q.a, q.b, p.b));
    if (a * b < 0 && c * d < 0) return true;
    return (a == 0 && between(p, q.a)) || (b == 0 && between(p, q.b)) || (c == 0 && between(q, p.a)) ||
           (d == 0 && between(q, p.b));
}

std::vector<Segment> edgesOf(const Polygon& polygon)
{
    std::vector<Segment> edges;
    bool leftInside = true;
    eachRing(polygon, [&](const Ring& ring) {
        const bool turnRound = (doubleArea(ring) > 0) != leftInside;
        eachEdge(ring, [&](Point a, Point b) { edges.push_back(turnRound ? Segment{b, a} : Segment{a, b}); });
        leftInside = false;
    });
    return edges;
}

std::vector<Segment> sharedWith(Segment edge, const Polygon& polygon, std::int32_t tolerance)
{
    std::vector<Stretch> stretches;
    eachRing(polygon, [&](const Ring& ring) {
        eachEdge(ring, [&](Point a, Point b) {
            const Stretch s = along(edge, a, b, tolerance);
            if (s.from < s.to) stretches.push_back(s);
        });
    });
    std::sort(stretches.begin(), stretches.end(),
              [](const Stretch& a, const Stretch& b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); });
    std::vector<Stretch> merged;
    for (const Stretch& s : stretches) {
        if (!merged.empty() && s.from <= merged.back().to + tolerance) {
            merged.back().to = std::max(merged.back().to, s.to);
        } else {
            merged.push_back(s);
        }
    }
    const double size =
        length(Vec2{static_cast<double>(edge.b.x) - edge.a.x, static_cast<double>(edge.b.y) - edge.a.y});
    std::vector<Segment> pieces;
    for (const Stretch& s : merged) {
        const Segment piece{pointAt(edge, size, s.from), pointAt(edge, size, s.to)};
        if (piece.a != piece.b) pieces.push_back(piece);
    }
    return pieces;
}

}
