#pragma once

#include "sim/risk/spells.hpp"

namespace stairwise {

/// Which half of a flight a spell lay on: that which holds 70 of a hundred person-seconds (assumed), else the whole.
[[nodiscard]] PointPart partOf(const Walkable& walkable, SurfaceIndex surface, const Spell& spell);
/// Off the stairs: the door or edge that people left by, where the peak was no farther than 3 m from it (assumed).
[[nodiscard]] PortalIndex portalBefore(const Walkable& walkable, SurfaceIndex surface, const Spell& spell);

}
