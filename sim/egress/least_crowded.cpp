#include "sim/egress/least_crowded.hpp"

#include "sim/egress/ways.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace stairwise {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
/// Pairs of stair and exit that are tried one by one; a building with more has its stairs and its exits tried apart.
constexpr std::size_t kMostPairs = 96;

struct Choice {
    RouteRule rule;
    Found found;
};

template <class T> void keepOnce(std::vector<T>& list)
{
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

std::vector<StairId> stairsOf(const Walkable& walkable)
{
    std::vector<StairId> stairs;
    for (const Surface& surface : walkable.surfaces)
        if (surface.kind == SurfaceKind::Flight) stairs.push_back(surface.stair);
    keepOnce(stairs);
    return stairs;
}

std::vector<DoorId> exitsOf(const Walkable& walkable)
{
    std::vector<DoorId> exits;
    for (const Portal& portal : walkable.portals)
        if (!portal.door.none() && (portal.exit || portal.b == kNowhere)) exits.push_back(portal.door);
    keepOnce(exits);
    return exits;
}

/// What could be told to somebody: any stair with any exit.
std::vector<RouteRule> offers(const Walkable& walkable)
{
    const auto stairs = stairsOf(walkable);
    const auto exits = exitsOf(walkable);
    std::vector<RouteRule> rules{RouteRule{}};
    for (const StairId& stair : stairs) rules.push_back({{stair}, {}, {}});
    for (const DoorId& exit : exits) rules.push_back({{}, {exit}, {}});
    if (stairs.size() * exits.size() > kMostPairs) return rules;
    for (const StairId& stair : stairs)
        for (const DoorId& exit : exits) rules.push_back({{stair}, {exit}, {}});
    return rules;
}

/// Both lists must hold; false where they leave nothing.
template <class T> bool narrow(std::vector<T>& own, const std::vector<T>& offered)
{
    if (offered.empty()) return true;
    if (own.empty()) {
        own = offered;
        return true;
    }
    std::erase_if(own, [&](const T& item) { return std::ranges::find(offered, item) == offered.end(); });
    return !own.empty();
}

/// The rule that holds people to the route: its stair and its exit by name.
RouteRule ruleOf(const Walkable& walkable, const Network& network, const RouteRule& own, const Found& found)
{
    RouteRule rule = own;
    std::vector<StairId> stairs;
    std::vector<DoorId> exits;
    for (const PassageIndex passage : found.passages) {
        const Passage& by = network.passages[passage];
        const Portal& portal = walkable.portals[portalOf(passage)];
        if (by.to != kNowhere && walkable.surfaces[by.to].kind == SurfaceKind::Flight)
            stairs.push_back(walkable.surfaces[by.to].stair);
        if ((by.exit || by.to == kNowhere) && !portal.door.none()) exits.push_back(portal.door);
    }
    keepOnce(stairs);
    keepOnce(exits);
    if (!stairs.empty()) rule.stairs = std::move(stairs);
    if (!exits.empty()) rule.exits = std::move(exits);
    return rule;
}

/// By group: every route that somebody could be told, each once.
std::vector<std::vector<Choice>> choicesOf(const Walkable& walkable, const Network& network,
                                           const std::vector<Group>& groups, const Goal& goal, const Barred& barred)
{
    std::vector<std::vector<Choice>> choices(groups.size());
    std::vector<RouteRule> own;
    for (const Group& group : groups) own.push_back(group.rule);
    keepOnce(own);
    for (const RouteRule& rule : own) {
        for (const RouteRule& offer : offers(walkable)) {
            RouteRule both = rule;
            if (!narrow(both.stairs, offer.stairs) || !narrow(both.exits, offer.exits)) continue;
            const auto toGo = secondsToGo(walkable, network, both, goal, barred);
            for (std::size_t i = 0; i < groups.size(); ++i) {
                if (groups[i].rule != rule || groups[i].surface == kNowhere) continue;
                Found found = follow(walkable, network, groups[i].surface, goal, toGo);
                if (found.passages.empty()) continue;
                const auto same = [&](const Choice& known) { return known.found.passages == found.passages; };
                if (std::ranges::any_of(choices[i], same)) continue;
                RouteRule told = ruleOf(walkable, network, rule, found);
                choices[i].push_back({std::move(told), std::move(found)});
            }
        }
    }
    return choices;
}

double nearest(const std::vector<Choice>& choices)
{
    double least = kInfinite;
    for (const Choice& choice : choices) least = std::min(least, choice.found.seconds);
    return least;
}

double queueSeconds(const Walkable& walkable, const Network& network, const Found& found, double people,
                    const std::vector<double>& given)
{
    double longest = 0.0;
    for (const PassageIndex passage : found.passages)
        longest = std::max(longest, (given[passage] + people) / sfpeCapacity(walkable, network, passage));
    return longest;
}

}

double sfpeCapacity(const Walkable& walkable, const Network& network, PassageIndex passage)
{
    return network.passages[passage].width * (onFlight(walkable, portalOf(passage)) ? kSfpeStairFlow : kSfpeDoorFlow);
}

std::vector<RouteRule> assignLeastCrowded(const Walkable& walkable, const Network& network,
                                          const std::vector<Group>& groups, const Goal& goal, const Barred& barred)
{
    const auto choices = choicesOf(walkable, network, groups, goal, barred);
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return nearest(choices[i]); });

    std::vector<RouteRule> rules;
    for (const Group& group : groups) rules.push_back(group.rule);
    std::vector<double> given(network.passages.size(), 0.0); // people so far, by passage
    for (const std::size_t i : order) {
        const Choice* best = nullptr;
        double least = kInfinite;
        for (const Choice& choice : choices[i]) {
            const double arrival =
                choice.found.seconds + queueSeconds(walkable, network, choice.found, groups[i].people, given);
            if (arrival >= least) continue;
            least = arrival;
            best = &choice;
        }
        if (best == nullptr) continue;
        rules[i] = best->rule;
        for (const PassageIndex passage : best->found.passages) given[passage] += groups[i].people;
    }
    return rules;
}

}
