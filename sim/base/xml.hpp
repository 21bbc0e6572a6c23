#pragma once

#include <string>
#include <string_view>

namespace stairwise {

/// As a text stands between the tags of XML or HTML, and in their attributes. What XML cannot hold is left out.
[[nodiscard]] std::string xmlText(std::string_view text);

}
