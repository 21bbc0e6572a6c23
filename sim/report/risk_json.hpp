#pragma once

#include "sim/report/risk_phrases.hpp"

#include <nlohmann/json_fwd.hpp>

namespace stairwise {

/// The part of summary.json that tells the risk. docs/files.md names every key.
[[nodiscard]] nlohmann::ordered_json limitsOf(const RiskLimits& limits);
[[nodiscard]] nlohmann::ordered_json riskPointsOf(const RunResult& result, const std::vector<NamedPoint>& points,
                                                  Language language);
[[nodiscard]] nlohmann::ordered_json loadsOf(const RunResult& result, const std::vector<std::string>& names);

}
