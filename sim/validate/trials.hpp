#pragma once

#include "sim/validate/trial.hpp"

namespace stairwise {

/// The published tests, standard by standard, in the order of their numbers.
[[nodiscard]] std::vector<Trial> rimeaTrials();
[[nodiscard]] std::vector<Trial> imoTrials();
[[nodiscard]] std::vector<Trial> nistTrials();
[[nodiscard]] std::vector<Trial> isoTrials();
/// Our own rules that no standard has: A1, A2, A3.
[[nodiscard]] std::vector<Trial> ruleTrials();

}
