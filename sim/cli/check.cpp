#include "sim/egress/check.hpp"
#include "sim/cli/shell.hpp"
#include "sim/school/school_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>

namespace stairwise {
namespace {

int checkAsked(const std::string& file, const Shell& shell)
{
    const auto school = readSchool(file);
    if (!school) return refuse(school.fault(), shell);
    const Walkable walkable = walkableOf(school.value());
    const Network network = networkOf(walkable);
    const auto findings = check(school.value(), walkable, network);
    for (const Finding& finding : findings) std::printf("%s\n", line(finding, shell.language).c_str());
    std::printf("%s\n", say({"cli.check.count", {fmt::format("{}", findings.size())}}, shell.language).c_str());
    return findings.empty() ? kGood : kFindings;
}

}

Run checkCommand(CLI::App& app, const Shell& shell)
{
    auto file = std::make_shared<std::string>();
    app.add_option("school", *file, shell.text("cli.option.school"))->required();
    return [file, &shell] { return checkAsked(*file, shell); };
}

}
