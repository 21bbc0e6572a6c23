#pragma once

#include "sim/egress/network.hpp"

#include <optional>

namespace stairwise {

/// What routes, bounds and checks share inside this room.

/// One truth a passage: wide enough, not barred, leading somewhere, and allowed by the rule.
[[nodiscard]] std::vector<bool> usablePassages(const Walkable& walkable, const Network& network, const RouteRule& rule,
                                               const Barred& barred);

/// Is this a flight's portal?
[[nodiscard]] bool onFlight(const Walkable& walkable, PortalIndex portal);
/// Passages that may be used next by somebody on the surface, and those that lead onto it, in order of passage.
struct Turns {
    std::vector<std::vector<PassageIndex>> outOf; // by surface
    std::vector<std::vector<PassageIndex>> into;
};
[[nodiscard]] Turns turnsOf(const Walkable& walkable, const Network& network, const std::vector<bool>& usable);

/// Does one go up between two portals of a surface?
[[nodiscard]] bool climbs(const Walkable& walkable, SurfaceIndex surface, PortalIndex from, PortalIndex to);
/// Seconds from one portal of a surface to another at the free speeds of routes; infinite where there is no way.
[[nodiscard]] double secondsBetween(const Walkable& walkable, const Network& network, SurfaceIndex surface,
                                    PortalIndex from, PortalIndex to);
/// Seconds from a passage to the goal, if the goal lies on the surface it leads to or beyond it; else nothing.
[[nodiscard]] std::optional<double> secondsToGoalBeyond(const Walkable& walkable, const Network& network,
                                                        PassageIndex passage, const Goal& goal);
/// Does the passage end the way, or lead onto the surface where it ends? (The same, without fields.)
[[nodiscard]] bool leadsToGoal(const Walkable& walkable, const Passage& passage, PassageIndex index, const Goal& goal);

/// The route that `seconds` (of secondsToGo with the same rule, goal and bars) gives from a surface, and its length.
struct Found {
    std::vector<PassageIndex> passages;
    double seconds = 0.0;
};
[[nodiscard]] Found follow(const Walkable& walkable, const Network& network, SurfaceIndex start, const Goal& goal,
                           const std::vector<double>& seconds);

/// By surface: do the usable passages lead from it to the goal? (No fields are asked.) True where one is there already.
[[nodiscard]] std::vector<bool> surfacesWithWay(const Walkable& walkable, const Network& network,
                                                const std::vector<bool>& usable, const Goal& goal);

}
