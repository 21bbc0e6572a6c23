#pragma once

#include "sim/school/school.hpp"

#include <array>

namespace stairwise {

/// The spaces that a door's wall parts: to the left and to the right of a → b, the nearest within a wall's thickness of
/// its middle; null where there is none.
struct SpaceBeside {
    const Space* space = nullptr;
    Vec2 inward; // metres, from the door's line to just inside the space
};
[[nodiscard]] std::array<SpaceBeside, 2> spacesBeside(const Storey& storey, const Segment& door);

}
