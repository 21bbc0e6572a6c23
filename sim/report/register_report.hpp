#pragma once

#include "sim/record/register.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/writing.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// The school's register 台账 for people.

[[nodiscard]] std::string entryKindName(EntryKind kind, Language language);
[[nodiscard]] std::string registerText(const std::vector<RegisterEntry>& entries, Language language);
[[nodiscard]] std::string registerJson(const std::vector<RegisterEntry>& entries);
/// One table for each kind that has entries.
[[nodiscard]] Writing registerWriting(const std::vector<RegisterEntry>& entries, Language language);

}
