#pragma once

#include "sim/base/result.hpp"
#include "sim/scenario/scenario.hpp"

#include <filesystem>

namespace stairwise {

/// A scenario made of another one (`from`), in a file that `option` names.

/// Refused: the file of the other scenario or of its school; a folder; a folder that is not there. To be said before a
/// long search, not after it.
[[nodiscard]] Done mayWritePlan(const std::filesystem::path& file, const char* option,
                                const std::filesystem::path& from, const Scenario& scenario);
/// The school is named as it is seen from where the file lies.
[[nodiscard]] Done writePlan(const std::filesystem::path& file, const std::filesystem::path& from, Scenario scenario);

}
