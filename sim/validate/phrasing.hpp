#pragma once

#include "sim/validate/trial.hpp"

#include <string>

namespace stairwise {

/// Figures as they stand in the table; the same in both languages.

[[nodiscard]] std::string figure(double value, int decimals);
/// "1.93 (1.81–2.02)": median and 10 to 90 % interval; the value alone where there was one run.
[[nodiscard]] std::string figure(const Spread& spread, int decimals);
[[nodiscard]] std::string rangeFigure(double low, double high, int decimals);

}
