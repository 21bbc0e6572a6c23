#pragma once

#include "sim/geometry/point.hpp"

#include <array>
#include <vector>

namespace stairwise::editor {

/// Triangles that cover what lies within an odd number of the rings, whatever their direction. Rings may have holes,
/// touch and cross. Cut in strips from below upward; a strip goes on as long as its two sides do, so that a rectangle
/// is two triangles.
[[nodiscard]] std::vector<std::array<Vec2, 3>> triangles(const std::vector<std::vector<Vec2>>& rings);

}
