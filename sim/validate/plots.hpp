#pragma once

#include "sim/validate/bands.hpp"
#include "sim/validate/trial.hpp"

#include <functional>
#include <span>

namespace stairwise {

/// Fundamental diagrams as plots: speed or specific flow over density.
enum class Over { Speed, Flow };
[[nodiscard]] Plot diagram(Over what);

inline constexpr std::size_t kMostDots = 1200; // of a cloud: more make a picture heavy and show no more
[[nodiscard]] Curve dots(Message name, std::span<const StatePoint> points, Over what);
/// Means of the bins that are reached.
[[nodiscard]] Curve means(Message name, std::span<const StateBin> bins, Over what);
/// Mean ± 2 σ at the middle of each bin.
[[nodiscard]] Curve twoSigma(Message name, std::span<const SpeedBand> bands, Over what);
/// Speed by a formula, over densities from … to.
[[nodiscard]] Curve formula(Message name, double from, double to, Over what,
                            const std::function<double(double density)>& speed);

/// Weidmann 1993, m/s on the level.
[[nodiscard]] double weidmannSpeed(double density);

}
