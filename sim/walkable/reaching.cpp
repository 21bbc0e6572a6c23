// From a door's line to the faces of the wall it stands in.
#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"
#include "sim/walkable/making.hpp"
#include "sim/walkable/stretches.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kInto = 10.0;       // mm that a throat reaches into its surface, so that the 1 mm grid leaves no gap
constexpr double kSteepest = 0.25;   // sine: an edge that the line meets more steeply is no face of its wall; assumed
constexpr double kRounding = 0.75;   // mm: half the diagonal of the grid
constexpr double kBesideEnd = 0.002; // of the line: a ray along the surface's own edge would be in or out by chance

// Where a line enters or leaves a polygon.
struct CrossingPoint {
    double at = 0.0; // mm along the line
    std::size_t ring = 0;
    std::size_t edge = 0;
};

// Where the line through `from` along `way` crosses the polygon's edges: an even number of times, in order.
std::vector<CrossingPoint> crossings(const Polygon& polygon, Vec2 from, Vec2 way)
{
    std::vector<CrossingPoint> all;
    for (std::size_t ring = 0; ring <= polygon.holes.size(); ++ring) {
        const Ring& corners = ringOf(polygon, ring);
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const Vec2 a = inMillimetres(corners[i]) - from;
            const Vec2 b = inMillimetres(corners[(i + 1) % corners.size()]) - from;
            const double sideA = cross(way, a);
            const double sideB = cross(way, b);
            if ((sideA > 0.0) == (sideB > 0.0)) continue;
            const double at = dot(way, a) + (dot(way, b) - dot(way, a)) * (sideA / (sideA - sideB));
            all.push_back({at, ring, i});
        }
    }
    std::ranges::stable_sort(all, {}, &CrossingPoint::at);
    return all;
}

// The first edge through which one comes into the polygon, going from `from` along `way`.
std::optional<CrossingPoint> entry(const Polygon& polygon, Vec2 from, Vec2 way)
{
    const auto all = crossings(polygon, from, way);
    for (std::size_t i = 0; i + 1 < all.size(); i += 2)
        if (all[i + 1].at > double{kTouch})
            return all[i].at <= double{kThickestWall} ? std::optional(all[i]) : std::nullopt;
    return std::nullopt;
}

// A throat that opens from the edge met by the middle of the line; nothing where that edge ends short of the line.
std::optional<Notch> notchOf(const Polygon& polygon, Segment line, const CrossingPoint& face)
{
    const Segment edge = edgeOf(polygon, face.ring, face.edge);
    const double size = lengthOf(edge);
    const Vec2 start = inMillimetres(edge.a);
    const Vec2 along = (inMillimetres(edge.b) - start) * (1.0 / size);
    const Vec2 way = leftOf(line);
    const double slope = cross(along, way); // sine of the angle between edge and way
    if (slope < kSteepest) return std::nullopt;
    Notch notch{face.ring, face.edge, 0.0, 0.0, {}};
    const auto foot = [&](Point end) { return cross(inMillimetres(end) - start, way) / slope; };
    const auto depth = [&](Point end) { return cross(inMillimetres(end) - start, along) / slope; };
    notch.from = foot(line.a);
    notch.to = foot(line.b);
    if (notch.from < -kRounding || notch.to > size + kRounding || notch.to <= notch.from) return std::nullopt;
    if (std::max(depth(line.a), depth(line.b)) > double{kThickestWall}) return std::nullopt;
    if (std::min(depth(line.a), depth(line.b)) < -1.0) return std::nullopt;
    const auto onFace = [&](double t) {
        return t <= kRounding ? edge.a : t >= size - kRounding ? edge.b : rounded(start + along * t);
    };
    const auto stays = [&](Point end) { return depth(end) <= kRounding; };
    notch.corners = {stays(line.a) ? line.a : onFace(notch.from), line.a, line.b,
                     stays(line.b) ? line.b : onFace(notch.to)};
    return notch;
}

// Exact where no edge of the other comes into the throat's box; else true, which is safe.
bool mayOverlap(const Polygon& throat, const Polygon& other)
{
    const Box box = boxOf(throat.outer);
    for (std::size_t ring = 0; ring <= other.holes.size(); ++ring)
        for (std::size_t i = 0; i < ringOf(other, ring).size(); ++i)
            if (overlapInside(box, boxOf(edgeOf(other, ring, i)))) return true;
    return sideOf(other, middleOf(Segment{box.low, box.high})) != Side::Outside;
}

std::vector<Polygon> overlapping(const Making& making, const Polygon& throat, SurfaceIndex surface,
                                 const std::vector<SurfaceIndex>& others)
{
    const Box box = boxOf(throat.outer);
    std::vector<Polygon> taken;
    for (const SurfaceIndex other : others)
        if (other != surface && overlap(box, making.boxes[other]) && mayOverlap(throat, making.drawn[other]))
            taken.push_back(making.drawn[other]);
    return taken;
}

// The rectangle over the line that reaches the farthest face, and a little into it.
std::optional<Polygon> slab(const Polygon& drawn, Segment line, double middle)
{
    const Vec2 way = leftOf(line);
    const Vec2 a = inMillimetres(line.a);
    const Vec2 b = inMillimetres(line.b);
    // A face that slopes by more than 45° against the line is another wall: the end looks past this one's corner.
    const double farEnd = std::min(middle + 0.5 * length(b - a), double{kThickestWall});
    double deepest = middle;
    for (const double share : {kBesideEnd, 1.0 - kBesideEnd}) {
        const auto end = reach(drawn, a + (b - a) * share, way);
        if (end && *end <= farEnd) deepest = std::max(deepest, *end);
    }
    if (deepest == 0.0) return std::nullopt;
    const Vec2 depth = way * (deepest + kInto);
    return Polygon{{line.a, line.b, rounded(b + depth), rounded(a + depth)}, {}};
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
    const auto face = entry(polygon, from, way);
    return face ? std::optional(std::max(face->at, 0.0)) : std::nullopt;
}

void reachTo(Making& making, SurfaceIndex surface, Segment line, const std::vector<SurfaceIndex>& others,
             std::int32_t farthest)
{
    const Polygon& drawn = making.drawn[surface];
    const Vec2 middle = (inMillimetres(line.a) + inMillimetres(line.b)) * 0.5;
    const auto face = entry(drawn, middle, leftOf(line));
    if (!face || face->at > farthest) return;
    if (auto notch = notchOf(drawn, line, *face)) {
        const Polygon shape{{line.a, line.b, notch->corners.back(), notch->corners.front()}, {}};
        if (doubleArea(shape.outer) <= 0) return; // the line lies on the face
        if (overlapping(making, shape, surface, others).empty()) {
            making.throats[surface].push_back({shape, std::move(notch)});
            return;
        }
    }
    const auto throat = slab(drawn, line, std::max(face->at, 0.0));
    if (!throat) return;
    const auto taken = overlapping(making, *throat, surface, others);
    const std::vector<Polygon> free = taken.empty() ? std::vector{*throat} : subtract({*throat}, taken);
    if (const Polygon* most = largest(free)) making.throats[surface].push_back({*most, std::nullopt});
}

}
