#pragma once

#include "sim/run/run.hpp"

namespace stairwise {

/// The longer of two times is longer by more than this share of the shorter: the two calculations differ.
inline constexpr double kDiffers = 0.25;
[[nodiscard]] bool differs(double agents, double hand);

/// Persons per metre and second from the first to the last person; 0 where fewer than two passed.
[[nodiscard]] double meanFlow(const PassageResult& passage);

/// Where agents and hand calculation differ, and why, as far as their figures tell: the whole first, then stairs, exits
/// and classes, each the largest first. Nothing is compared where one of the two has no time.
[[nodiscard]] std::vector<Difference> differencesOf(const RunResult& result);

}
