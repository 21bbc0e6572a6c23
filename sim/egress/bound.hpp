#pragma once

#include "sim/egress/network.hpp"

#include <optional>

namespace stairwise {

/// People who start on one surface.
struct Group {
    SurfaceIndex surface = kNowhere;
    double people = 0.0;
    double earliest = 0.0; // seconds: nobody of them starts before
    RouteRule rule;
};

/// What the model itself can do at best; tests prove that no run beats it.
struct Pace {
    double levelSpeed = 0.0;     // m/s, the fastest walker in the run
    double slopeSpeedDown = 0.0; // m/s along the slope
    double slopeSpeedUp = 0.0;
    double doorFlow = 0.0; // persons per metre of clear width and second: the greatest the model shows
    double stairFlow = 0.0;
};

/// Seconds within which nobody can do better: quickest flow over time from the groups to the goal, at this pace.
/// Nothing if somebody has no way at all.
struct LowerBound {
    double seconds = 0.0;
    Pace pace;
    std::vector<PassageIndex> binding; // passages of the smallest cut at that time
};
[[nodiscard]] std::optional<LowerBound> lowerBound(const Walkable& walkable, const Network& network,
                                                   const std::vector<Group>& groups, const Goal& goal,
                                                   const Pace& pace);

}
