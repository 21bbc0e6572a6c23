#pragma once

#include "sim/validate/trial.hpp"
#include "sim/words/words.hpp"

#include <span>
#include <string>
#include <vector>

namespace stairwise {

/// The table of trials on a terminal: verdict, number and name of each, what is asked, what came out, details.
[[nodiscard]] std::string validationText(std::span<const Tried> trials, Language language);
[[nodiscard]] std::string validationText(const Tried& trial, Language language);
/// "12 passed, 1 failed, …"
[[nodiscard]] Message countOf(std::span<const Tried> trials);
/// What every paper begins with: how it was run, how many passed, which failed.
struct ValidationHead {
    int engine = 0;
    unsigned seeds = 0;
};
[[nodiscard]] std::vector<Message> introOf(std::span<const Tried> trials, const ValidationHead& head);
[[nodiscard]] std::string_view verdictKey(Verdict verdict);

/// For programs; figures as in the table, in the language given.
[[nodiscard]] std::string validationJson(std::span<const Tried> trials, Language language);

}
