#include "sim/egress/bound.hpp"

#include "sim/egress/flow.hpp"
#include "sim/egress/shortest.hpp"
#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>

namespace stairwise {
namespace {

/// What a flight takes at best: its climb along the slope, or its plan, whichever is longer; sideways steps are free.
double flightSeconds(const Walkable& walkable, SurfaceIndex index, PortalIndex from, PortalIndex to, double plan,
                     const Pace& pace)
{
    const Surface& flight = walkable.surfaces[index];
    const double speed = climbs(walkable, index, from, to) ? pace.slopeSpeedUp : pace.slopeSpeedDown;
    if (speed <= 0.0) return 0.0;
    const auto along = [&](Point point) { return dot(toMetres(point), flight.uphill); };
    const Segment& p = walkable.portals[from].line;
    const Segment& q = walkable.portals[to].line;
    const auto [pLow, pHigh] = std::minmax({along(p.a), along(p.b)});
    const auto [qLow, qHigh] = std::minmax({along(q.a), along(q.b)});
    const double climb = std::max({0.0, pLow - qHigh, qLow - pHigh});
    return std::max(climb / planPerSlope(flight), plan) / speed;
}

double legSeconds(const Walkable& walkable, const Network& network, SurfaceIndex index, PortalIndex from,
                  PortalIndex to, const Pace& pace)
{
    const double metres = shortestBetween(network, index, from, to);
    if (walkable.surfaces[index].kind == SurfaceKind::Flight)
        return flightSeconds(walkable, index, from, to, metres, pace);
    return metres / pace.levelSpeed;
}

/// Seconds from a portal to the nearest assembly area of the goal, straight: 0 where the portal lies in one.
double secondsToArea(const Walkable& walkable, PortalIndex portal, SurfaceIndex surface, const Goal& goal,
                     const Pace& pace)
{
    double best = std::numeric_limits<double>::infinity();
    const Segment& line = walkable.portals[portal].line;
    for (const Assembly& area : walkable.assemblies) {
        const bool named = goal.areas.empty() || std::ranges::find(goal.areas, area.id) != goal.areas.end();
        if (area.surface != surface || !named) continue;
        if (sideOf(area.polygon, line.a) != Side::Outside) return 0.0;
        for (const Segment& edge : edgesOf({area.polygon, {}}))
            best = std::min(best, straightDistance(line, edge) / pace.levelSpeed);
    }
    return best;
}

FlowGraph graphOf(const Walkable& walkable, const Network& network, const std::vector<bool>& usable, const Goal& goal,
                  const Pace& pace)
{
    FlowGraph graph;
    std::vector<std::uint32_t> place(usable.size(), 0);
    for (std::size_t p = 0; p < usable.size(); ++p) {
        if (!usable[p]) continue;
        const auto index = static_cast<PassageIndex>(p);
        const Passage& passage = network.passages[p];
        place[p] = static_cast<std::uint32_t>(graph.ways.size());
        FlowWay way{index, 0.0, {}, 0.0};
        way.capacity = passage.width * (onFlight(walkable, portalOf(index)) ? pace.stairFlow : pace.doorFlow);
        if (leadsToGoal(walkable, passage, index, goal))
            way.beyond = goal.kind == Goal::Kind::Assembly
                             ? secondsToArea(walkable, portalOf(index), passage.to, goal, pace)
                             : 0.0;
        graph.ways.push_back(way);
    }
    const Turns turns = turnsOf(walkable, network, usable);
    for (std::uint32_t from = 0; from < graph.ways.size(); ++from) {
        const PassageIndex passage = graph.ways[from].passage;
        const SurfaceIndex on = network.passages[passage].to;
        if (on == kNowhere || (graph.ways[from].beyond && goal.kind == Goal::Kind::OutOfBuilding)) continue;
        for (const PassageIndex next : turns.outOf[on])
            if (portalOf(next) != portalOf(passage))
                graph.links.push_back(
                    {from, place[next], legSeconds(walkable, network, on, portalOf(passage), portalOf(next), pace)});
    }
    return graph;
}

void addSources(FlowGraph& graph, const Network& network, const std::vector<Group>& groups)
{
    for (const Group& group : groups) {
        FlowSource source{group.people, std::max(0.0, group.earliest), {}};
        for (std::uint32_t way = 0; way < graph.ways.size(); ++way)
            if (network.passages[graph.ways[way].passage].from == group.surface) source.ways.push_back(way);
        graph.sources.push_back(std::move(source));
    }
}

/// What groups of one rule may use.
struct Permit {
    RouteRule rule;
    std::vector<bool> usable;
};

std::vector<Permit> permitsOf(const Walkable& walkable, const Network& network, std::vector<RouteRule> rules)
{
    std::ranges::sort(rules);
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    std::vector<Permit> permits;
    for (RouteRule& rule : rules) {
        auto usable = usablePassages(walkable, network, rule, {});
        permits.push_back({std::move(rule), std::move(usable)});
    }
    return permits;
}

bool within(const std::vector<bool>& inner, const std::vector<bool>& outer)
{
    for (std::size_t i = 0; i < inner.size(); ++i)
        if (inner[i] && !outer[i]) return false;
    return true;
}

/// One flow cannot keep the rules of several groups apart. So the bound is the greatest over sets of groups, each set
/// in a network that holds what any of them may use: everybody, and for every rule, every list of stairs and every list
/// of exits those groups that may use nothing else.
std::vector<std::vector<bool>> groupSets(const Walkable& walkable, const Network& network,
                                         const std::vector<Group>& groups, const std::vector<Permit>& own)
{
    std::vector<RouteRule> rules{RouteRule{}};
    for (const Permit& permit : own) {
        rules.push_back({permit.rule.stairs, permit.rule.exits, {}});
        rules.push_back({permit.rule.stairs, {}, {}});
        rules.push_back({{}, permit.rule.exits, {}});
    }
    std::vector<std::vector<bool>> sets;
    for (const Permit& permit : permitsOf(walkable, network, rules)) {
        std::vector<bool> members;
        for (const Group& group : groups) {
            const auto mine = std::ranges::find(own, group.rule, &Permit::rule);
            members.push_back(within(mine->usable, permit.usable));
        }
        if (std::ranges::find(members, true) != members.end()) sets.push_back(std::move(members));
    }
    std::ranges::sort(sets);
    sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
    return sets;
}

std::vector<RouteRule> rulesOf(const std::vector<Group>& groups)
{
    std::vector<RouteRule> rules;
    for (const Group& group : groups) rules.push_back(group.rule);
    return rules;
}

bool allHaveWays(const FlowGraph& graph)
{
    return std::ranges::none_of(graph.sources, [](const FlowSource& source) { return source.ways.empty(); });
}

FlowGraph flowOf(const Walkable& walkable, const Network& network, const std::vector<bool>& usable,
                 const std::vector<Group>& groups, const Goal& goal, const Pace& pace)
{
    FlowGraph graph = graphOf(walkable, network, usable, goal, pace);
    addSources(graph, network, groups);
    prune(graph, network.passages);
    return graph;
}

std::vector<Group> movingOf(const Walkable& walkable, const std::vector<Group>& groups, const Goal& goal)
{
    std::vector<Group> moving;
    for (const Group& group : groups)
        if (group.people > 0.0 && group.surface != kNowhere && !atGoal(walkable, group.surface, goal))
            moving.push_back(group);
    return moving;
}

}

std::optional<LowerBound> lowerBound(const Walkable& walkable, const Network& network, const std::vector<Group>& groups,
                                     const Goal& goal, const Pace& pace)
{
    const auto moving = movingOf(walkable, groups, goal);
    LowerBound bound{0.0, pace, {}};
    if (moving.empty()) return bound;

    makeShortest(network);
    const auto own = permitsOf(walkable, network, rulesOf(moving));
    for (const Permit& permit : own) {
        std::vector<Group> alike;
        for (const Group& group : moving)
            if (group.rule == permit.rule) alike.push_back(group);
        if (!allHaveWays(flowOf(walkable, network, permit.usable, alike, goal, pace))) return std::nullopt;
    }
    for (const auto& members : groupSets(walkable, network, moving, own)) {
        std::vector<bool> usable(network.passages.size(), false);
        std::vector<Group> chosen;
        for (std::size_t i = 0; i < moving.size(); ++i) {
            if (!members[i]) continue;
            chosen.push_back(moving[i]);
            const auto& mine = std::ranges::find(own, moving[i].rule, &Permit::rule)->usable;
            std::transform(usable.begin(), usable.end(), mine.begin(), usable.begin(), std::logical_or<>());
        }
        Quickest quickest = quickestForAll(flowOf(walkable, network, usable, chosen, goal, pace));
        if (quickest.seconds <= bound.seconds) continue;
        bound.seconds = quickest.seconds;
        bound.binding = std::move(quickest.binding);
    }
    return bound;
}

}
