#pragma once

#include "sim/run/run.hpp"

#include <memory>

namespace stairwise::sample {

/// A teaching building of two storeys with a dog-leg stair, two exits, a playground and a gate; and what a run over it
/// might give, made by hand.

[[nodiscard]] School school();
[[nodiscard]] RunResult emptied(const Walkable& walkable);
/// The same with hand calculation, capped case, differences and limits beside it.
[[nodiscard]] RunResult bothWays(const Walkable& walkable);
/// The answer of the hand calculation alone.
[[nodiscard]] RunResult byHand();
/// The same, ended by the time limit with three pupils left.
[[nodiscard]] RunResult notEmptied(const Walkable& walkable);

}
