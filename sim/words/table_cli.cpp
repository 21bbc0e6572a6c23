#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> cliWords()
{
    static constexpr Word kWords[] = {
        {"cli.none", "none", "无"},
    };
    return kWords;
}

}
