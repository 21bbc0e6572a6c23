#pragma once

#include "sim/scenario/scenario.hpp"
#include "sim/walkable/walkable.hpp"

#include <vector>

namespace stairwise {

/// Portals that the scenario's events bar at a moment, besides locked doors; ascending.
[[nodiscard]] std::vector<PortalIndex> portalsShut(const Walkable& walkable, const Scenario& scenario, double time);
/// Does an event happen in the step that ends at this time?
[[nodiscard]] bool eventDue(const Scenario& scenario, double time);

}
