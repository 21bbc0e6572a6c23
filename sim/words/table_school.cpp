#include "sim/words/tables.hpp"

namespace stairwise {

std::span<const Word> schoolWords()
{
    static constexpr Word kWords[] = {
        {"school.none", "none", "无"},
    };
    return kWords;
}

}
