#pragma once

#include "sim/base/json_version.hpp"
#include "sim/scenario/scenario_file.hpp"

#include <array>

namespace stairwise {

/// One function a version, for ever: migration i brings a scenario file from version i + 1 to i + 2.
inline constexpr std::array<Migration, 0> kScenarioMigrations{};
static_assert(kScenarioMigrations.size() == kScenarioVersion - 1, "a new version needs its migration");

}
