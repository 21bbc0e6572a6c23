#pragma once

#include "sim/risk/risk_meter.hpp"
#include "sim/run/tally.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// What a run has seen so far. Internal to sim/run.
struct Watch {
    Tally tally;
    RiskMeter meter;
    bool measures = true;
    bool begun = false; // the first frame has been looked at
    std::vector<Digest> seconds = {};
    std::uint64_t agentSteps = 0;
    double stepSeconds = 0.0;
    double lastTold = -1.0;
    double lastStir = 0.0; // seconds: since then nobody has passed a portal though somebody could
};

/// All of it with the people, as bytes, and back into a crowd and a watch of the same run (false: no such bytes).
[[nodiscard]] std::string stateOf(const Crowd& crowd, const Watch& watch);
[[nodiscard]] bool restore(std::string_view state, Crowd& crowd, Watch& watch);

}
