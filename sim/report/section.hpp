#pragma once

#include "sim/picture/picture.hpp"
#include "sim/walkable/walkable.hpp"

#include <optional>
#include <vector>

namespace stairwise {

/// A stair from its side: along its direction to the right, height up. Metres.

/// A flight or landing in the section.
struct SectionPart {
    SurfaceIndex surface = kNowhere;
    std::vector<Vec2> line; // steps of a flight, floor of a landing, from its lower or left end
    bool stepped = false;
    bool behind = false; // a flight that rises against the stair's direction
};
[[nodiscard]] std::vector<SectionPart> sectionOf(const Walkable& walkable, const Stair& stair);

/// The parts as lines, flights behind in grey, and the storeys by name and height.
[[nodiscard]] std::vector<Shape> sectionShapes(const School& school, const Walkable& walkable, const Stair& stair);

/// Where somebody on the stair is seen in the section; nothing for those who are not on it.
[[nodiscard]] std::optional<Vec2> inSection(const Walkable& walkable, const Stair& stair, SurfaceIndex surface,
                                            Vec2 at);

}
