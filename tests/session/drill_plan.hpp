#pragma once

#include "sim/record/drill_plan.hpp"

#include <filesystem>

namespace stairwise::editor {

/// A drill "2026-03-fire" of eight classes, two stairs and two exits, with predicted times.
[[nodiscard]] DrillPlan drillPlan();
/// An archive in which its plan stands.
void putDrill(const std::filesystem::path& archive);

}
