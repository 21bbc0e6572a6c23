#include "sim/egress/onward.hpp"
#include "sim/egress/ways.hpp"

#include "sim/geometry/polygon.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>

#include <algorithm>
#include <limits>

namespace stairwise {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

bool listed(const auto& list, const auto& item)
{
    return std::ranges::find(list, item) != list.end();
}

bool allowedBy(const RouteRule& rule, const Walkable& walkable, const Passage& passage, const Portal& portal)
{
    const bool leaves = passage.exit || (passage.to == kNowhere && portal.gate.none());
    if (leaves && !rule.exits.empty() && !listed(rule.exits, portal.door)) return false;
    for (const SurfaceIndex side : {passage.from, passage.to}) {
        if (side == kNowhere || rule.stairs.empty()) continue;
        const Surface& surface = walkable.surfaces[side];
        if (surface.kind == SurfaceKind::Flight && !listed(rule.stairs, surface.stair)) return false;
    }
    return true;
}

/// The open cell nearest to the centroid: a place on the surface even where the centroid lies in a hole.
Vec2 standingPoint(const Walkable& walkable, const Network& network, SurfaceIndex surface)
{
    const Vec2 middle = centroid(walkable.surfaces[surface].area);
    const Floor& floor = network.surfaces[surface].floor;
    Vec2 best = middle;
    double nearest = kInfinite;
    for (int row = 0; row < floor.grid.rows; ++row) {
        for (int column = 0; column < floor.grid.columns; ++column) {
            const auto cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(floor.grid.columns) +
                              static_cast<std::size_t>(column);
            const Vec2 apart = floor.grid.centre(column, row) - middle;
            if (floor.open[cell] == 0 || dot(apart, apart) >= nearest) continue;
            nearest = dot(apart, apart);
            best = floor.grid.centre(column, row);
        }
    }
    return best;
}

double seconds(const Surface& surface, double planMetres, bool up)
{
    if (planMetres < 0.0) return kInfinite;
    if (surface.kind != SurfaceKind::Flight) return planMetres / kRouteSpeed;
    return planMetres / planPerSlope(surface) / (up ? kRouteSpeedUp : kRouteSpeedDown);
}

/// Seconds from a place on a surface to each of its portals.
std::vector<double> stepsFrom(const Walkable& walkable, const Network& network, SurfaceIndex surface, Vec2 stand)
{
    const Surface& on = walkable.surfaces[surface];
    const SurfaceWays& ways = network.surfaces[surface];
    std::vector<double> steps;
    for (std::size_t i = 0; i < ways.portals.size(); ++i) {
        const bool up = heightAt(on, middleOf(walkable, ways.portals[i])) > heightAt(on, stand);
        steps.push_back(seconds(on, distanceAt(ways.fields[i], stand), up));
    }
    return steps;
}

/// Seconds from where people of a surface stand to each of its portals.
std::vector<double> stepsFrom(const Walkable& walkable, const Network& network, SurfaceIndex surface)
{
    return stepsFrom(walkable, network, surface, standingPoint(walkable, network, surface));
}

/// Seconds from one portal of a surface to each other; infinite to itself: nobody turns back in a door.
std::vector<double> stepsOn(const Walkable& walkable, const Network& network, SurfaceIndex surface, PortalIndex from)
{
    std::vector<double> steps;
    for (const PortalIndex to : network.surfaces[surface].portals)
        steps.push_back(to == from ? kInfinite : secondsBetween(walkable, network, surface, from, to));
    return steps;
}

bool entersAgain(const Walkable& walkable, const Passage& passage)
{
    return passage.from != kNowhere && passage.to != kNowhere && walkable.surfaces[passage.from].outdoor &&
           !walkable.surfaces[passage.to].outdoor;
}

/// The passage out of a surface with the least seconds to its goal; kNowhere: none leads there.
struct Step {
    PassageIndex passage = kNowhere;
    double seconds = kInfinite;
};
/// `steps`: seconds to each portal of the surface.
Step bestStep(const Walkable& walkable, const Network& network, SurfaceIndex on, const std::vector<double>& steps,
              const std::vector<double>& toGo)
{
    Step best;
    const auto& portals = network.surfaces[on].portals;
    for (std::size_t i = 0; i < portals.size(); ++i) {
        const PassageIndex next = passageOf(portals[i], walkable.portals[portals[i]].b == on);
        const double all = steps[i] + toGo[next] + (entersAgain(walkable, network.passages[next]) ? kEnterAgain : 0);
        if (all < best.seconds) best = {next, all};
    }
    return best;
}

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                                 boost::property<boost::edge_weight_t, double>>;

/// Backwards: an edge q → p for each passage p after which q can be next; the last vertex is the goal.
Graph graphOf(const Walkable& walkable, const Network& network, const std::vector<bool>& usable, const Goal& goal)
{
    const Turns turns = turnsOf(walkable, network, usable);
    const auto goalVertex = network.passages.size();
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    std::vector<double> weights;
    for (std::size_t p = 0; p < network.passages.size(); ++p) {
        if (!usable[p]) continue;
        const auto from = static_cast<PassageIndex>(p);
        const Passage& passage = network.passages[p];
        if (const auto rest = secondsToGoalBeyond(walkable, network, from, goal); rest && *rest < kInfinite) {
            edges.emplace_back(goalVertex, p);
            weights.push_back(*rest);
            if (*rest == 0.0) continue; // nothing beyond is nearer
        }
        if (passage.to == kNowhere) continue;
        for (const PassageIndex next : turns.outOf[passage.to]) {
            if (portalOf(next) == portalOf(from)) continue;
            const double walk = secondsBetween(walkable, network, passage.to, portalOf(from), portalOf(next));
            if (walk == kInfinite) continue;
            edges.emplace_back(next, p);
            weights.push_back(walk + (entersAgain(walkable, network.passages[next]) ? kEnterAgain : 0.0));
        }
    }
    return {boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), weights.begin(), goalVertex + 1};
}

}

