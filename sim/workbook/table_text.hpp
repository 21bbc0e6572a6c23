#pragma once

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

inline constexpr std::size_t kMostTableRows = 10'000; // assumed: pupils of a large school, a row each
inline constexpr std::size_t kMostTableColumns = 100; // assumed

}
