#pragma once

#include "sim/base/message.hpp"
#include "sim/scenario/scenario.hpp"

namespace stairwise {

/// For people.
[[nodiscard]] Message nameOf(Situation situation);
/// Seconds from the signal to the second one, from which releases count; 0 but in an earthquake.
[[nodiscard]] double coverOf(const Scenario& scenario);

}
