#include "sim/import/import.hpp"

#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/school/school_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>

namespace stairwise {
namespace {

struct Asked {
    std::string file;
    std::string out;
};

int importAsked(const Asked& asked, const Shell& shell)
{
    const auto imported = importFile(asked.file);
    if (!imported) return refuse(imported.fault(), shell);
    const auto& [school, findings] = imported.value();
    for (const Finding& finding : findings) std::printf("%s\n", line(finding, shell.language).c_str());
    if (const Done written = writeFile(asked.out, formatSchool(school)); !written)
        return refuse(written.fault(), shell);
    const auto count = [](std::size_t n) { return fmt::format("{}", n); };
    std::printf("%s\n", say({"cli.import.done", {asked.out, count(findings.size()), count(school.guesses.size())}},
                            shell.language)
                            .c_str());
    return findings.empty() ? kGood : kFindings;
}

}

Run importCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("file", asked->file, shell.text("cli.option.drawing"))->required();
    app.add_option("--out", asked->out, shell.text("cli.option.school_out"))->required();
    return [asked, &shell] { return importAsked(*asked, shell); };
}

}
