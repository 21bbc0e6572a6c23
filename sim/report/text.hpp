#pragma once

#include "sim/report/risk_phrases.hpp"
#include "sim/words/words.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// The result for a terminal. What came between comes first and cannot be overlooked; no clearance time is printed
/// then. `folder`: where files and pictures lie; empty: none were written.
[[nodiscard]] std::string resultText(const RunResult& result, const ResultNames& names, const std::string& folder,
                                     Language language);

/// A table whose columns line up on a terminal, where Chinese characters take two columns. The first column is to the
/// left, the others to the right. Every line is indented by two blanks.
[[nodiscard]] std::string alignedTable(const std::vector<std::vector<std::string>>& rows);
/// Columns that a text takes on a terminal.
[[nodiscard]] std::size_t terminalWidth(const std::string& text);

}
