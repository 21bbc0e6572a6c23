#include "editor/model/ways_shown.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise::editor {
namespace {

constexpr double kStep = 0.2;       // metres along a field between two points of a line: its cell
constexpr std::size_t kMost = 5000; // steps: a kilometre

struct Asked {
    RouteRule rule;
    Barred barred;
};

bool names(const Release& release, const SchoolClass& schoolClass)
{
    if (release.classes.empty() && release.grades.empty()) return true;
    return std::ranges::count(release.classes, schoolClass.id) > 0 ||
           std::ranges::count(release.grades, schoolClass.grade) > 0;
}

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

Asked askedOf(const Derived& derived, const Scenario* scenario, const SchoolClass& schoolClass)
{
    Asked asked;
    std::vector<PortalIndex> shut;
    if (scenario != nullptr) {
        for (const Release& release : scenario->releases)
            if (names(release, schoolClass))
                asked.rule = release.choice == RouteChoice::Given ? release.rule : RouteRule{};
        shut = shutBy(*scenario, derived.walkable);
    }
    asked.barred = barredWith(derived.network, shut);
    return asked;
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

void addLeg(WayShown& way, const StoreyId& storey, const std::vector<Vec2>& points)
{
    if (way.legs.empty() || way.legs.back().storey != storey) way.legs.push_back({storey, {}});
    auto& line = way.legs.back().points;
    line.insert(line.end(), points.begin(), points.end());
}

std::optional<Vec2> startOn(const Derived& derived, SurfaceIndex surface)
{
    const Floor& floor = *derived.network.surfaces[surface].floor;
    const Vec2 wanted = centroid(derived.walkable.surfaces[surface].area);
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

WayShown drawn(const Derived& derived, SurfaceIndex home, const std::vector<PassageIndex>& route, double seconds)
{
    WayShown way;
    way.seconds = seconds;
    Vec2 at = startOn(derived, home).value_or(centroid(derived.walkable.surfaces[home].area));
    for (const PassageIndex passage : route) {
        const SurfaceIndex from = derived.network.passages[passage].from;
        if (from == kNowhere) continue;
        const PortalIndex portal = portalOf(passage);
        const SurfaceWays& ways = derived.network.surfaces[from];
        const auto mine = std::ranges::find(ways.portals, portal) - ways.portals.begin();
        const Vec2 to = middleOf(derived.walkable, portal);
        if (static_cast<std::size_t>(mine) < ways.fields.size())
            addLeg(way, derived.walkable.surfaces[from].storey,
                   traced(ways.fields[static_cast<std::size_t>(mine)], at, to));
        if (derived.network.passages[passage].exit) way.exit = derived.walkable.portals[portal].door;
        at = to;
    }
    return way;
}

const Goal kOut{};

std::optional<WayShown> found(const Derived& derived, SurfaceIndex home, const Asked& asked,
                              std::vector<PassageIndex>& route)
{
    const auto toGo = secondsToGo(derived.walkable, derived.network, asked.rule, kOut, asked.barred);
    route = routeFrom(derived.walkable, derived.network, home, asked.rule, kOut, asked.barred);
    if (route.empty()) return std::nullopt;
    return drawn(derived, home, route, toGo[route.front()]);
}

bool onFlightOf(const Derived& derived, const Passage& passage)
{
    const auto flight = [&](SurfaceIndex s) {
        return s != kNowhere && derived.walkable.surfaces[s].kind == SurfaceKind::Flight;
    };
    return flight(passage.from) || flight(passage.to);
}

}

TwoWays waysOf(const Derived& derived, const Scenario* scenario, const SchoolClass& schoolClass)
{
    TwoWays ways;
    const SurfaceIndex home =
        schoolClass.homeroom.none() ? kNowhere : surfaceOf(derived.walkable, schoolClass.homeroom);
    if (home == kNowhere) return ways;
    Asked asked = askedOf(derived, scenario, schoolClass);
    std::vector<PassageIndex> route;
    ways.first = found(derived, home, asked, route);
    if (!ways.first) return ways;
    asked.rule = {};
    asked.barred.resize(derived.network.passages.size(), 0);
    for (const PassageIndex passage : route) {
        const Passage& by = derived.network.passages[passage];
        if (!by.exit && !onFlightOf(derived, by)) continue;
        asked.barred[passageOf(portalOf(passage), false)] = 1;
        asked.barred[passageOf(portalOf(passage), true)] = 1;
    }
    std::vector<PassageIndex> other;
    ways.second = found(derived, home, asked, other);
    return ways;
}

}
