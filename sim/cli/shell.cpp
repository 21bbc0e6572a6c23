#include "sim/cli/shell.hpp"

#include <cstdio>

namespace stairwise {

int refuse(const Fault& fault, const Shell& shell)
{
    std::fprintf(stderr, "stairwise: %s\n", line(fault, shell.language).c_str());
    return kBadInput;
}

std::filesystem::path folderNamed(const std::filesystem::path& scenario, const char* what)
{
    std::string name = scenario.filename().string();
    if (const auto dot = name.find('.'); dot != std::string::npos && dot > 0) name.resize(dot);
    return name + "-" + what;
}

}
