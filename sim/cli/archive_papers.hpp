#pragma once

#include "sim/cli/shell.hpp"
#include "sim/record/archive.hpp"

#include <string>

namespace stairwise {

/// What `stairwise archive` prints from many drills.
struct BookAsked {
    std::string from; // day; empty: from the beginning
    std::string to;
    std::string out; // file
    bool json = false;
};
/// Plans, records, summaries, hazards and register of a term or a year, bound as one PDF (F18).
[[nodiscard]] int bookAsked(Archive& archive, const BookAsked& asked, const Shell& shell);
/// How measured times and their predictions went from drill to drill.
[[nodiscard]] int trendAsked(Archive& archive, const BookAsked& asked, const Shell& shell);

}
