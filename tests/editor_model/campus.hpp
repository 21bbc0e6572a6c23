#pragma once

#include "sim/school/school.hpp"

namespace stairwise::editor {

/// The teaching building of scenarios/ so many times, side by side; all ids of the n-th copy begin with "n.". 65 spaces
/// a copy.
[[nodiscard]] School campusOf(int copies);

}
