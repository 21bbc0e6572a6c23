#include "sim/crowd/terrain.hpp"

#include "sim/crowd/crowd.hpp"
#include "sim/crowd/landing_flow.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

struct Rect {
    double lowX, lowY, highX, highY;
};

double squared(double v)
{
    return v * v;
}

// Metres from a rectangle to a segment: exact enough for lists (the segment is sampled by its nearest point to the
// rectangle's middle, its ends and the rectangle's corners).
double distanceTo(const Rect& rect, Vec2 a, Vec2 b)
{
    const auto toRect = [&](Vec2 p) {
        const double dx = std::max({rect.lowX - p.x, 0.0, p.x - rect.highX});
        const double dy = std::max({rect.lowY - p.y, 0.0, p.y - rect.highY});
        return std::sqrt(squared(dx) + squared(dy));
    };
    double best = std::min(toRect(a), toRect(b));
    for (const Vec2 corner :
         {Vec2{rect.lowX, rect.lowY}, Vec2{rect.highX, rect.lowY}, Vec2{rect.lowX, rect.highY},
          Vec2{rect.highX, rect.highY}, Vec2{0.5 * (rect.lowX + rect.highX), 0.5 * (rect.lowY + rect.highY)}})
        best = std::min(best, toRect(nearestOn(a, b, corner)));
    return best;
}

Room roomOf(const Surface& surface)
{
    Room room;
    const Box box = boxOf(surface.area.outer);
    const Vec2 low = toMetres(box.low);
    const Vec2 high = toMetres(box.high);
    room.lowX = static_cast<float>(low.x);
    room.lowY = static_cast<float>(low.y);
    room.columns = std::max(1, static_cast<int>(std::ceil((high.x - low.x) / kCrowdCell)));
    room.rows = std::max(1, static_cast<int>(std::ceil((high.y - low.y) / kCrowdCell)));
    room.planPerSlope = static_cast<float>(planPerSlope(surface));
    room.uphillX = static_cast<float>(surface.uphill.x);
    room.uphillY = static_cast<float>(surface.uphill.y);
    room.rising = static_cast<float>(surface.rising);
    return room;
}

Rect rectOf(const Room& room, int column, int row)
{
    const double x = double{room.lowX} + column * double{kCrowdCell};
    const double y = double{room.lowY} + row * double{kCrowdCell};
    return {x, y, x + double{kCrowdCell}, y + double{kCrowdCell}};
}

// Calls visit(cell index within the room, rectangle) for the cells within `reach` of the segment, row by row.
template <class Visit> void forCellsNear(const Room& room, Vec2 a, Vec2 b, double reach, const Visit& visit)
{
    const auto place = [](double v, double low, int count) {
        return std::clamp(static_cast<int>(std::floor((v - low) / double{kCrowdCell})), 0, count - 1);
    };
    const int c0 = place(std::min(a.x, b.x) - reach, room.lowX, room.columns);
    const int c1 = place(std::max(a.x, b.x) + reach, room.lowX, room.columns);
    const int r0 = place(std::min(a.y, b.y) - reach, room.lowY, room.rows);
    const int r1 = place(std::max(a.y, b.y) + reach, room.lowY, room.rows);
    for (int r = r0; r <= r1; ++r)
        for (int c = c0; c <= c1; ++c)
            if (const Rect rect = rectOf(room, c, r); distanceTo(rect, a, b) <= reach)
                visit(static_cast<std::uint32_t>(r * room.columns + c), rect);
}

template <class T> PerCell<T> packed(const std::vector<std::vector<T>>& lists)
{
    PerCell<T> result;
    result.start.reserve(lists.size() + 1);
    result.start.push_back(0);
    for (const auto& list : lists) {
        result.items.insert(result.items.end(), list.begin(), list.end());
        result.start.push_back(static_cast<std::uint32_t>(result.items.size()));
    }
    return result;
}

WallLine wallLine(Segment wall)
{
    const Vec2 a = toMetres(wall.a);
    const Vec2 b = toMetres(wall.b);
    const double l = length(b - a);
    return {static_cast<float>(a.x),
            static_cast<float>(a.y),
            static_cast<float>(b.x),
            static_cast<float>(b.y),
            static_cast<float>((b.x - a.x) / l),
            static_cast<float>((b.y - a.y) / l),
            static_cast<float>(l)};
}

