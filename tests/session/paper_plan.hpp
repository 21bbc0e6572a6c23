#pragma once

#include <string>

namespace stairwise::editor {

/// The paper plan of the session's school as a scanner gives it: PNG, 40 pixels a metre, its lower left corner at
/// (−1.5, −1.5) m, a dimension line under the building.
[[nodiscard]] std::string paperPlan();

}