Barred barredWith(const Network& network, const std::vector<PortalIndex>& shut)
{
    Barred barred;
    for (const Passage& passage : network.passages) barred.push_back(passage.locked ? 1 : 0);
    for (const PortalIndex portal : shut) barred[passageOf(portal, false)] = barred[passageOf(portal, true)] = 1;
    return barred;
}

std::vector<bool> usablePassages(const Walkable& walkable, const Network& network, const RouteRule& rule,
                                 const Barred& barred)
{
    std::vector<bool> usable(network.passages.size());
    for (std::size_t p = 0; p < usable.size(); ++p) {
        const Passage& passage = network.passages[p];
        const PortalIndex portal = portalOf(static_cast<PassageIndex>(p));
        const bool shut = barred.empty() ? passage.locked : barred[p] != 0;
        usable[p] = !shut && passage.from != kNowhere && passage.width >= kNarrowestWay &&
                    allowedBy(rule, walkable, passage, walkable.portals[portal]);
    }
    return usable;
}

bool onFlight(const Walkable& walkable, PortalIndex portal)
{
    for (const SurfaceIndex side : {walkable.portals[portal].a, walkable.portals[portal].b})
        if (side != kNowhere && walkable.surfaces[side].kind == SurfaceKind::Flight) return true;
    return false;
}

Turns turnsOf(const Walkable& walkable, const Network& network, const std::vector<bool>& usable)
{
    Turns turns;
    turns.outOf.resize(walkable.surfaces.size());
    turns.into.resize(walkable.surfaces.size());
    for (std::size_t p = 0; p < network.passages.size(); ++p) {
        const Passage& passage = network.passages[p];
        if (!usable[p]) continue;
        turns.outOf[passage.from].push_back(static_cast<PassageIndex>(p));
        if (passage.to != kNowhere) turns.into[passage.to].push_back(static_cast<PassageIndex>(p));
    }
    return turns;
}

