#pragma once

#include "sim/import/doors.hpp"
#include "sim/import/stair_chains.hpp"

namespace stairwise {

/// Flights in every chain of zones; each zone's polygon becomes its floor landing. `rises` are the pairs of zones that
/// flights join.
struct MadeStairs {
    std::vector<Stair> stairs;
    std::vector<std::pair<std::size_t, std::size_t>> rises;
};
[[nodiscard]] MadeStairs makeStairs(Drawing& drawing, const std::vector<StairChain>& chains,
                                    const std::vector<DrawnDoor>& doors, ImportNotes& notes);

}
