#pragma once

#include "sim/picture/picture.hpp"
#include "sim/validate/trial.hpp"
#include "sim/words/words.hpp"

namespace stairwise {

/// A plot as a picture of kPlotWidth points; coordinates are points of paper, y up. Bands are filled, lines differ by
/// dashes as well as colour, so that it can be read in grey.
[[nodiscard]] Picture plotPicture(const Plot& plot, Language language);
inline constexpr double kPlotWidth = 250.0;

/// From the lowest to the highest tick: 0, ± 1, 2 or 5 times a power of ten, at most seven.
struct Scale {
    double low = 0.0;
    double high = 1.0;
    double step = 0.5;
    int decimals = 1;
};
[[nodiscard]] Scale scaleOver(double low, double high);

}
