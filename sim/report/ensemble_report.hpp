#pragma once

#include "sim/report/risk_phrases.hpp"
#include "sim/run/ensemble.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// Many runs on paper: every figure as its median with a band from 10 to 90 of 100 runs.

/// An ensemble and the names of its points, as EnsembleResult::points.
struct NamedEnsemble {
    EnsembleResult result;
    std::vector<NamedPoint> points;
};
/// `one`: a run of the same school and scenario, for the names of classes.
[[nodiscard]] NamedEnsemble namedEnsemble(EnsembleResult ensemble, const RunResult& one, const School& school,
                                          const Walkable& walkable, Language language);

[[nodiscard]] std::string unknownName(Unknown unknown, Language language);
/// "speed", "pre_movement", "stair_width", "ignoring": for programs.
[[nodiscard]] const char* codeOf(Unknown unknown);

/// The key "ensemble" of summary.json, and its "risk_points" where there were many runs, as JSON text. docs/files.md.
[[nodiscard]] std::string ensembleJson(const EnsembleResult& ensemble);
[[nodiscard]] std::string ensemblePointsJson(const NamedEnsemble& ensemble, const RunResult& one, Language language);
/// For a terminal.
[[nodiscard]] std::string ensembleText(const NamedEnsemble& ensemble, const RunResult& one, Language language);
/// One row a run: seed, what was drawn, ending, clearance, index.
[[nodiscard]] std::string runsCsv(const EnsembleResult& ensemble, Language language);
/// One row a place.
[[nodiscard]] std::string ensemblePointsCsv(const NamedEnsemble& ensemble, const RunResult& one, Language language);

}
