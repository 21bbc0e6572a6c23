#pragma once

#include "editor/view/mesh.hpp"

namespace stairwise::editor {

/// Corners are mitred where the line turns gently, else both ends are square; a line that comes back is closed.
void addStroke(Mesh& mesh, const LineShape& line);
void addDisc(Mesh& mesh, const DiscShape& disc);

}
