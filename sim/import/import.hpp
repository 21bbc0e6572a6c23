#pragma once

#include "sim/base/finding.hpp"
#include "sim/base/result.hpp"
#include "sim/school/school.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace stairwise {

/// A foreign drawing as a school, with everything doubtful about it. Guesses are written into School::guesses.
struct Imported {
    School school;
    std::vector<Finding> findings;
};

/// The bim-json form of zone-flow programs: Level[] { NameLevel, ZLevel, BuildElement[] } (docs/files.md).
[[nodiscard]] Result<Imported> importBimJson(std::string_view text, const std::string& name);
/// By what stands in the file.
[[nodiscard]] Result<Imported> importFile(const std::filesystem::path& path);

}
