#pragma once

#include "sim/cli/shell.hpp"
#include "sim/scenario/scenario_file.hpp"

#include <optional>
#include <string>

namespace stairwise {

/// "16:40" or "16:40:30" of --bell as seconds after midnight; nothing where it was not given.
[[nodiscard]] Result<std::optional<double>> bellAsked(const std::string& text);

/// Puts the timetable of a spreadsheet in place of the scenario's releases; `bell` becomes the time of day that counts
/// as 0, where the file has times of day. Says every fault of the file in a line and gives kBadInput, or kGood.
[[nodiscard]] int takeToday(const std::string& file, Case& input, std::optional<double>& bell, const Shell& shell);
/// Where it was read from and what counts as 0.
[[nodiscard]] std::string todayHeading(const std::string& file, std::optional<double> bell, const Shell& shell);

}
