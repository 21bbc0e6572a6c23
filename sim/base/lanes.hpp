#pragma once

#include <cstddef>

namespace stairwise {

/// Eight numbers side by side, worked on at once where the processor can. Their number and order are fixed, each lane
/// is computed as a single float would be (no contraction), so what comes out does not depend on the processor.
inline constexpr std::size_t kLanes = 8;
using Lanes [[gnu::vector_size(32)]] = float;

[[gnu::always_inline]] inline void setAll(Lanes& lanes, float value)
{
    lanes = Lanes{value, value, value, value, value, value, value, value};
}

/// Can this processor work on all eight lanes in one instruction (AVX2)? Only the time taken depends on it.
[[nodiscard]] bool wideLanes();

}
