#pragma once

#include "sim/run/people.hpp"
#include "sim/run/run.hpp"

namespace stairwise {

/// The hydraulic hand calculation of a scenario (sim/egress/hydraulic.hpp says how, and what is simplified).
[[nodiscard]] HandResult handCalculation(const School& school, const Scenario& scenario, const Walkable& walkable,
                                         const Network& network, const Start& start);

/// Makes the hand calculation the answer of a run in which nobody walked.
void answerByHand(RunResult& result, HandResult hand);

}
