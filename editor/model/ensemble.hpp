#pragma once

#include "editor/model/curves.hpp"
#include "editor/model/running.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stairwise::editor {

/// What several runs that differ by chance alone say together. Whoever draws it says of how many runs.

/// The middle of the runs, and between which values eight of ten lie.
struct Spread {
    double low = 0.0; // 10 %
    double median = 0.0;
    double high = 0.0; // 90 %
};
/// Of at least one value; between two values straight interpolation.
[[nodiscard]] Spread spreadOf(std::vector<double> values);

/// A spread for every second: how many have passed by then. A run that has ended stays at its last count.
struct Band {
    std::string id; // stair or exit; empty: the whole school
    std::vector<double> low;
    std::vector<double> median;
    std::vector<double> high;
};
[[nodiscard]] Band bandOf(const std::vector<Curve>& runs);

struct Ensemble {
    std::size_t runs = 0;            // that have ended, the first included
    std::size_t emptied = 0;         // of these: everybody got out
    std::optional<Spread> clearance; // seconds, of those that emptied; nothing where none did
    Band out;
    std::vector<Band> stairs;
    std::vector<Band> exits;
};
/// Nothing where the first run is missing.
[[nodiscard]] std::optional<Ensemble> ensembleOf(const RunOutcome& outcome);

}
