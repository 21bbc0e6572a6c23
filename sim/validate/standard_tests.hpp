#pragma once

#include "sim/validate/scenes.hpp"
#include "sim/validate/stair_lab.hpp"
#include "sim/validate/trial.hpp"

namespace stairwise {

/// Tests that several standards share: one scene, one measurement, one verdict by our rule. The tables of the standards
/// (rimea_trials.cpp, imo_trials.cpp, …) give them their numbers.

/// Somebody alone walks 40 m at this speed: within 5 % of the time in every seed.
[[nodiscard]] Outcome corridorSpeed(double speed, const TrialOptions& options);

/// Somebody alone on a flight; speed along the slope. Within 5 % of the time in every seed.
[[nodiscard]] Outcome stairSpeed(const Slope& slope, Climb climb, double speed, const TrialOptions& options);

/// Twenty people round a corner: all arrive, nobody through a wall, no bodies within one another by over a tenth.
[[nodiscard]] Outcome cornerWalk(const TrialOptions& options);

/// A hundred people leave 8 × 5 m by a door of 1 m: flow at most 1.33 persons a second.
[[nodiscard]] Outcome doorFlow(const TrialOptions& options);
/// The same with the flow capped at 1.3 persons per metre and second.
[[nodiscard]] Outcome cappedDoorFlow(const TrialOptions& options);
/// Persons per second through the door, from the first to the last; the run behind it. For tests.
[[nodiscard]] double flowOfHundred(double width, std::uint64_t seed, const CancelToken& cancel);

/// Not run: the reason is all that comes out.
[[nodiscard]] Outcome leftOut(Message reason);

}
