#pragma once

#include "sim/egress/network.hpp"

namespace stairwise {

/// The way of people by the very place where they stand: of two who sit in one room each takes the door that is nearer.

/// The passage that somebody takes first, and the metres to it; kNowhere: there is no way.
struct Departure {
    PassageIndex first = kNowhere;
    double metres = 0.0;
};
/// `toGo`: of secondsToGo.
[[nodiscard]] Departure departureFrom(const Walkable& walkable, const Network& network, SurfaceIndex surface, Vec2 at,
                                      const std::vector<double>& toGo);
/// The passages from `first` (included) to the goal; empty: there is no way.
[[nodiscard]] std::vector<PassageIndex> routeThrough(const Walkable& walkable, const Network& network,
                                                     PassageIndex first, const Goal& goal,
                                                     const std::vector<double>& toGo);
/// Seconds from a place to the goal, walking on to the passage that is best from there; infinite: there is no way.
[[nodiscard]] double secondsFrom(const Walkable& walkable, const Network& network, SurfaceIndex surface, Vec2 at,
                                 const Goal& goal, const std::vector<double>& toGo);
/// Metres from the last passage of a way to where it ends, for a goal that lies on the surface behind it.
[[nodiscard]] double metresBeyond(const Walkable& walkable, const Network& network, PassageIndex last,
                                  const Goal& goal);

}
