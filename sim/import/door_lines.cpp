#include "sim/import/door_lines.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/school/school.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace stairwise {
namespace {

constexpr double kFacing = -0.9;      // cos of the angle between two faces of one wall; assumed: 25° from parallel
constexpr double kDeepestLap = 150.0; // mm by which rooms may lie over each other at a door; assumed: a drawn wall
constexpr double kWidestGap = 2.0 * kThickestWall - 20.0; // the line is no farther from either face than a door may be
constexpr double kGapWeight = 0.25; // a mm of wall counts so much of a mm of door; assumed: near walls are meant

Vec2 plain(Point p)
{
    return {static_cast<double>(p.x), static_cast<double>(p.y)};
}
Point rounded(Vec2 v)
{
    return {static_cast<std::int32_t>(std::lround(v.x)), static_cast<std::int32_t>(std::lround(v.y))};
}
Segment rounded(Vec2 a, Vec2 b)
{
    return {rounded(a), rounded(b)};
}
Vec2 between(Vec2 a, Vec2 b, double share)
{
    return a + (b - a) * share;
}

struct Stretch {
    double from = 0.0; // shares of a line's length
    double to = 0.0;
};

// The longest part of a → b inside the polygon.
std::optional<Stretch> longestInside(Vec2 a, Vec2 b, const Polygon& polygon)
{
    std::vector<double> cuts = {0.0, 1.0};
    for (const Segment& edge : edgesOf(polygon)) {
        const Vec2 p = plain(edge.a);
        const Vec2 q = plain(edge.b);
        const double turn = cross(b - a, q - p);
        if (turn == 0.0) continue;
        const double share = cross(p - a, q - p) / turn;
        const double along = cross(p - a, b - a) / turn;
        if (share > 0.0 && share < 1.0 && along >= 0.0 && along <= 1.0) cuts.push_back(share);
    }
    std::ranges::sort(cuts);
    Stretch best;
    double begin = -1.0;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const Vec2 middle = between(a, b, (cuts[i] + cuts[i + 1]) / 2.0);
        const bool inside = contains(polygon, middle * 0.001);
        if (inside && begin < 0.0) begin = cuts[i];
        if (begin >= 0.0 && (!inside || i + 2 == cuts.size())) {
            const double end = inside ? cuts[i + 1] : cuts[i];
            if (end - begin > best.to - best.from) best = {begin, end};
            begin = -1.0;
        }
    }
    return best.to > best.from ? std::optional(best) : std::nullopt;
}

bool near(const Segment& edge, const Box& box)
{
    return std::max(edge.a.x, edge.b.x) >= box.low.x - kThickestWall &&
           std::min(edge.a.x, edge.b.x) <= box.high.x + kThickestWall &&
           std::max(edge.a.y, edge.b.y) >= box.low.y - kThickestWall &&
           std::min(edge.a.y, edge.b.y) <= box.high.y + kThickestWall;
}

// Where `edge` is at `t` along `way`; the edge is not at right angles to it.
Vec2 pointAt(Vec2 from, Vec2 to, Vec2 way, double t)
{
    const double begin = dot(from, way);
    const double end = dot(to, way);
    return between(from, to, (t - begin) / (end - begin));
}

struct Facing {
    DoorLine line;
    double worth = 0.0;
};

// The wall between one edge of a and one of b, both with their room to the left, so that they run against each other.
std::optional<Facing> facing(const Segment& edgeA, const Segment& edgeB, const Polygon& door)
{
    const Vec2 a0 = plain(edgeA.a);
    const Vec2 a1 = plain(edgeA.b);
    const Vec2 b0 = plain(edgeB.a);
    const Vec2 b1 = plain(edgeB.b);
    const double lengthA = length(a1 - a0);
    const double lengthB = length(b1 - b0);
    if (lengthA < kShortestDoor || lengthB < kShortestDoor) return std::nullopt;
    const Vec2 dirA = (a1 - a0) * (1.0 / lengthA);
    const Vec2 dirB = (b1 - b0) * (1.0 / lengthB);
    if (dot(dirA, dirB) > kFacing) return std::nullopt;
    const Vec2 sum = dirA - dirB;
    const Vec2 way = sum * (1.0 / length(sum));
    const Vec2 outward = {way.y, -way.x};
    const double from = std::max(dot(a0, way), dot(b1, way));
    const double to = std::min(dot(a1, way), dot(b0, way));
    if (to - from < kShortestDoor) return std::nullopt;

    const Vec2 fromA = pointAt(a0, a1, way, from);
    const Vec2 fromB = pointAt(b0, b1, way, from);
    const Vec2 toA = pointAt(a0, a1, way, to);
    const Vec2 toB = pointAt(b0, b1, way, to);
    const double gapFrom = dot(fromB - fromA, outward);
    const double gapTo = dot(toB - toA, outward);
    if (std::min(gapFrom, gapTo) < -kDeepestLap || std::max(gapFrom, gapTo) > kWidestGap) return std::nullopt;
    const auto inside = longestInside(between(fromA, fromB, 0.5), between(toA, toB, 0.5), door);
    if (!inside) return std::nullopt;
    const auto cut = [&](Vec2 p, Vec2 q) { return std::pair(between(p, q, inside->from), between(p, q, inside->to)); };
    const auto [faceA0, faceA1] = cut(fromA, toA);
    const auto [faceB0, faceB1] = cut(fromB, toB);
    Facing result;
    result.line.faceA = rounded(faceA0, faceA1);
    result.line.faceB = rounded(faceB0, faceB1);
    result.line.at = rounded(between(faceA0, faceB0, 0.5), between(faceA1, faceB1, 0.5));
    const double gap = (gapFrom + gapTo) / 2.0;
    result.line.gap = static_cast<std::int32_t>(std::lround(gap));
    const double run = lengthOf(result.line.at);
    if (run < kShortestDoor) return std::nullopt;
    result.worth = run - kGapWeight * std::abs(gap);
    return result;
}

}

std::int32_t lengthOf(const Segment& segment)
{
    return static_cast<std::int32_t>(std::floor(length(plain(segment.b) - plain(segment.a))));
}

std::optional<DoorLine> lineBetween(const Polygon& a, const Polygon& b, const Polygon& door)
{
    const Box box = boxOf(door.outer);
    std::optional<Facing> best;
    for (const Segment& edgeA : edgesOf(a)) {
        if (!near(edgeA, box)) continue;
        for (const Segment& edgeB : edgesOf(b)) {
            if (!near(edgeB, box)) continue;
            const auto found = facing(edgeA, edgeB, door);
            if (found && (!best || found->worth > best->worth)) best = found;
        }
    }
    return best ? std::optional(best->line) : std::nullopt;
}

std::optional<DoorLine> lineOutOf(const Polygon& a, const Polygon& door)
{
    std::optional<DoorLine> best;
    for (const Segment& edge : edgesOf(a)) {
        const auto inside = longestInside(plain(edge.a), plain(edge.b), door);
        if (!inside) continue;
        const Segment at = rounded(between(plain(edge.a), plain(edge.b), inside->from),
                                   between(plain(edge.a), plain(edge.b), inside->to));
        if (lengthOf(at) >= kShortestDoor && (!best || lengthOf(at) > lengthOf(best->at))) best = {at, at, at, 0};
    }
    return best;
}

}
