#include "sim/cli/shell.hpp"
#include "sim/egress/dot.hpp"
#include "sim/school/school_file.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace stairwise {
namespace {

struct Asked {
    std::string file;
    bool dot = false;
};

int graphAsked(const Asked& asked, const Shell& shell)
{
    const auto school = readSchool(asked.file);
    if (!school) return refuse(school.fault(), shell);
    const Walkable walkable = walkableOf(school.value());
    const Network network = networkOf(walkable);
    const std::string text = asked.dot ? toDot(school.value(), walkable, network)
                                       : listing(school.value(), walkable, network, shell.language);
    std::fputs(text.c_str(), stdout);
    return kGood;
}

}

Run graphCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("school", asked->file, shell.text("cli.option.school"))->required();
    app.add_flag("--dot", asked->dot, shell.text("cli.option.dot"));
    return [asked, &shell] { return graphAsked(*asked, shell); };
}

}
