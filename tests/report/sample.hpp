#pragma once

#include "sim/run/run.hpp"

#include <memory>

namespace stairwise::sample {

/// A teaching building of two storeys with a dog-leg stair, two exits, a playground and a gate; and what a run over it
/// might give, made by hand.

[[nodiscard]] School school();
[[nodiscard]] RunResult emptied(const Walkable& walkable);
/// The same, ended by the time limit with three pupils left.
[[nodiscard]] RunResult notEmptied(const Walkable& walkable);

}
