#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> importWords()
{
    static constexpr Word kWords[] = {
        {"import.none", "none", "无"},
    };
    return kWords;
}

}
