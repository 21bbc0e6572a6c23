#include "sim/cli/papers_asked.hpp"

#include "sim/cli/watching.hpp"
#include "sim/stagger/rota.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace stairwise {

void addPapersOptions(CLI::App& app, PapersOrder& order, const Shell& shell)
{
    constexpr std::size_t kMostRuns = 1000; // assumed
    app.add_option("--names", order.names, shell.text("cli.option.cards_names"));
    app.add_flag("--both", order.both, shell.text("cli.option.both_languages"));
    app.add_option("--card-runs", order.ask.runs, shell.text("cli.option.cards_runs"))
        ->check(CLI::Range(std::size_t{1}, kMostRuns));
}

Result<PapersReady> readyForPapers(const PapersOrder& order)
{
    std::vector<std::string> names;
    if (!order.names.empty()) {
        auto read = readNames(order.names);
        if (!read) return read.fault();
        names = std::move(read).value();
    }
    auto folder = Staging::open(order.folder);
    if (!folder) return folder.fault();
    return PapersReady{std::move(names), std::move(folder).value()};
}

int printPapers(const PlanToPrint& plan, const PapersOrder& order, PapersReady& ready, const Shell& shell)
{
    const PlanPassings passings =
        passingsOf(plan.school, plan.plan, order.ask, cancelOnInterrupt(), progressLine(shell, Counting::Runs));
    clearProgressLine();
    if (passings.runs < order.ask.runs) return kNotEverybodyOut;
    const Papers papers{plan.school, plan.plan, passings, {plan.file, plan.bell, ready.names}};
    std::vector<Language> languages = {shell.language};
    if (order.both) languages = {Language::Chinese, Language::English};
    for (const Language language : languages)
        if (const Done written = writePapers(papers, ready.folder, language); !written)
            return refuse(written.fault(), shell);
    if (const Done moved = ready.folder.commit(); !moved) return refuse(moved.fault(), shell);
    const auto tell = [&](const Message& message) {
        std::fprintf(stderr, "%s\n", say(message, shell.language).c_str());
    };
    tell({"cards.done",
          {std::to_string(plan.school.classes.size()), std::to_string(postsWithCards(papers).size()), order.folder,
           std::to_string(passings.runs)}});
    if (passings.notEmpty == 0) return kGood;
    tell({"cards.not_empty", {std::to_string(passings.notEmpty), std::to_string(passings.runs)}});
    return kNotEverybodyOut;
}

}
