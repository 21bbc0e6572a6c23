#pragma once

#include "sim/run/stumble.hpp"
#include "sim/school/school.hpp"
#include "sim/words/words.hpp"

#include <string>

namespace stairwise {

/// What a stumble test was made of and with.
struct StumbleReport {
    const School& school;
    const Scenario& scenario;
    const Walkable& walkable;
    const StumbleAsk& ask;
    const StumbleResult& result;
};

/// For a terminal: one line a place, the worst first.
[[nodiscard]] std::string stumbleText(const StumbleReport& report, Language language);
/// docs/files.md says what each key means.
[[nodiscard]] std::string stumbleJson(const StumbleReport& report, Language language);

}
