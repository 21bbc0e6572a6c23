#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"
#include "sim/school/edits.hpp"
#include "sim/school/elements.hpp"
#include "sim/school/space_beside.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kLeastRoom = 0.1; // m², assumed: nobody stands in less

Vec2 inMm(Point p)
{
    return {static_cast<double>(p.x), static_cast<double>(p.y)};
}

Point rounded(Vec2 mm)
{
    return toMillimetres(mm * 0.001);
}

Vec2 leftOf(Vec2 way)
{
    return {-way.y, way.x};
}

// The wall as a rectangle about its line, longer by its thickness at both ends: a wall drawn to the edges of a room
// cuts it through even where they run aslant.
Polygon wallAlong(const Segment& line, std::int32_t thickness)
{
    const Vec2 along = inMm(line.b) - inMm(line.a);
    const double size = length(along);
    const Vec2 way = along * (1.0 / size);
    const double right = std::floor(thickness / 2.0); // whole millimetres on both sides of a straight wall
    const double left = thickness - right;
    const Vec2 a = inMm(line.a) - way * thickness;
    const Vec2 b = inMm(line.b) + way * thickness;
    const Vec2 side = leftOf(way);
    return {{rounded(a - side * right), rounded(b - side * right), rounded(b + side * left), rounded(a + side * left)},
            {}};
}

// Does the wall stand in the door's way where it opens into the room?
bool blocks(const Polygon& wall, const Segment& door, Vec2 inward)
{
    const Segment inside{toMillimetres(toMetres(door.a) + inward), toMillimetres(toMetres(door.b) + inward)};
    if (sideOf(wall, inside.a) != Side::Outside) return true;
    return std::ranges::any_of(edgesOf(wall), [&inside](const Segment& edge) { return meet(edge, inside); });
}

void removeBlocked(Edit& edit, const Element& at, const Space& space, const Polygon& wall)
{
    if (at.storey == nullptr) return;
    for (const Door& door : at.storey->doors)
        for (const SpaceBeside& side : spacesBeside(*at.storey, door.at))
            if (side.space == &space && blocks(wall, door.at, side.inward))
                edit.changes.emplace_back(Remove{door.id.value});
}

std::vector<Vec2> cornersApart(std::span<const Point> line)
{
    std::vector<Vec2> corners;
    for (const Point p : line)
        if (corners.empty() || corners.back() != inMm(p)) corners.push_back(inMm(p));
    return corners;
}

// One side of the corridor, `out` to the left of the line; its corners are those of both sides' mitres. Where the line
// turns back on itself there is no mitre: the corner is cut square.
std::vector<Vec2> sideAlong(const std::vector<Vec2>& line, double out)
{
    constexpr double kSharpest = -0.8; // cosine of the turn beyond which a mitre would stick out; assumed
    std::vector<Vec2> ways;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Vec2 along = line[i] - line[i - 1];
        ways.push_back(along * (1.0 / length(along)));
    }
    std::vector<Vec2> side{line.front() + leftOf(ways.front()) * out};
    for (std::size_t i = 1; i < ways.size(); ++i) {
        const Vec2 n = leftOf(ways[i - 1]);
        const Vec2 m = leftOf(ways[i]);
        const double cosine = dot(n, m);
        if (cosine > kSharpest) {
            side.push_back(line[i] + (n + m) * (out / (1.0 + cosine)));
        } else {
            side.push_back(line[i] + n * out);
            side.push_back(line[i] + m * out);
        }
    }
    side.push_back(line.back() + leftOf(ways.back()) * out);
    return side;
}

Ring simple(const Ring& ring)
{
    if (!selfCrossing(ring)) return doubleArea(ring) < 0 ? reversed(ring) : ring;
    const auto parts = mend(ring).polygons;
    const auto largest = std::ranges::max_element(parts, {}, [](const Polygon& part) { return area(part); });
    return largest == parts.end() ? Ring{} : largest->outer;
}

}

Edit wallThrough(const School& school, const SpaceId& space, Segment line, std::int32_t thickness)
{
    Edit edit{{"edit.wall_through", {}}, {}};
    const Elements elements = elementsOf(school);
    const auto found = elements.find(space.value);
    const Space* room = found == elements.end() ? nullptr : found->second.as<Space>();
    if (room == nullptr || line.a == line.b) return edit;
    const Polygon wall = wallAlong(line, std::max(thickness, 1));
    auto parts = subtract({room->polygon}, {wall});
    std::erase_if(parts, [](const Polygon& part) { return area(part) < kLeastRoom; });
    if (parts.size() < 2) return edit;
    std::ranges::stable_sort(parts, {}, [](const Polygon& part) { return -area(part); });
    const StoreyId storey = found->second.storey == nullptr ? StoreyId{} : found->second.storey->id;
    FreeIds free(school);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Space part = *room;
        part.polygon = parts[i];
        if (i > 0) part.id.value = free.like(room->id.value + "-1");
        if (i > 0 && !room->name.empty()) part.name = fmt::format("{}-{}", room->name, i + 1);
        edit.changes.emplace_back(PutSpace{storey, std::move(part)});
    }
    removeBlocked(edit, found->second, *room, wall);
    return edit;
}

Ring aroundLine(std::span<const Point> centreLine, std::int32_t width)
{
    const auto line = cornersApart(centreLine);
    if (line.size() < 2 || width < 1) return {};
    const double right = std::floor(width / 2.0);
    Ring ring;
    const auto add = [&ring](Vec2 corner) {
        const Point p = rounded(corner);
        if (ring.empty() || (ring.back() != p && ring.front() != p)) ring.push_back(p);
    };
    const auto rightSide = sideAlong(line, -right);
    const auto leftSide = sideAlong(line, width - right);
    std::for_each(rightSide.begin(), rightSide.end(), add);
    std::for_each(leftSide.rbegin(), leftSide.rend(), add);
    return ring.size() < 3 ? Ring{} : simple(ring);
}

}
