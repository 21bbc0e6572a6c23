#pragma once

#include "sim/picture/picture.hpp"
#include "sim/walkable/walkable.hpp"
#include "sim/words/words.hpp"

#include <span>
#include <string>
#include <vector>

namespace stairwise {

/// A place with its number on the plan of its storey.
struct MapMark {
    SurfaceIndex surface = kNowhere;
    Vec2 at; // metres
    std::size_t number = 0;
};
/// The plan of every storey and of the grounds, A4 across: for a drill plan. `means`: what the numbers stand for; empty
/// where there are none.
[[nodiscard]] std::vector<Picture> storeyMaps(const School& school, const Walkable& walkable,
                                              std::span<const MapMark> marks, const std::string& means,
                                              Language language);

}
