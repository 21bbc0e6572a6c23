#pragma once

#include "sim/egress/network.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// What can be crossed at a time of the run: the doors as the school leaves them, and every event until then, whatever
/// order the file lists them in. A stair that is shut is not entered any more; who is on it goes on and leaves it.
[[nodiscard]] Barred barredAt(const Walkable& walkable, const Network& network, const Scenario& scenario, double time);

/// Does an event that can give somebody a way come after this time?
[[nodiscard]] bool opensLater(const Scenario& scenario, double time);
/// Does an event fall into the time step that ends now?
[[nodiscard]] bool eventDue(const Scenario& scenario, double time);

/// The door or stair that bars the way of somebody on this surface: the first barred one on the shortest way to the
/// goal that there would be with everything open; empty: not even then there is one.
[[nodiscard]] std::string barOnTheWay(const Walkable& walkable, const Network& network, SurfaceIndex from,
                                      const Goal& goal, const Barred& barred);

}
