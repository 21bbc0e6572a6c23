#pragma once

#include "sim/report/risk_phrases.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// The parts of summary.json that tell the risk, as JSON text. docs/files.md names every key.
[[nodiscard]] std::string riskLimitsJson(const RiskLimits& limits);
[[nodiscard]] std::string riskPointsJson(const RunResult& result, const std::vector<NamedPoint>& points,
                                         Language language);
[[nodiscard]] std::string stairLoadsJson(const RunResult& result, const std::vector<std::string>& names);

}
