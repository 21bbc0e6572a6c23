#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> runWords()
{
    static constexpr Word kWords[] = {
        {"run.none", "none", "无"},
    };
    return kWords;
}

}
