#pragma once

#include "sim/run/setting.hpp"
#include "sim/stagger/timetable.hpp"

#include <vector>

namespace stairwise {

/// A way that a class may take, and what it costs at free walking (network.hpp).
struct WayChoice {
    ClassWay way;
    double seconds = 0.0; // from the middle of the room out of the building
};
/// Above the ground storey one for each stair, on it one for each exit, that leads out; the quickest first; none that
/// takes over a minute longer (assumed: no detour round the whole school). `allowed`: of these stairs and exits only;
/// empty: all. Nothing where the class has no way, or no room.
[[nodiscard]] std::vector<WayChoice> waysOf(const School& school, const Setting& setting, const SchoolClass& own,
                                            const std::vector<ClassWay>& allowed);

}
