#pragma once

#include "sim/run/people.hpp"

namespace stairwise {

/// Binds people who walk together, as the scenario says: pupils who are helped and their helpers, classes in files with
/// their teacher, classes that come row by row, teachers who leave the room last.
void walkTogether(const School& school, const Scenario& scenario, const Walkable& walkable, const Network& network,
                  Start& start);

}
