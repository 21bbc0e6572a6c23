#pragma once

#include <array>
#include <string_view>

namespace stairwise {

/// The archive's schema, forward only: migration i leads from user_version i to i + 1. A file that is released is never
/// changed.
inline constexpr std::array<std::string_view, 2> kMigrationNames = {"1_archive.sql", "2_inspections.sql"};

/// The text of sim/record/sql/NAME; made when the program is built.
[[nodiscard]] std::string_view migrationText(std::string_view name);

}