std::vector<bool> surfacesWithWay(const Walkable& walkable, const Network& network, const std::vector<bool>& usable,
                                  const Goal& goal)
{
    const Turns turns = turnsOf(walkable, network, usable);
    std::vector<bool> has(walkable.surfaces.size(), false);
    std::vector<SurfaceIndex> next;
    const auto reach = [&](SurfaceIndex surface) {
        if (!has[surface]) next.push_back(surface);
        has[surface] = true;
    };
    for (std::size_t s = 0; s < has.size(); ++s)
        if (atGoal(walkable, static_cast<SurfaceIndex>(s), goal)) reach(static_cast<SurfaceIndex>(s));
    for (std::size_t p = 0; p < usable.size(); ++p)
        if (usable[p] && leadsToGoal(walkable, network.passages[p], static_cast<PassageIndex>(p), goal))
            reach(network.passages[p].from);
    for (std::size_t i = 0; i < next.size(); ++i) {
        const SurfaceIndex surface = next[i];
        for (const PassageIndex passage : turns.into[surface]) reach(network.passages[passage].from);
    }
    return has;
}

bool climbs(const Walkable& walkable, SurfaceIndex surface, PortalIndex from, PortalIndex to)
{
    const Surface& on = walkable.surfaces[surface];
    return heightAt(on, middleOf(walkable, to)) > heightAt(on, middleOf(walkable, from));
}

double secondsBetween(const Walkable& walkable, const Network& network, SurfaceIndex surface, PortalIndex from,
                      PortalIndex to)
{
    const double metres = between(network, surface, from, to);
    return seconds(walkable.surfaces[surface], metres, climbs(walkable, surface, from, to));
}

bool leadsToGoal(const Walkable& walkable, const Passage& passage, PassageIndex index, const Goal& goal)
{
    switch (goal.kind) {
    case Goal::Kind::OutOfBuilding:
        return passage.exit || passage.to == kNowhere || walkable.surfaces[passage.to].outdoor;
    case Goal::Kind::Assembly:
        return passage.to != kNowhere && atGoal(walkable, passage.to, goal);
    case Goal::Kind::Gate:
        return passage.to == kNowhere && !walkable.portals[portalOf(index)].gate.none();
    case Goal::Kind::Surface:
        return passage.to != kNowhere && atGoal(walkable, passage.to, goal);
    }
    return false;
}

std::optional<double> secondsToGoalBeyond(const Walkable& walkable, const Network& network, PassageIndex passage,
                                          const Goal& goal)
{
    const Passage& by = network.passages[passage];
    if (!leadsToGoal(walkable, by, passage, goal)) return std::nullopt;
    if (goal.kind != Goal::Kind::Assembly) return 0.0;
    double best = kInfinite;
    const auto& portals = network.surfaces[by.to].portals;
    const auto place = static_cast<std::size_t>(std::ranges::find(portals, portalOf(passage)) - portals.begin());
    for (std::size_t i = 0; i < walkable.assemblies.size(); ++i) {
        const Assembly& area = walkable.assemblies[i];
        if (area.surface != by.to || (!goal.areas.empty() && !listed(goal.areas, area.id))) continue;
        if (place >= network.areas[i].away->size()) continue;
        best = std::min(best, seconds(walkable.surfaces[by.to], network.areas[i].away.get()[place], false));
    }
    return best;
}

Found follow(const Walkable& walkable, const Network& network, SurfaceIndex start, const Goal& goal,
             const std::vector<double>& toGo)
{
    if (start == kNowhere || atGoal(walkable, start, goal)) return {};
    const Step first = bestStep(walkable, network, start, stepsFrom(walkable, network, start), toGo);
    if (first.passage == kNowhere) return {};
    Found found{routeThrough(walkable, network, first.passage, goal, toGo), first.seconds};
    return found.passages.empty() ? Found{} : found;
}

