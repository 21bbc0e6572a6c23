#pragma once

#include "sim/report/risk_phrases.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// The risk of a run as CSV (tables.hpp).
[[nodiscard]] std::string riskPointsCsv(const RunResult& result, const std::vector<NamedPoint>& points,
                                        Language language);
[[nodiscard]] std::string stairLoadsCsv(const RunResult& result, const std::vector<std::string>& names,
                                        Language language);

}
