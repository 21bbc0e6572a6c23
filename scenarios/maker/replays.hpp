#pragma once

#include "sim/scenario/scenario.hpp"
#include "sim/school/school.hpp"

#include <string>
#include <vector>

namespace stairwise::samples {

/// Documented events and ordinary days, walked again: plausibility checks, not validation (docs/replays.md). Each is a
/// scenario file in scenarios/. Nothing in the simulation knows of them.
struct Replay {
    std::string name;    // of the scenario file
    std::string against; // the replay that it differs from by one switch; empty: none
    School (*school)() = nullptr;
    Scenario scenario;
    std::string stair; // where reports say that it happened: the flights and half landing of one rise of this stair
    int rise = 0;
};
[[nodiscard]] std::vector<Replay> replays();

/// All at once in the dark; also what the hand calculation is held against.
[[nodiscard]] Scenario chenganEvening();

}
