#pragma once

#include "editor/panels/face.hpp"
#include "editor/panels/plan_view.hpp"

namespace stairwise::editor {

/// All panels at their places, for a window of the size that ImGui knows. Call once a picture.
void drawWindow(Face& face, PlanView& plan);

}
