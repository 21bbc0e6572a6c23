#pragma once

#include "sim/report/validation.hpp"

namespace stairwise {

/// One page that needs nothing else: the table of trials, and below it figures and plots trial by trial.
[[nodiscard]] std::string validationHtml(std::span<const Tried> trials, const ValidationHead& head, Language language);

}
