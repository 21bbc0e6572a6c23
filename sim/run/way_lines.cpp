#include "sim/run/way_lines.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/run/people.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kStep = 0.2;       // metres along a field between two points of a line: its cell
constexpr std::size_t kMost = 5000; // steps: a kilometre

struct Ground {
    const Walkable& walkable;
    const Network& network;
};

struct Wanted {
    RouteRule rule;
    Barred barred;
};

// Portals of doors and stairs that an event shuts at the start.
std::vector<PortalIndex> shutBy(const Scenario& scenario, const Walkable& walkable)
{
    std::vector<PortalIndex> shut;
    for (const Event& event : scenario.events) {
        if (event.kind != EventKind::Shut || event.time > 0.0) continue;
        for (PortalIndex p = 0; p < walkable.portals.size(); ++p) {
            const Portal& portal = walkable.portals[p];
            const auto flightOf = [&](SurfaceIndex s) {
                return s != kNowhere && walkable.surfaces[s].kind == SurfaceKind::Flight &&
                       walkable.surfaces[s].stair == event.stair;
            };
            const bool stair = !event.stair.none() && (flightOf(portal.a) || flightOf(portal.b));
            if (stair || (!event.door.none() && portal.door == event.door)) shut.push_back(p);
        }
    }
    return shut;
}

Wanted wantedOf(const Ground& ground, const Scenario* scenario, const SchoolClass& schoolClass)
{
    Wanted wanted;
    std::vector<PortalIndex> shut;
    if (scenario != nullptr) {
        const Release* release = releaseFor(*scenario, &schoolClass);
        if (release != nullptr && release->choice == RouteChoice::Given) wanted.rule = release->rule;
        shut = shutBy(*scenario, ground.walkable);
    }
    wanted.barred = barredWith(ground.network, shut);
    return wanted;
}

// Along the field from a place to the portal.
std::vector<Vec2> traced(const WayField& field, Vec2 from, Vec2 to)
{
    std::vector<Vec2> points{from};
    Vec2 at = from;
    for (std::size_t i = 0; i < kMost && length(to - at) > 2.0 * kStep; ++i) {
        const Vec2 way = directionAt(field, at);
        if (way == Vec2{}) break;
        at = at + way * kStep;
        points.push_back(at);
        if (distanceAt(field, at) < kStep) break;
    }
    points.push_back(to);
    return points;
}

void addLeg(WayLine& way, const StoreyId& storey, const std::vector<Vec2>& points)
{
    if (way.legs.empty() || way.legs.back().storey != storey) way.legs.push_back({storey, {}});
    auto& line = way.legs.back().points;
    line.insert(line.end(), points.begin(), points.end());
}

std::optional<Vec2> startOn(const Ground& ground, SurfaceIndex surface)
{
    const Floor& floor = *ground.network.surfaces[surface].floor;
    const Vec2 wanted = centroid(ground.walkable.surfaces[surface].area);
    std::optional<Vec2> best;
    double nearest = 1e9;
    for (int row = 0; row < floor.grid.rows; ++row)
        for (int column = 0; column < floor.grid.columns; ++column) {
            const Vec2 centre = floor.grid.centre(column, row);
            const double away = length(centre - wanted);
            if (floor.open[floor.grid.cell(column, row)] == 0 || away >= nearest) continue;
            nearest = away;
            best = centre;
        }
    return best;
}

void addStair(WayLine& way, const Surface& surface)
{
    if (surface.kind != SurfaceKind::Flight) return;
    if (way.stairs.empty() || way.stairs.back() != surface.stair) way.stairs.push_back(surface.stair);
}

// A portal has its surface a on its left.
Vec2 acrossFrom(const Portal& portal, SurfaceIndex from)
{
    const Vec2 line = toMetres(portal.line.b) - toMetres(portal.line.a);
    const Vec2 across = Vec2{line.y, -line.x} * (1.0 / length(line));
    return portal.a == from ? across : across * -1.0;
}

WayLine drawn(const Ground& ground, SurfaceIndex home, const std::vector<PassageIndex>& route, double seconds)
{
    WayLine way;
    way.seconds = seconds;
    Vec2 at = startOn(ground, home).value_or(centroid(ground.walkable.surfaces[home].area));
    for (const PassageIndex passage : route) {
        const SurfaceIndex from = ground.network.passages[passage].from;
        if (from == kNowhere) continue;
        const PortalIndex portal = portalOf(passage);
        const SurfaceWays& ways = ground.network.surfaces[from];
        const auto mine = std::ranges::find(ways.portals, portal) - ways.portals.begin();
        const Vec2 to = middleOf(ground.walkable, portal);
        if (way.legs.empty()) {
            way.door = to;
            way.through = acrossFrom(ground.walkable.portals[portal], from);
        }
        addStair(way, ground.walkable.surfaces[from]);
        if (static_cast<std::size_t>(mine) < ways.fields.size())
            addLeg(way, ground.walkable.surfaces[from].storey,
                   traced(ways.fields[static_cast<std::size_t>(mine)], at, to));
        if (ground.network.passages[passage].exit) way.exit = ground.walkable.portals[portal].door;
        at = to;
    }
    return way;
}

const Goal kOut{};

std::optional<WayLine> found(const Ground& ground, SurfaceIndex home, const Wanted& wanted,
                             std::vector<PassageIndex>& route)
{
    const auto toGo = secondsToGo(ground.walkable, ground.network, wanted.rule, kOut, wanted.barred);
    route = routeFrom(ground.walkable, ground.network, home, wanted.rule, kOut, wanted.barred);
    if (route.empty()) return std::nullopt;
    return drawn(ground, home, route, toGo[route.front()]);
}

bool onFlightOf(const Ground& ground, const Passage& passage)
{
    const auto flight = [&](SurfaceIndex s) {
        return s != kNowhere && ground.walkable.surfaces[s].kind == SurfaceKind::Flight;
    };
    return flight(passage.from) || flight(passage.to);
}

}

TwoWays wayLinesOf(const Walkable& walkable, const Network& network, const Scenario* scenario,
                   const SchoolClass& schoolClass)
{
    const Ground ground{walkable, network};
    TwoWays ways;
    const SurfaceIndex home = schoolClass.homeroom.none() ? kNowhere : surfaceOf(ground.walkable, schoolClass.homeroom);
    if (home == kNowhere) return ways;
    Wanted wanted = wantedOf(ground, scenario, schoolClass);
    std::vector<PassageIndex> route;
    ways.first = found(ground, home, wanted, route);
    if (!ways.first) return ways;
    wanted.rule = {};
    wanted.barred.resize(ground.network.passages.size(), 0);
    for (const PassageIndex passage : route) {
        const Passage& by = ground.network.passages[passage];
        if (!by.exit && !onFlightOf(ground, by)) continue;
        wanted.barred[passageOf(portalOf(passage), false)] = 1;
        wanted.barred[passageOf(portalOf(passage), true)] = 1;
    }
    std::vector<PassageIndex> other;
    ways.second = found(ground, home, wanted, other);
    return ways;
}

}
