#pragma once

#include "sim/import/stair_tries.hpp"

#include <vector>

namespace stairwise {

/// The flights of a chain of stair zones, and what is left of each zone as its floor landing.
struct FittedStair {
    StairTry numbers;
    std::size_t bottom = 0; // zone
    std::size_t top = 0;
};
struct FittedChain {
    std::vector<FittedStair> stairs;
    std::vector<Polygon> landings; // one a zone, reaching to the flights; the whole zone where no flight was made
    std::vector<bool> made;        // by rise
};

/// One stair over as many storeys as fit over each other, else several. Every landing it makes joins its flights to all
/// doors of its zone, in a last resort to part of their widths; where that cannot be, the rise is left out. `patience`
/// is the number of landings that may still be tried, so that no drawing takes for ever.
[[nodiscard]] FittedChain fitStairs(const std::vector<StairZone>& zones, int& patience);
inline constexpr int kPatience = 30'000; // for one drawing; assumed: real ones need 200 a storey of each stair

/// The stair of the numbers, without id and name.
[[nodiscard]] Stair stairOf(const FittedStair& fitted, const std::vector<StairZone>& zones);

}
