#pragma once

#include "sim/school/school.hpp"

namespace stairwise {

/// Does the door stand on a wall: lie both ends of its line within kThickestWall of the edge of one space of its storey
/// or of the grounds, or beside a stair of the storey? (Whether it leads anywhere, the walkable surfaces tell.)
[[nodiscard]] bool standsOnWall(const School& school, const Storey& storey, const Door& door);

}
