#pragma once

#include "editor/model/playback.hpp"
#include "sim/picture/picture.hpp"
#include "sim/walkable/walkable.hpp"

#include <span>
#include <vector>

namespace stairwise::editor {

/// A stair from its side: along its direction to the right, height up. Metres. Flights that go the other way are drawn
/// behind, in grey.
[[nodiscard]] std::vector<Shape> sectionShapes(const School& school, const Walkable& walkable, const Stair& stair);

/// Where somebody on the stair is seen in the section; nothing for those who are not on it.
[[nodiscard]] std::optional<Vec2> inSection(const Walkable& walkable, const Stair& stair, std::uint32_t surface,
                                            Vec2 at);

}
