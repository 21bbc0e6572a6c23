#pragma once

#include "editor/model/document.hpp"
#include "sim/base/finding.hpp"

#include <optional>

namespace stairwise::editor {

/// What one click does about a finding: the element gets what the rule asks for, where that can be done without asking
/// anything. Nothing: a person must decide.
[[nodiscard]] std::optional<Step> mendFor(const Finding& finding, const School& school);

}
