#pragma once

#include "sim/record/drill_record.hpp"
#include "sim/record/package.hpp"

#include <vector>

namespace stairwise::sample {

/// Six classes of 40 over one stair and one exit, whose predicted times are round.
[[nodiscard]] DrillPlan plan();
/// A day on which every class took `factor` of the median, and all that a record needs is there.
[[nodiscard]] std::vector<NumberedEvent> day(double factor);
/// A package of that plan and that day.
struct Filing {
    int version = 1;
    std::string replaces;
    std::string drill = "2026-03-fire";
    bool complete = true;
    std::string commander = "校长";
};
[[nodiscard]] std::string package(const Filing& filing, const KeyPair& key);
[[nodiscard]] DrillEvent event(const std::string& row);

}
