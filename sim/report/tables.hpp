#pragma once

#include "sim/run/run.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/workbook.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// Tables for Excel and WPS: UTF-8 with a byte order mark, a head row in the reader's language, comma, quotes as RFC
/// 4180, one line feed a row. A text that a spreadsheet would take for a formula begins with an apostrophe.
/// Times are seconds after the signal; an empty cell: it did not happen.
[[nodiscard]] std::string classesCsv(const RunResult& result, Language language);
[[nodiscard]] std::string stairsCsv(const RunResult& result, Language language);
[[nodiscard]] std::string exitsCsv(const RunResult& result, Language language);
/// Every passage that somebody uses in the hand calculation: widths, flow, and when it binds.
[[nodiscard]] std::string handCsv(const HandResult& hand, Language language);
/// People have numbers, never names.
[[nodiscard]] std::string peopleCsv(const RunResult& result, Language language);
/// The state of the run at every whole second: where two runs part is the first line that differs.
[[nodiscard]] std::string hashesCsv(const RunResult& result, Language language);

using Row = std::vector<std::string>;
/// Byte order mark and head row.
[[nodiscard]] std::string csvHead(const std::vector<std::string_view>& keys, Language language);
/// One row of text cells, quoted where needed, with its line feed.
[[nodiscard]] std::string csvRow(const Row& cells);
/// A sheet as such a table, byte order mark included.
[[nodiscard]] std::string csvOf(const Sheet& sheet);
/// A cell that no spreadsheet takes for a formula.
[[nodiscard]] std::string harmless(std::string text);

}
