#include "editor/model/snapping.hpp"

#include "editor/model/picking.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/walkable/stair_parts.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace stairwise::editor {
namespace {

// A line x = value or y = value that holds a coordinate.
struct Holder {
    std::int32_t value = 0;
    SnapKind kind = SnapKind::None;
    Segment guide;
};

enum class Axis { X, Y };

std::int32_t along(Point p, Axis axis)
{
    return axis == Axis::X ? p.x : p.y;
}

std::int32_t across(Point p, Axis axis)
{
    return axis == Axis::X ? p.y : p.x;
}

Point atPlace(std::int32_t value, std::int32_t other, Axis axis)
{
    return axis == Axis::X ? Point{value, other} : Point{other, value};
}

std::vector<Ring> ringsShown(const Scene& scene)
{
    const School& school = *scene.document.school;
    std::vector<Ring> rings;
    const PlanElements all = elementsOf(school, scene.storey);
    for (const Space* space : all.spaces) rings.push_back(space->polygon.outer);
    for (const Obstacle* obstacle : all.obstacles) rings.push_back(obstacle->polygon);
    for (const AssemblyArea* area : all.areas) rings.push_back(area->polygon);
    for (const Stair* stair : all.stairs) rings.push_back(footprintOf(*stair));
    return rings;
}

// Corners of the storey below hold too, so that storeys stand on each other.
void addBelow(const Scene& scene, std::vector<Ring>& rings)
{
    const Building* building = buildingOf(*scene.document.school, scene.storey);
    if (building == nullptr) return;
    for (std::size_t i = 1; i < building->storeys.size(); ++i)
        if (building->storeys[i]->id == scene.storey)
            for (const Space& space : building->storeys[i - 1]->spaces) rings.push_back(space.polygon.outer);
}

std::optional<Point> nearestCorner(const std::vector<Ring>& rings, Vec2 at, double reach)
{
    std::optional<Point> best;
    for (const Ring& ring : rings)
        for (const Point corner : ring) {
            const double away = length(toMetres(corner) - at);
            if (away > reach) continue;
            reach = away;
            best = corner;
        }
    return best;
}

constexpr std::int32_t kBesideEdge = 1500; // millimetres beyond an edge's ends where it still holds; assumed

void considerEdges(const Ring& ring, Point at, Axis axis, std::int32_t wall, std::vector<Holder>& holders)
{
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Segment edge{ring[i], ring[(i + 1) % ring.size()]};
        if (along(edge.a, axis) != along(edge.b, axis)) continue;
        const auto [low, high] = std::minmax({across(edge.a, axis), across(edge.b, axis)});
        if (across(at, axis) < low - kBesideEdge || across(at, axis) > high + kBesideEdge) continue;
        const std::int32_t value = along(edge.a, axis);
        holders.push_back({value, SnapKind::Edge, edge});
        for (const std::int32_t beyond : {value - wall, value + wall})
            holders.push_back({beyond, SnapKind::Edge, {atPlace(beyond, low, axis), atPlace(beyond, high, axis)}});
    }
}

void considerCorners(const Ring& ring, Axis axis, std::vector<Holder>& holders)
{
    for (const Point corner : ring) holders.push_back({along(corner, axis), SnapKind::Alignment, {corner, corner}});
}

// Edges before alignments before right angles: a weaker hold counts as farther away.
double weight(SnapKind kind)
{
    switch (kind) {
    case SnapKind::Edge:
        return 1.0;
    case SnapKind::Alignment:
        return 1.6;
    default:
        return 1.3;
    }
}

const Holder* strongest(const std::vector<Holder>& holders, std::int32_t value, double reach)
{
    const Holder* best = nullptr;
    double least = reach;
    for (const Holder& holder : holders) {
        const double away = std::abs(holder.value - value) / 1000.0 * weight(holder.kind);
        if (away > least || (best != nullptr && away == least)) continue;
        least = away;
        best = &holder;
    }
    return best;
}

std::int32_t onGrid(std::int32_t value, std::int32_t grid)
{
    if (grid <= 1) return value;
    return static_cast<std::int32_t>(std::lround(static_cast<double>(value) / grid)) * grid;
}

std::optional<Snapped> onSkewEdge(const std::vector<Ring>& rings, Vec2 at, double reach)
{
    std::optional<Snapped> best;
    for (const Ring& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Segment edge{ring[i], ring[(i + 1) % ring.size()]};
            if (edge.a.x == edge.b.x || edge.a.y == edge.b.y) continue;
            const Vec2 on = nearestOn(toMetres(edge.a), toMetres(edge.b), at);
            if (length(on - at) > reach) continue;
            reach = length(on - at);
            best = Snapped{toMillimetres(on), SnapKind::Edge, {edge}};
        }
    return best;
}

