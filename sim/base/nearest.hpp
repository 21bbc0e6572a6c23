#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// Bytes to change, add or drop to make one word of the other (Levenshtein 1966). Works through their product: cut what
/// may be long.
[[nodiscard]] std::size_t lettersApart(std::string_view a, std::string_view b);

/// The `most` of `known` that are nearest to the word, the nearest first; of the word the first 40 bytes are looked at.
[[nodiscard]] std::vector<std::size_t> nearestOf(std::string_view word, const std::vector<std::string>& known,
                                                 std::size_t most);

}
