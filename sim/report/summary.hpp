#pragma once

#include "sim/report/ensemble_report.hpp"
#include "sim/words/words.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// `ensemble`: of the same scenario; null: there was one run.
/// summary.json: the whole result but people and pictures. docs/files.md names every key. Values under keys that begin
/// with wall_s or agent_steps_per_s depend on the machine, all others on the run alone.
[[nodiscard]] std::string summaryJson(const RunResult& result, const ResultNames& names, Language language,
                                      const NamedEnsemble* ensemble = nullptr);

}
