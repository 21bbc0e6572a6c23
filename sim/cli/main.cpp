#include "sim/base/system.hpp"
#include "sim/base/version.hpp"
#include "sim/cli/shell.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stairwise {
namespace {

struct Command {
    const char* name;
    const char* summary; // key of the translation table
    Run (*add)(CLI::App&, const Shell&);
};

constexpr Command kCommands[] = {
    {"simulate", "cli.simulate", simulateCommand},
    {"check", "cli.check", checkCommand},
    {"graph", "cli.graph", graphCommand},
    {"import", "cli.import", importCommand},
    {"export", "cli.export", exportCommand},
    {"validate", "cli.validate", validateCommand},
    {"stumble", "cli.stumble", stumbleCommand},
    {"atlas", "cli.atlas", atlasCommand},
    {"compare", "cli.compare", compareCommand},
    {"stagger", "cli.stagger", staggerCommand},
    {"posts", "cli.posts", postsCommand},
    {"cards", "cli.cards", cardsCommand},
    {"plan", "cli.plan", planCommand},
    {"posters", "cli.posters", postersCommand},
    {"sheets", "cli.sheets", sheetsCommand},
    {"record", "cli.record", recordCommand},
    {"review", "cli.review", reviewCommand},
    {"calendar", "cli.calendar", calendarCommand},
    {"hazard", "cli.hazard", hazardCommand},
    {"register", "cli.register", registerCommand},
    {"archive", "cli.archive", archiveCommand},
    {"key", "cli.key", keyCommand},
    {"file", "cli.file", fileCommand},
    {"bureau", "cli.bureau", bureauCommand},
};

// Wanted before the options are read, because the help is in that language, too.
Language languageAsked(int count, char** words)
{
    for (int i = 1; i + 1 < count; ++i)
        if (std::string_view(words[i]) == "--lang") return languageOf(words[i + 1]);
    return languageOf(environmentLanguage());
}

int run(int count, char** words)
{
    const Shell shell{languageAsked(count, words)};
    CLI::App app(shell.text("cli.about"), "stairwise");
    app.require_subcommand(1);
    app.set_version_flag("--version", "stairwise " + std::string(kProgramVersion));
    app.fallthrough();
    std::string language;
    app.add_option("--lang", language, shell.text("cli.option.lang"))->check(CLI::IsMember({"zh", "en"}));
    std::vector<std::pair<CLI::App*, Run>> runs;
    for (const Command& command : kCommands) {
        CLI::App* sub = app.add_subcommand(command.name, shell.text(command.summary));
        runs.emplace_back(sub, command.add(*sub, shell));
    }
    try {
        app.parse(count, words);
    } catch (const CLI::Success& asked) {
        return app.exit(asked); // --help, --version
    } catch (const CLI::ParseError& error) {
        std::string what = error.what();
        std::ranges::replace(what, '\n', ' ');
        return refuse({"", "", {"cli.bad_arguments", {what}}, {"cli.bad_arguments.mend", {}}}, shell);
    }
    for (const auto& [sub, act] : runs)
        if (sub->parsed()) return act();
    return kBadInput;
}

}
}

int main(int count, char** words)
{
    return stairwise::run(count, words);
}
