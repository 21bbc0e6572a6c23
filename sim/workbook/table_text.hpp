#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// The rows of a pasted table, blanks about each cell taken off. Cells are parted by tabs, as the clipboard of a
/// spreadsheet gives them; where there is no tab by semicolons, where there is none by commas (；，too). A cell in
/// quotes may hold all of them. What is beyond the limits is left off.
struct TableText {
    std::vector<std::vector<std::string>> rows; // empty rows too: a row's index tells its number
    bool cut = false;
};
[[nodiscard]] TableText tableOf(std::string_view text);
/// Without the blanks at both ends, those of a Chinese keyboard too.
[[nodiscard]] std::string trimmed(std::string_view cell);
/// The whole number that a cell holds; nothing where it holds anything else or lies out of the range.
[[nodiscard]] std::optional<int> wholeIn(std::string_view cell, int least, int most);

inline constexpr std::size_t kMostTableRows = 10'000; // assumed: pupils of a large school, a row each
inline constexpr std::size_t kMostTableColumns = 100; // assumed

}
