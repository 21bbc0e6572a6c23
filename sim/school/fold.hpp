#pragma once

#include <string>
#include <string_view>

namespace stairwise {

/// A text as it is compared, whoever typed it: full-width signs as ASCII, small letters, all brackets as ( ), all
/// dashes and points between as -. Blanks between two digits become -, others go.
[[nodiscard]] std::string folded(std::string_view text);

}
