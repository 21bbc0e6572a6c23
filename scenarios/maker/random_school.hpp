#pragma once

#include "sim/scenario/scenario.hpp"
#include "sim/school/school.hpp"

#include <cstdint>
#include <vector>

namespace stairwise::samples {

/// A school and a scenario drawn from a seed: one to five storeys, corridors of six shapes, rooms on both sides, up to
/// four stairs, 50 to 600 people. `check` finds no error in the school, except that rooms of `walledIn` are locked.
/// The numbers are ours (assumed): what an ordinary school may have, and a little more.
struct RandomCase {
    School school;
    Scenario scenario;
    std::vector<SpaceId> walledIn; // on purpose: every door of these rooms is locked, and no event opens one
};
[[nodiscard]] RandomCase randomCase(std::uint64_t seed);

}
