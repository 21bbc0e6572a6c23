#pragma once

#include "sim/base/progress.hpp"
#include "sim/cli/shell.hpp"

namespace stairwise {

/// One line that is written over on a terminal, with the time that is left; nothing where nobody watches.
enum class Counting { People, Runs };
[[nodiscard]] Progress progressLine(const Shell& shell, Counting what);
void clearProgressLine();

}
