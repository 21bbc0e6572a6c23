#pragma once

#include "scenarios/maker/random_school.hpp"
#include "sim/run/run.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace stairwise::samples {

/// What is asked of every run, whatever the school: everybody who has a way out gets out; who has none is told trapped,
/// with the door or stair that bars the way; the run ends by itself; nobody leaves the floor and nobody is lost.
struct Verdict {
    std::uint64_t seed = 0;
    RunResult result;
    std::vector<std::string> faults; // a sentence each; none: all is well
    std::string stand;               // where those stand who remain, a line a surface
};
[[nodiscard]] Verdict runAndJudge(std::uint64_t seed, const RandomCase& made);

/// Seed, ending, faults, and where those who remain stand: enough to run the case again and look.
[[nodiscard]] std::string toldAs(const Verdict& verdict);

}
