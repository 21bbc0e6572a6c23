#pragma once

#include "editor/panels/face.hpp"
#include "editor/panels/people_layer.hpp"
#include "sim/picture/picture.hpp"

#include <span>

namespace stairwise::editor {

/// What is written on the plan, with ImGui's font: names, lengths of what is being drawn, scale bar, legend.

void writePlan(Face& face, const Place& area);
/// Which of two walks this is, and how many of it are still inside.
void writeWalk(Face& face, const Place& area, const std::string& name, const PeopleLayer& people);
void writeLegend(Face& face, const Place& area, const PeopleLayer& people);
/// The texts among shapes, at a camera.
void writeTexts(std::span<const Shape> shapes, const Camera& camera, const Place& area, float unit);

/// The chosen stair, else the first of the building shown; null: none.
[[nodiscard]] const Stair* stairInSection(const Editor& editor);
/// All lines of the shapes in view.
[[nodiscard]] Camera cameraFor(std::span<const Shape> shapes, Camera camera);
/// Metres from the lowest floor to the top of the highest storey.
[[nodiscard]] double heightOf(const School& school);

}
