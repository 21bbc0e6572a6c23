#pragma once

#include "sim/base/system.hpp"
#include "sim/run/run.hpp"
#include "sim/words/words.hpp"

namespace stairwise {

/// Everything that a run leaves behind but its trace, which is written while it runs: summary.json, classes.csv,
/// stairs.csv, exits.csv, hand_calculation.csv, people.csv, hashes.csv, and density_* and flow_* as PNG and SVG; by
/// hand alone no people, hashes and pictures. `walkable`: of this school.
[[nodiscard]] Done writeResults(const RunResult& result, const School& school, const Walkable& walkable,
                                const Staging& staging, Language language);

}
