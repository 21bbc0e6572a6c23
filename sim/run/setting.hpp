#pragma once

#include "sim/egress/network.hpp"
#include "sim/run/people.hpp"
#include "sim/walkable/walkable.hpp"

namespace stairwise {

/// A school and a scenario before the first step: floors, ways, people at their places. Made once for the run, the
/// capped run beside it, the head of the trace and the pictures.
struct Setting {
    Walkable walkable;
    Network network;
    Start start;
    std::shared_ptr<const Terrain> terrain = {}; // where many runs share it; none: each run makes its own
    double wallSeconds = 0.0;                    // that it took to make
};
[[nodiscard]] Setting settingOf(const School& school, const Scenario& scenario);
/// On floors that are there already, made of this school.
[[nodiscard]] Setting settingOf(const School& school, const Scenario& scenario, Walkable floors);

}
