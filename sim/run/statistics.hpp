#pragma once

#include "sim/run/ensemble.hpp"

namespace stairwise {

[[nodiscard]] std::vector<Influence> influencesOf(const std::vector<RunSketch>& runs);

}
