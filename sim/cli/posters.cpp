#include "sim/report/posters.hpp"
#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/scenario/scenario_file.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace stairwise {
namespace {

struct Asked {
    std::string scenario;
    std::string out;
};

int postersAsked(const Asked& asked, const Shell& shell)
{
    const auto input = readCase(asked.scenario);
    if (!input) return refuse(input.fault(), shell);
    const auto& [school, scenario] = input.value();
    const auto pages = posterPages(school, scenario, settingOf(school, scenario), shell.language);
    if (pages.empty()) return refuse({asked.scenario, "", {"poster.none", {}}, {"poster.none.mend", {}}}, shell);
    if (const Done written = writeFile(asked.out, toPdf(pages, school.name)); !written)
        return refuse(written.fault(), shell);
    const std::size_t without = school.classes.size() - pages.size();
    std::printf("%s\n", say({"poster.written", {std::to_string(pages.size()), asked.out}}, shell.language).c_str());
    if (without > 0) std::printf("%s\n", say({"poster.without", {std::to_string(without)}}, shell.language).c_str());
    return without > 0 ? kFindings : kGood;
}

}

Run postersCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("scenario", asked->scenario, shell.text("cli.option.scenario"))->required();
    app.add_option("--out", asked->out, shell.text("cli.option.posters_out"))->required();
    return [asked, &shell] { return postersAsked(*asked, shell); };
}

}
