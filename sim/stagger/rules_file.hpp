#pragma once

#include "sim/stagger/rules.hpp"

#include <filesystem>
#include <string_view>

namespace stairwise {

/// What a school asks of its timetable: *.rules.json, schema in scenarios/schema/rules.schema.json, told in
/// docs/files.md. Unknown keys and newer versions are refused by name.
inline constexpr int kRulesVersion = 1;

[[nodiscard]] Result<StaggerRules> readRules(const std::filesystem::path& path);
[[nodiscard]] Result<StaggerRules> parseRules(std::string_view text, const std::string& name);

}
