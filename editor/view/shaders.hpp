#pragma once

#include <string_view>

namespace stairwise::editor {

/// "flat.vert" → its text. The files of shaders/ are part of the program; an unknown name gives nothing.
[[nodiscard]] std::string_view shaderText(std::string_view name);

}
