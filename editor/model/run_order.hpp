#pragma once

#include "editor/model/running.hpp"

#include <functional>

namespace stairwise::editor {

/// Carries out an order on the calling thread and others; `tell` is called from any of them, one at a time.
using TellState = std::function<void(const RunState&)>;
[[nodiscard]] RunOutcome carryOut(RunOrder order, CancelToken cancel, const TellState& tell);

}
