#pragma once

#include "sim/base/system.hpp"
#include "sim/report/ensemble_report.hpp"
#include "sim/run/run.hpp"
#include "sim/words/words.hpp"

#include <filesystem>

namespace stairwise {

/// Everything that a run leaves behind but its trace, which is written while it runs: summary.json, classes.csv,
/// stairs.csv, exits.csv, hand_calculation.csv, people.csv, hashes.csv, and density_* and flow_* as PNG and SVG; by
/// hand alone no people, hashes and pictures. `walkable`: of this school. With an ensemble of the same scenario also
/// runs.csv and ensemble_points.csv; null: there was one run.
[[nodiscard]] Done writeResults(const RunResult& result, const School& school, const Walkable& walkable,
                                const Staging& staging, Language language, const NamedEnsemble* ensemble = nullptr);

/// Refused: a folder that holds the result, or the duty posts, of another school or another scenario (by their names:
/// who has changed a plan wants the new result in the old one's place).
[[nodiscard]] Done mayReplace(const std::filesystem::path& folder, const School& school, const Scenario& scenario);

}
