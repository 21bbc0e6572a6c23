#pragma once

#include "sim/base/message.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace stairwise {

enum class Severity { Note, Warning, Error };

/// Something doubtful that a person should look at, with a place to click. The work goes on.
struct Finding {
    Severity severity = Severity::Warning;
    std::string rule;                              // short stable name, "door.width"
    std::string source;                            // "GB 50099-2011 8.1.8", "assumed"; empty where no rule is quoted
    std::string element;                           // id in the school, or place in a foreign file
    std::string storey;                            // id; empty where the element has none
    std::optional<std::array<std::int32_t, 2>> at; // millimetres
    std::string measured;                          // with its unit; empty where nothing was measured
    std::string required;                          // with its unit
    Message what;
    Message mend;
};

}
