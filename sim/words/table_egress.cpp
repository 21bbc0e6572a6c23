#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> egressWords()
{
    static constexpr Word kWords[] = {
        {"egress.none", "none", "无"},
    };
    return kWords;
}

}
