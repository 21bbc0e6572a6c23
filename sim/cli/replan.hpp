#pragma once

#include "sim/cli/shell.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/stagger/rules.hpp"

#include <vector>

namespace stairwise {

/// `stairwise stagger PLAN --replan`: what happened, as it is typed.
struct ReplanWords {
    std::string now;
    std::vector<std::string> late;       // CLASS=SECONDS
    std::vector<std::string> shut;       // stairs
    std::vector<std::string> unattended; // stairs
    std::string out;
    bool json = false;
};
/// Prints the new plan and gives the exit code. `plan`: the scenario file.
[[nodiscard]] int replan(const std::string& plan, const Case& input, const StaggerRules& rules,
                         const ReplanWords& words, const Shell& shell);

}
