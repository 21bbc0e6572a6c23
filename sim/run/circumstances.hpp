#pragma once

#include "sim/crowd/crowd.hpp"
#include "sim/risk/averages.hpp"
#include "sim/risk/risk_points.hpp"
#include "sim/run/people.hpp"

namespace stairwise {

/// What the risk measures are told of a run besides its frames.
struct RiskGround {
    std::vector<RiskPerson> people; // by number
    Circumstances day;
};
[[nodiscard]] RiskGround riskGroundOf(const Scenario& scenario, const Walkable& walkable, const Start& start);

/// Falls that have happened.
[[nodiscard]] std::vector<Mishap> fallenIn(const Scenario& scenario, const Walkable& walkable, const Crowd& crowd);

/// What presses in this frame of the crowd. Nothing where nobody pushes: bodies that wait touch one another, but the
/// model gives those touches no load (docs/model.md).
[[nodiscard]] Pressing pressingOf(const Scenario& scenario, const Crowd& crowd, const Frame& frame);

}