// One coordinate by itself: what holds it, else the grid.
std::int32_t held(Snapped& snapped, const std::vector<Holder>& holders, Point at, Axis axis, double reach,
                  std::int32_t grid)
{
    const Holder* holder = strongest(holders, along(at, axis), reach);
    if (holder == nullptr) {
        if (snapped.kind == SnapKind::None) snapped.kind = SnapKind::Grid;
        return onGrid(along(at, axis), grid);
    }
    snapped.kind = holder->kind;
    snapped.guides.push_back(holder->guide);
    return holder->value;
}

constexpr double kStill = 0.25;  // of the reach: a hand that has moved less along an axis has not; assumed
constexpr double kGoesFar = 2.0; // reaches that it must have moved along the other; assumed

// Which coordinate of the last point a straight hand keeps.
std::optional<Axis> keptBy(Vec2 at, double reach, const std::vector<Point>& before, const std::optional<Vec2>& hand)
{
    if (before.empty()) return std::nullopt;
    const Vec2 by = at - hand.value_or(toMetres(before.back()));
    if (std::abs(by.y) <= kStill * reach && std::abs(by.x) > kGoesFar * reach) return Axis::Y;
    if (std::abs(by.x) <= kStill * reach && std::abs(by.y) > kGoesFar * reach) return Axis::X;
    return std::nullopt;
}

struct Hold {
    double reach = 0.0;
    std::optional<Axis> kept;
};

// One coordinate: of the last point where that is kept, else by what holds it.
std::int32_t heldAlong(Axis axis, Snapped& snapped, const std::vector<Ring>& rings, Point free, const Hold& hold,
                       const Scene& scene, const std::vector<Point>& before)
{
    std::vector<Holder> holders;
    const bool kept = hold.kept == axis;
    if (!kept)
        for (const Ring& ring : rings) {
            considerEdges(ring, free, axis, scene.settings.wallThickness, holders);
            considerCorners(ring, axis, holders);
        }
    if (!before.empty()) {
        const std::int32_t value = along(before.back(), axis);
        holders.push_back({value, SnapKind::RightAngle, {before.back(), atPlace(value, across(free, axis), axis)}});
    }
    return held(snapped, holders, free, axis, kept ? std::numeric_limits<double>::infinity() : hold.reach,
                scene.settings.grid);
}

// Both coordinates, each by what holds it.
Snapped heldByAxes(const std::vector<Ring>& rings, Point free, const Hold& hold, const Scene& scene,
                   const std::vector<Point>& before)
{
    Snapped snapped;
    snapped.at.x = heldAlong(Axis::X, snapped, rings, free, hold, scene, before);
    snapped.at.y = heldAlong(Axis::Y, snapped, rings, free, hold, scene, before);
    for (Segment& guide : snapped.guides)
        if (guide.a == guide.b) guide.b = snapped.at; // an alignment is drawn to the place it holds
    return snapped;
}

constexpr double kFarthestHold = 0.5; // metres, however few pixels that are; assumed: two walls
constexpr double kCornerFirst = 2.0;  // so much farther away a corner still wins; assumed

// The far side of a wall is meant where the hand is there, though a corner is near.
bool cornerFirst(Point corner, const Snapped& snapped, Vec2 at, const Hold& hold, const Scene& scene)
{
    const double away = length(toMetres(corner) - at);
    if (hold.kept && along(corner, *hold.kept) != along(snapped.at, *hold.kept)) return away <= kStill * hold.reach;
    const double spare = scene.settings.grid / 2000.0;
    return away <= kCornerFirst * length(toMetres(snapped.at) - at) + spare;
}

}

Snapped snap(Vec2 at, double reach, const Scene& scene, const std::vector<Point>& before,
             const std::optional<Vec2>& hand)
{
    const Point free = toMillimetres(at);
    if (!scene.settings.snap) return {free, SnapKind::None, {}};
    const Hold hold{std::min(reach, kFarthestHold), keptBy(at, reach, before, hand)};
    std::vector<Ring> rings = ringsShown(scene);
    addBelow(scene, rings);
    if (!before.empty()) rings.push_back(before);
    const auto corner = nearestCorner(rings, at, hold.reach);
    if (const auto edge = onSkewEdge(rings, at, hold.reach * 0.7); edge && !corner && !hold.kept) return *edge;
    Snapped snapped = heldByAxes(rings, free, hold, scene, before);
    if (corner && cornerFirst(*corner, snapped, at, hold, scene)) return {*corner, SnapKind::Corner, {}};
    return snapped;
}

}
