#include "sim/egress/network.hpp"

#include "sim/base/parallel.hpp"
#include "sim/base/steady_math.hpp"
#include "sim/egress/shortest.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <thread>

namespace stairwise {
namespace {

constexpr double kMostCells = 250'000.0; // a surface: past 1 hectare (open ground) the grid grows coarser; assumed

double cellSizeFor(const Surface& surface)
{
    const Box box = boxOf(surface.area.outer);
    const Vec2 extent = toMetres(box.high) - toMetres(box.low);
    const double finest = steady::sqrt(extent.x * extent.y / kMostCells);
    return finest > kCellSize ? finest : kCellSize;
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

/// Plan metres from one portal of the surface to another, by their places in `ways`; the same there and back.
double metresApart(const Walkable& walkable, const Surface& surface, const SurfaceWays& ways, std::size_t from,
                   std::size_t to)
{
    const PortalIndex a = ways.portals[from];
    const PortalIndex b = ways.portals[to];
    if (surface.kind == SurfaceKind::Flight) // cells end within half a cell of its edges: too rough for a short flight
        return straightDistance(walkable.portals[a].line, walkable.portals[b].line);
    const double there = distanceAt(ways.fields[to], middleOf(walkable, a));
    const double back = distanceAt(ways.fields[from], middleOf(walkable, b));
    return there < 0.0 || back < 0.0 ? -1.0 : 0.5 * (there + back);
}

SurfaceWays waysOf(const Walkable& walkable, SurfaceIndex index)
{
    const Surface& surface = walkable.surfaces[index];
    SurfaceWays ways;
    ways.floor = floorOf(surface.area, wallsOf(walkable, index), cellSizeFor(surface));
    ways.portals = portalsOf(walkable, index);
    const std::size_t count = ways.portals.size();
    for (const PortalIndex portal : ways.portals) {
        const Segment& line = walkable.portals[portal].line;
        ways.fields.push_back(surface.kind == SurfaceKind::Flight ? straightTo(ways.floor, line, centroid(surface.area))
                                                                  : wayTo(ways.floor, {line}, kKeepClear));
    }
    ways.apart.assign(count * count, 0.0);
    for (std::size_t from = 0; from < count; ++from)
        for (std::size_t to = from + 1; to < count; ++to)
            ways.apart[from * count + to] = ways.apart[to * count + from] =
                metresApart(walkable, surface, ways, from, to);
    return ways;
}

Passage passageFor(const Portal& portal, SurfaceIndex from, SurfaceIndex to)
{
    Passage passage{from, to, 0.0, portal.state == DoorState::Locked, false};
    passage.width = length(toMetres(portal.line.b) - toMetres(portal.line.a));
    passage.exit = portal.exit && from == portal.a;
    return passage;
}

AreaWays areaWaysOf(const Walkable& walkable, const std::vector<SurfaceWays>& surfaces, const Assembly& assembly)
{
    AreaWays area;
    if (assembly.surface == kNowhere || assembly.polygon.size() < 3) return area;
    const SurfaceWays& ways = surfaces[assembly.surface];
    area.field = wayTo(ways.floor, edgesOf({assembly.polygon, {}}), kKeepClear);
    for (const PortalIndex portal : ways.portals) {
        const Vec2 middle = middleOf(walkable, portal);
        const bool inside = sideOf(assembly.polygon, toMillimetres(middle)) != Side::Outside;
        area.away.push_back(inside ? 0.0 : distanceAt(area.field, middle));
    }
    return area;
}

}

Vec2 middleOf(const Walkable& walkable, PortalIndex portal)
{
    const Segment& line = walkable.portals[portal].line;
    return (toMetres(line.a) + toMetres(line.b)) * 0.5;
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

Network networkOf(const Walkable& walkable)
{
    Network network;
    network.passages = passagesOf(walkable);
    network.surfaces.resize(walkable.surfaces.size());
    network.areas.resize(walkable.assemblies.size());
    Workers workers(std::max(1U, std::thread::hardware_concurrency()));
    workers.forBlocks(
        walkable.surfaces.size(),
        [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                network.surfaces[i] = waysOf(walkable, static_cast<SurfaceIndex>(i));
        },
        1);
    for (std::size_t i = 0; i < walkable.assemblies.size(); ++i)
        network.areas[i] = areaWaysOf(walkable, network.surfaces, walkable.assemblies[i]);
    return network;
}

double between(const Network& network, SurfaceIndex surface, PortalIndex a, PortalIndex b)
{
    const SurfaceWays& ways = network.surfaces[surface];
    const auto from = std::ranges::find(ways.portals, a);
    const auto to = std::ranges::find(ways.portals, b);
    if (from == ways.portals.end() || to == ways.portals.end()) return -1.0;
    const auto row = static_cast<std::size_t>(from - ways.portals.begin());
    return ways.apart[row * ways.portals.size() + static_cast<std::size_t>(to - ways.portals.begin())];
}

}