void listWalls(Terrain& terrain, const Walkable& walkable)
{
    std::vector<std::vector<WallLine>> walls(terrain.cells);
    terrain.blind.assign(terrain.cells, 0);
    for (SurfaceIndex s = 0; s < terrain.rooms.size(); ++s) {
        const Room& room = terrain.rooms[s];
        for (const Segment& wall : wallsOf(walkable, s)) {
            if (wall.a == wall.b) continue;
            const WallLine line = wallLine(wall);
            const Vec2 a = toMetres(wall.a);
            const Vec2 b = toMetres(wall.b);
            // A wall that has surface beyond it can hide people: the far ends of both bodies' reach.
            const bool hides = std::ranges::any_of(walkable.surfaces[s].area.outer, [&](Point p) {
                return cross(b - a, toMetres(p) - a) < -0.01 * length(b - a);
            });
            forCellsNear(room, a, b, double{kWallReach},
                         [&](std::uint32_t cell, const Rect&) { walls[room.firstCell + cell].push_back(line); });
            if (hides)
                forCellsNear(room, a, b, double{kReach},
                             [&](std::uint32_t cell, const Rect&) { terrain.blind[room.firstCell + cell] = 1; });
        }
    }
    terrain.walls = packed(walls);
}

// The cells of the room beyond a portal that people of each cell of this room can see through it.
void listFarCells(std::vector<std::vector<FarCells>>& far, const Room& room, const Room& other, const PortalLine& line,
                  Vec2 a, Vec2 b)
{
    forCellsNear(room, a, b, double{kReach}, [&](std::uint32_t cell, const Rect& rect) {
        auto& list = far[room.firstCell + cell];
        forCellsNear(other, a, b, double{kReach}, [&](std::uint32_t farCell, const Rect& farRect) {
            const double gapX = std::max({farRect.lowX - rect.highX, rect.lowX - farRect.highX, 0.0});
            const double gapY = std::max({farRect.lowY - rect.highY, rect.lowY - farRect.highY, 0.0});
            if (squared(gapX) + squared(gapY) > squared(double{kReach})) return;
            const std::uint32_t index = other.firstCell + farCell;
            const bool goesOn = !list.empty() && list.back().end == index && list.back().ax == line.ax &&
                                list.back().ay == line.ay && list.back().bx == line.bx && list.back().by == line.by;
            if (goesOn)
                ++list.back().end;
            else
                list.push_back({index, index + 1, line.ax, line.ay, line.bx, line.by});
        });
    });
}

void listPortals(Terrain& terrain, const Walkable& walkable, const Network& network)
{
    std::vector<std::vector<PortalLine>> lines(terrain.cells);
    std::vector<std::vector<FarCells>> far(terrain.cells);
    terrain.squeeze.assign(terrain.cells, 1.0F);
    for (PortalIndex p = 0; p < walkable.portals.size(); ++p) {
        const Portal& portal = walkable.portals[p];
        for (const bool fromB : {false, true}) {
            const SurfaceIndex here = fromB ? portal.b : portal.a;
            const SurfaceIndex there = fromB ? portal.a : portal.b;
            if (here == kNowhere) continue;
            const Room& room = terrain.rooms[here];
            const Vec2 a = toMetres(fromB ? portal.line.b : portal.line.a);
            const Vec2 b = toMetres(fromB ? portal.line.a : portal.line.b);
            const auto& slots = network.surfaces[here].portals;
            const auto slot = static_cast<std::uint32_t>(std::ranges::find(slots, p) - slots.begin());
            const PortalLine line{static_cast<float>(a.x), static_cast<float>(a.y), static_cast<float>(b.x),
                                  static_cast<float>(b.y), passageOf(p, fromB),     slot};
            const double width = length(b - a);
            forCellsNear(room, a, b, double{kWallReach}, [&](std::uint32_t cell, const Rect&) {
                lines[room.firstCell + cell].push_back(line);
                float& squeeze = terrain.squeeze[room.firstCell + cell];
                squeeze = std::min(squeeze, static_cast<float>(std::max(0.5 * width - 0.02, 0.05)));
            });
            if (there != kNowhere) listFarCells(far, room, terrain.rooms[there], line, a, b);
        }
    }
    terrain.portals = packed(lines);
    terrain.far = packed(far);
}

std::uint32_t addWay(Terrain& terrain, Way::Kind kind, std::uint32_t target, const WayField& field, Segment line)
{
    Way way;
    way.line = line;
    way.kind = kind;
    way.target = target;
    way.lowX = static_cast<float>(field.grid.low.x);
    way.lowY = static_cast<float>(field.grid.low.y);
    way.perCell = static_cast<float>(1.0 / field.grid.size);
    way.columns = field.grid.columns;
    way.rows = field.grid.rows;
    way.first = terrain.directions.size();
    way.field = &field;
    for (std::size_t c = 0; c < field.grid.cells(); ++c) {
        terrain.directions.push_back(field.dirX[c]);
        terrain.directions.push_back(field.dirY[c]);
    }
    terrain.ways.push_back(way);
    return static_cast<std::uint32_t>(terrain.ways.size() - 1);
}

