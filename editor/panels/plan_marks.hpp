#pragma once

#include "editor/panels/face.hpp"

namespace stairwise::editor {

/// What is marked on the plan with a sign and words, with ImGui's font: risk points of the run shown, falls and wardens
/// of the scenario in work.
void writeMarks(Face& face, const Place& area);

inline constexpr std::size_t kFirstRisks = 20; // shown at first: what somebody reads in one go; assumed

/// A disc with a number in it, in the colour of a rank.
void drawRankDisc(float x, float y, float radius, int rank, const std::string& number);

}
