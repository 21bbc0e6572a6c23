#pragma once

#include "sim/picture/picture.hpp"
#include "sim/report/validation.hpp"

#include <vector>

namespace stairwise {

/// The table of trials and, trial by trial, figures and plots, as A4 pages for toPdf.
[[nodiscard]] std::vector<Picture> validationPages(std::span<const Tried> trials, const ValidationHead& head,
                                                   Language language);

}
