#include "sim/validate/experiments.hpp"
#include "sim/validate/trial.hpp"

namespace stairwise {

std::vector<Trial> allTrials()
{
    std::vector<Trial> all;
    for (const auto& part : {experimentTrials()}) all.insert(all.end(), part.begin(), part.end());
    return all;
}

}
