// The fields of a network: made of each surface's shape alone, all at once or when they are asked for.
#include "sim/base/parallel.hpp"
#include "sim/base/steady_math.hpp"
#include "sim/egress/across.hpp"
#include "sim/egress/network.hpp"
#include "sim/egress/shortest.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <thread>

namespace stairwise {
namespace {

constexpr double kMostCells = 250'000.0; // a surface: past 1 hectare (open ground) the grid grows coarser; assumed

double cellSizeFor(const Polygon& area)
{
    const Box box = boxOf(area.outer);
    const Vec2 extent = toMetres(box.high) - toMetres(box.low);
    const double finest = steady::sqrt(extent.x * extent.y / kMostCells);
    return finest > kCellSize ? finest : kCellSize;
}

Vec2 middleOf(const Segment& line)
{
    return (toMetres(line.a) + toMetres(line.b)) * 0.5;
}

/// A flight is a rectangle between its two portals: the straight way is the shortest, no wall cost bends it.
// Over all cells, beyond the edges too: people stand with their centres nearer to a wall than a cell's.
WayField straightTo(const Floor& floor, const Segment& target, Vec2 inside)
{
    WayField field{floor.grid, {}, {}, {}};
    const Vec2 a = toMetres(target.a);
    const Vec2 b = toMetres(target.b);
    const Vec2 along = (b - a) * (1.0 / length(b - a));
    const Vec2 right{along.y, -along.x};
    const Vec2 out = dot(inside - a, right) > 0.0 ? right * -1.0 : right;
    for (std::size_t cell = 0; cell < floor.grid.cells(); ++cell) {
        const auto columns = static_cast<std::size_t>(floor.grid.columns);
        const Vec2 centre = floor.grid.centre(static_cast<int>(cell % columns), static_cast<int>(cell / columns));
        const Vec2 way = nearestOn(a, b, centre) - centre;
        const double metres = length(way);
        // Beyond the line the way goes on: what is blended from there must not point back.
        const bool beyond = dot(centre - a, out) >= 0.0 || metres <= 0.0;
        field.distance.push_back(beyond ? 0.0F : static_cast<float>(metres));
        field.dirX.push_back(static_cast<float>(beyond ? out.x : way.x / metres));
        field.dirY.push_back(static_cast<float>(beyond ? out.y : way.y / metres));
    }
    return field;
}

/// All that the fields of a surface are made of; held by whatever is not made yet.
struct Shape {
    SurfaceKind kind = SurfaceKind::Space;
    Polygon area;
    std::vector<Segment> lines; // of its portals, in their order
    std::vector<Segment> walls;
};
using SharedShape = std::shared_ptr<const Shape>;

WayField fieldTo(const Shape& shape, const Floor& floor, std::size_t portal)
{
    const Segment& line = shape.lines[portal];
    return shape.kind == SurfaceKind::Flight ? straightTo(floor, line, centroid(shape.area))
                                             : wayTo(floor, {line}, kKeepClear);
}

/// Plan metres from one portal of the surface to another; the same there and back.
double metresApart(const Shape& shape, const std::vector<Later<WayField>>& fields, std::size_t from, std::size_t to)
{
    const Segment& a = shape.lines[from];
    const Segment& b = shape.lines[to];
    if (shape.kind == SurfaceKind::Flight) // cells end within half a cell of its edges: too rough for a short flight
        return straightDistance(a, b);
    const double there = distanceAt(fields[to], middleOf(a));
    const double back = distanceAt(fields[from], middleOf(b));
    return there < 0.0 || back < 0.0 ? -1.0 : 0.5 * (there + back);
}

std::vector<double> allApart(const Shape& shape, const std::vector<Later<WayField>>& fields)
{
    const std::size_t count = fields.size();
    std::vector<double> apart(count * count, 0.0);
    for (std::size_t from = 0; from < count; ++from)
        for (std::size_t to = from + 1; to < count; ++to)
            apart[from * count + to] = apart[to * count + from] = metresApart(shape, fields, from, to);
    return apart;
}

SurfaceWays waysOver(const SharedShape& shape)
{
    SurfaceWays ways;
    ways.floor = Later<Floor>([shape] { return floorOf(shape->area, shape->walls, cellSizeFor(shape->area)); });
    for (std::size_t i = 0; i < shape->lines.size(); ++i)
        ways.fields.emplace_back([shape, floor = ways.floor, i] { return fieldTo(*shape, floor, i); });
    ways.apart = Later<std::vector<double>>([shape, fields = ways.fields] { return allApart(*shape, fields); });
    ways.shortest = Later<std::vector<double>>([shape] { return shortestWays(shape->area, shape->lines); });
    ways.width = Later<double>([shape, floor = ways.floor] { return widthAcross(shape->area, floor); });
    return ways;
}

AreaWays waysInto(const SurfaceWays& ways, std::vector<Segment> lines, const Ring& area)
{
    AreaWays made;
    made.field = Later<WayField>([floor = ways.floor, area] { return wayTo(floor, edgesOf({area, {}}), kKeepClear); });
    made.away = Later<std::vector<double>>([field = made.field, lines = std::move(lines), area] {
        std::vector<double> away;
        for (const Segment& line : lines) {
            const Vec2 middle = middleOf(line);
            const bool inside = sideOf(area, toMillimetres(middle)) != Side::Outside;
            away.push_back(inside ? 0.0 : distanceAt(field, middle));
        }
        return away;
    });
    return made;
}

Passage passageFor(const Portal& portal, SurfaceIndex from, SurfaceIndex to)
{
    Passage passage{from, to, 0.0, portal.state == DoorState::Locked, false};
    passage.width = length(toMetres(portal.line.b) - toMetres(portal.line.a));
    passage.exit = portal.exit && from == portal.a;
    return passage;
}

std::vector<Passage> passagesOf(const Walkable& walkable)
{
    std::vector<Passage> passages;
    passages.reserve(2 * walkable.portals.size());
    for (const Portal& portal : walkable.portals) {
        passages.push_back(passageFor(portal, portal.a, portal.b));
        passages.push_back(passageFor(portal, portal.b, portal.a));
    }
    return passages;
}

using PortalLists = std::vector<std::vector<PortalIndex>>;

PortalLists portalsBySurface(const Walkable& walkable)
{
    PortalLists lists(walkable.surfaces.size());
    for (PortalIndex p = 0; p < walkable.portals.size(); ++p) {
        const Portal& portal = walkable.portals[p];
        if (portal.a != kNowhere) lists[portal.a].push_back(p);
        if (portal.b != kNowhere && portal.b != portal.a) lists[portal.b].push_back(p);
    }
    return lists;
}

std::vector<Segment> linesOf(const Walkable& walkable, const std::vector<PortalIndex>& portals)
{
    std::vector<Segment> lines;
    for (const PortalIndex portal : portals) lines.push_back(walkable.portals[portal].line);
    return lines;
}

/// Looks up what an earlier network knows of a surface.
class Lender {
public:
    explicit Lender(const std::optional<KnownWays>& known) : known_(known)
    {
        if (!known_) return;
        for (SurfaceIndex i = 0; i < known_->walkable.surfaces.size(); ++i)
            byElement_[known_->walkable.surfaces[i].element] = i;
    }
    [[nodiscard]] const SurfaceWays* waysOf(const Surface& surface, const std::vector<Segment>& lines) const
    {
        const auto found = byElement_.find(surface.element);
        if (found == byElement_.end()) return nullptr;
        const Surface& then = known_->walkable.surfaces[found->second];
        const SurfaceWays& ways = known_->network.surfaces[found->second];
        const bool same =
            then.kind == surface.kind && then.area == surface.area && linesOf(known_->walkable, ways.portals) == lines;
        return same ? &ways : nullptr;
    }
    /// `ways`: of the surface that it lies on now.
    [[nodiscard]] const AreaWays* waysOf(const Assembly& area, const SurfaceWays& ways) const
    {
        if (!known_) return nullptr;
        const auto& before = known_->walkable.assemblies;
        for (std::size_t i = 0; i < before.size(); ++i)
            if (before[i].surface != kNowhere && before[i].polygon == area.polygon &&
                known_->network.surfaces[before[i].surface].floor.shares(ways.floor))
                return &known_->network.areas[i];
        return nullptr;
    }

private:
    const std::optional<KnownWays>& known_;
    std::map<std::string_view, SurfaceIndex> byElement_;
};

Network laidOut(const Walkable& walkable, const std::optional<KnownWays>& before)
{
    Network network;
    network.passages = passagesOf(walkable);
    const Lender lender(before);
    PortalLists portals = portalsBySurface(walkable);
    for (SurfaceIndex i = 0; i < walkable.surfaces.size(); ++i) {
        const Surface& surface = walkable.surfaces[i];
        std::vector<Segment> lines = linesOf(walkable, portals[i]);
        const SurfaceWays* known = lender.waysOf(surface, lines);
        network.surfaces.push_back(known != nullptr ? *known
                                                    : waysOver(std::make_shared<const Shape>(Shape{
                                                          surface.kind, surface.area, lines, wallsOf(walkable, i)})));
        network.surfaces.back().portals = std::move(portals[i]);
    }
    for (const Assembly& area : walkable.assemblies) {
        if (area.surface == kNowhere || area.polygon.size() < 3) {
            network.areas.emplace_back();
            continue;
        }
        const SurfaceWays& ways = network.surfaces[area.surface];
        const AreaWays* known = lender.waysOf(area, ways);
        network.areas.push_back(known != nullptr ? *known
                                                 : waysInto(ways, linesOf(walkable, ways.portals), area.polygon));
    }
    return network;
}

/// One piece of work a field, so that a large surface is shared out as well.
void make(const std::vector<const Later<WayField>*>& fields)
{
    Workers workers(std::max(1U, std::thread::hardware_concurrency()));
    workers.forBlocks(
        fields.size(),
        [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) (void)fields[i]->get();
        },
        1);
}

}

