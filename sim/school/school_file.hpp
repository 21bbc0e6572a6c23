#pragma once

#include "sim/base/hash.hpp"
#include "sim/base/result.hpp"
#include "sim/school/school.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace stairwise {

/// The school file *.school.json: canonical JSON (fixed key order), schema in scenarios/schema/school.schema.json.
inline constexpr int kSchoolVersion = 1;
inline constexpr std::size_t kLargestFile = 64'000'000; // bytes; a campus of 10,000 spaces has 5 MB

/// Refuses, with file, place and mend: what is not JSON, another version, unknown keys, numbers out of range, polygons
/// that cross themselves, ids used twice, references to nothing, doors on no wall.
[[nodiscard]] Result<School> readSchool(const std::filesystem::path& path);
/// `name` is how the file is called in a Fault.
[[nodiscard]] Result<School> parseSchool(std::string_view text, const std::string& name);
[[nodiscard]] std::string formatSchool(const School& school);
/// Of the canonical text.
[[nodiscard]] Digest hashOf(const School& school);

}