// Numbers of all directions: a wide yard with many gates has tens of millions, which are not to be moved as they grow.
std::size_t directionsOf(const Network& network, const std::vector<LeavingLine>& lines)
{
    std::size_t cells = 0;
    for (const SurfaceWays& own : network.surfaces)
        for (const auto& field : own.fields) cells += field->grid.cells();
    for (const LeavingLine& line : lines) cells += network.surfaces[line.surface].floor->grid.cells();
    for (const AreaWays& area : network.areas) cells += area.field->grid.cells();
    return 2 * cells;
}

void addWays(Terrain& terrain, const Walkable& walkable, const Network& network, const std::vector<LeavingLine>& lines)
{
    terrain.directions.reserve(directionsOf(network, lines));
    for (SurfaceIndex s = 0; s < terrain.rooms.size(); ++s) {
        terrain.rooms[s].firstWay = static_cast<std::uint32_t>(terrain.ways.size());
        const SurfaceWays& own = network.surfaces[s];
        for (std::size_t i = 0; i < own.portals.size(); ++i) {
            const bool fromB = walkable.portals[own.portals[i]].a != s;
            const std::uint32_t way = addWay(terrain, Way::Kind::Portal, passageOf(own.portals[i], fromB),
                                             own.fields[i], walkable.portals[own.portals[i]].line);
            const SurfaceKind kind = walkable.surfaces[s].kind;
            if (kind == SurfaceKind::FloorLanding || kind == SurfaceKind::HalfLanding)
                std::ranges::copy(streamDirections(walkable, own, i),
                                  terrain.directions.begin() + static_cast<std::ptrdiff_t>(terrain.ways[way].first));
        }
    }
    terrain.ownFields.reserve(lines.size()); // ways point into it
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        const Floor& floor = network.surfaces[lines[i].surface].floor;
        terrain.ownFields.push_back(wayTo(floor, {lines[i].line}, kKeepClear));
        terrain.lineWays.push_back(addWay(terrain, Way::Kind::Line, i, terrain.ownFields.back(), lines[i].line));
    }
    for (std::uint32_t i = 0; i < walkable.assemblies.size(); ++i) {
        const WayField& field = network.areas[i].field;
        terrain.areaWays.push_back(field.distance.empty() ? kNowhere : addWay(terrain, Way::Kind::Area, i, field, {}));
    }
}

}

Terrain terrainOf(const Walkable& walkable, const Network& network, const std::vector<LeavingLine>& lines)
{
    Terrain terrain;
    for (const Surface& surface : walkable.surfaces) {
        terrain.rooms.push_back(roomOf(surface));
        Room& room = terrain.rooms.back();
        room.firstCell = terrain.cells;
        terrain.cells += static_cast<std::uint32_t>(room.columns * room.rows);
    }
    listWalls(terrain, walkable);
    listPortals(terrain, walkable, network);
    addWays(terrain, walkable, network, lines);
    return terrain;
}

namespace {

Heading straightTo(const Way& way, float x, float y)
{
    if (way.kind == Way::Kind::Area) return {0, 0};
    const Vec2 at{double{x}, double{y}};
    const Vec2 to = nearestOn(toMetres(way.line.a), toMetres(way.line.b), at) - at;
    const double metres = length(to);
    if (metres < 1e-6) return {0, 0};
    return {static_cast<float>(to.x / metres), static_cast<float>(to.y / metres)};
}

}

Heading headingAt(const Terrain& terrain, const Way& way, float x, float y)
{
    const float u = (x - way.lowX) * way.perCell - 0.5F;
    const float v = (y - way.lowY) * way.perCell - 0.5F;
    const int column = std::clamp(static_cast<int>(u), 0, way.columns - 2);
    const int row = std::clamp(static_cast<int>(v), 0, way.rows - 2);
    const float fx = std::clamp(u - static_cast<float>(column), 0.0F, 1.0F);
    const float fy = std::clamp(v - static_cast<float>(row), 0.0F, 1.0F);
    const float* low = terrain.directions.data() + way.first + 2 * static_cast<std::size_t>(row * way.columns + column);
    const float* high = low + 2 * static_cast<std::size_t>(way.columns);
    const float hx = (low[0] * (1 - fx) + low[2] * fx) * (1 - fy) + (high[0] * (1 - fx) + high[2] * fx) * fy;
    const float hy = (low[1] * (1 - fx) + low[3] * fx) * (1 - fy) + (high[1] * (1 - fx) + high[3] * fx) * fy;
    const float size = std::sqrt(hx * hx + hy * hy);
    return size < 1e-6F ? straightTo(way, x, y) : Heading{hx / size, hy / size};
}

}
