#pragma once

#include "sim/base/json_version.hpp"
#include "sim/school/school_file.hpp"

#include <array>

namespace stairwise {

/// One function a version, for ever: migration i brings a school file from version i + 1 to i + 2.
inline constexpr std::array<Migration, 0> kSchoolMigrations{};
static_assert(kSchoolMigrations.size() == kSchoolVersion - 1, "a new version needs its migration");

}
