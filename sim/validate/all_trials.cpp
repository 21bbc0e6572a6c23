#include "sim/validate/experiments.hpp"
#include "sim/validate/trial.hpp"
#include "sim/validate/trials.hpp"

namespace stairwise {

std::vector<Trial> allTrials()
{
    std::vector<Trial> all;
    for (const auto& part : {ruleTrials(), experimentTrials(), rimeaTrials(), imoTrials(), nistTrials(), isoTrials()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}
