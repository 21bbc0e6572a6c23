#pragma once

#include <imgui.h>

namespace stairwise::editor {

inline const ImVec4 kSoftText{0.33F, 0.36F, 0.40F, 1.0F}; // stands behind black, can be read on what is chosen
inline const ImVec4 kDoubt{0.72F, 0.4F, 0.0F, 1.0F};

}
