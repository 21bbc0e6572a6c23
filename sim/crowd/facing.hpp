#pragma once

#include "sim/crowd/terrain.hpp"

namespace stairwise {

/// A heading turned to the left by `push` (tangent, held within ±1.5). Internal to sim/crowd.
[[nodiscard]] Heading leaning(Heading heading, float push);

}
