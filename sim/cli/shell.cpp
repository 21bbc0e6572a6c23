#include "sim/cli/shell.hpp"

#include <cstdio>

namespace stairwise {

int refuse(const Fault& fault, const Shell& shell)
{
    std::fprintf(stderr, "stairwise: %s\n", line(fault, shell.language).c_str());
    return kBadInput;
}

}
