#pragma once

#include "sim/stagger/packing.hpp"

#include <filesystem>
#include <string_view>

namespace stairwise {

/// What a search has learned and a replanning goes by, kept beside the plan: *.loads.json, told in docs/files.md. Ways
/// of each class, what it brings to each flight and landing by each of them, and what these bear.
inline constexpr int kLoadsVersion = 1;

/// plan.scenario.json → plan.loads.json
[[nodiscard]] std::filesystem::path loadsBeside(const std::filesystem::path& plan);
[[nodiscard]] std::string formatLoads(const School& school, const Packing& packing);
/// Refused: of another school, and what is no such file. Rules are the caller's to take (takeRules).
[[nodiscard]] Result<Packing> parseLoads(std::string_view text, const std::string& name, const School& school);
[[nodiscard]] Result<Packing> readLoads(const std::filesystem::path& path, const School& school);

}
