#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> scenarioWords()
{
    static constexpr Word kWords[] = {
        {"scenario.none", "none", "无"},
    };
    return kWords;
}

}
