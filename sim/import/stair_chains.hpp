#pragma once

#include "sim/import/drawing.hpp"

#include <vector>

namespace stairwise {

/// Stair zones that lie one above the other and are linked, from the lowest storey up; at least two.
using StairChain = std::vector<std::size_t>;

struct StairChains {
    std::vector<StairChain> chains;
    std::vector<bool> linkOnly; // by element: a door that only stands for the flights between two storeys
};

/// Zones that link to nothing are findings; those that lie over each other without a link are linked by a guess.
[[nodiscard]] StairChains chainsOf(const Drawing& drawing, ImportNotes& notes);

}
