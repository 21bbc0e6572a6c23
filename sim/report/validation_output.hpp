#pragma once

#include "sim/base/system.hpp"
#include "sim/report/validation.hpp"

namespace stairwise {

/// validation.html, .pdf, .txt and .json into the folder being filled.
[[nodiscard]] Done writeValidation(std::span<const Tried> trials, const ValidationHead& head, const Staging& staging,
                                   Language language);

}
