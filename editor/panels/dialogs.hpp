#pragma once

#include "editor/panels/face.hpp"

namespace stairwise::editor {

/// Opens, saves, chooses folders: our own, alike on every system, drawn in the window.
void fileDialog(Face& face);

}