Departure departureFrom(const Walkable& walkable, const Network& network, SurfaceIndex surface, Vec2 at,
                        const std::vector<double>& toGo)
{
    const SurfaceWays& ways = network.surfaces[surface];
    const Step first = bestStep(walkable, network, surface, stepsFrom(walkable, network, surface, at), toGo);
    if (first.passage == kNowhere) return {};
    const auto place = std::ranges::find(ways.portals, portalOf(first.passage)) - ways.portals.begin();
    return {first.passage, distanceAt(ways.fields[static_cast<std::size_t>(place)], at)};
}

std::vector<PassageIndex> routeThrough(const Walkable& walkable, const Network& network, PassageIndex first,
                                       const Goal& goal, const std::vector<double>& toGo)
{
    std::vector<PassageIndex> passages{first};
    while (passages.size() <= network.passages.size()) {
        const PassageIndex last = passages.back();
        const auto beyond = secondsToGoalBeyond(walkable, network, last, goal);
        if (beyond && *beyond <= toGo[last]) return passages;
        const SurfaceIndex on = network.passages[last].to;
        if (on == kNowhere) return {};
        const Step next = bestStep(walkable, network, on, stepsOn(walkable, network, on, portalOf(last)), toGo);
        if (next.passage == kNowhere) return {};
        passages.push_back(next.passage);
    }
    return {};
}

double secondsFrom(const Walkable& walkable, const Network& network, SurfaceIndex surface, Vec2 at, const Goal& goal,
                   const std::vector<double>& toGo)
{
    const bool there = atGoal(walkable, surface, goal);
    if (there && goal.kind != Goal::Kind::Assembly) return 0.0;
    double best = kInfinite;
    for (std::size_t i = 0; there && i < walkable.assemblies.size(); ++i) {
        const Assembly& area = walkable.assemblies[i];
        if (area.surface != surface || (!goal.areas.empty() && !listed(goal.areas, area.id))) continue;
        const bool inside = sideOf(area.polygon, toMillimetres(at)) != Side::Outside;
        const double metres = inside ? 0.0 : distanceAt(network.areas[i].field, at);
        best = std::min(best, seconds(walkable.surfaces[surface], metres, false));
    }
    return std::min(best,
                    bestStep(walkable, network, surface, stepsFrom(walkable, network, surface, at), toGo).seconds);
}

double metresBeyond(const Walkable& walkable, const Network& network, PassageIndex last, const Goal& goal)
{
    return secondsToGoalBeyond(walkable, network, last, goal).value_or(0.0) * kRouteSpeed;
}

bool atGoal(const Walkable& walkable, SurfaceIndex surface, const Goal& goal)
{
    if (goal.kind == Goal::Kind::OutOfBuilding) return walkable.surfaces[surface].outdoor;
    if (goal.kind == Goal::Kind::Gate) return false;
    if (goal.kind == Goal::Kind::Surface) return listed(goal.surfaces, surface);
    return std::ranges::any_of(walkable.assemblies, [&](const Assembly& area) {
        return area.surface == surface && (goal.areas.empty() || listed(goal.areas, area.id));
    });
}

std::vector<double> secondsToGo(const Walkable& walkable, const Network& network, const RouteRule& rule,
                                const Goal& goal, const Barred& barred)
{
    const Graph graph = graphOf(walkable, network, usablePassages(walkable, network, rule, barred), goal);
    std::vector<double> toGo(network.passages.size() + 1, kInfinite);
    boost::dijkstra_shortest_paths_no_color_map(
        graph, network.passages.size(),
        boost::distance_map(boost::make_iterator_property_map(toGo.begin(), boost::get(boost::vertex_index, graph)))
            .distance_inf(kInfinite)
            .distance_zero(0.0));
    toGo.pop_back();
    return toGo;
}

std::vector<PassageIndex> routeFrom(const Walkable& walkable, const Network& network, SurfaceIndex start,
                                    const RouteRule& rule, const Goal& goal, const Barred& barred)
{
    return follow(walkable, network, start, goal, secondsToGo(walkable, network, rule, goal, barred)).passages;
}

}
