#pragma once

#include "sim/egress/hydraulic.hpp"
#include "sim/run/people.hpp"

#include <map>

namespace stairwise {

/// People of one room and group who take the same door, as the hand calculation counts them.
struct HandGroup {
    HydraulicGroup flow;
    std::string label;                      // class id, "staff", "listed", "fill"
    std::optional<std::size_t> schoolClass; // index into School::classes
    double released = 0.0;                  // seconds: the release, pre-movement not counted
    std::string line;                       // the removal line at which its way ends; empty: none
};

struct HandGroups {
    std::vector<HandGroup> groups;
    std::map<std::string, int> withoutWay; // people by label
};
/// Everybody starts after the median pre-movement; who has no way waits for the events that open one.
[[nodiscard]] HandGroups handGroupsOf(const Scenario& scenario, const Walkable& walkable, const Network& network,
                                      const Start& start);

}
