#pragma once

#include "sim/base/json_read.hpp"
#include "sim/scenario/scenario.hpp"

namespace stairwise {

void readDistribution(const JsonPlace& at, Distribution& out);
void readScenario(const JsonPlace& at, Scenario& out);

}