Network unmadeNetworkOf(const Walkable& walkable)
{
    return laidOut(walkable, std::nullopt);
}

Network networkOf(const Walkable& walkable)
{
    Network network = unmadeNetworkOf(walkable);
    std::vector<const Later<WayField>*> fields;
    for (const SurfaceWays& surface : network.surfaces)
        for (const Later<WayField>& field : surface.fields) fields.push_back(&field);
    for (const AreaWays& area : network.areas) fields.push_back(&area.field);
    make(fields);
    for (const SurfaceWays& surface : network.surfaces) {
        (void)surface.floor.get(); // also where nothing leads
        (void)surface.apart.get();
    }
    for (const AreaWays& area : network.areas) (void)area.away.get();
    return network;
}

Network networkOf(const Walkable& walkable, const std::optional<KnownWays>& before)
{
    Network network = laidOut(walkable, before);
    std::vector<const Later<WayField>*> fields;
    for (SurfaceIndex i = 0; i < network.surfaces.size(); ++i)
        for (const Later<WayField>& field : network.surfaces[i].fields)
            if (!walkable.surfaces[i].outdoor) fields.push_back(&field);
    make(fields);
    return network;
}

void makeShortest(const Network& network)
{
    Workers workers(std::max(1U, std::thread::hardware_concurrency()));
    workers.forBlocks(
        network.surfaces.size(),
        [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) (void)network.surfaces[i].shortest.get();
        },
        1);
}

}
