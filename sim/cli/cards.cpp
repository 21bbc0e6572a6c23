#include "sim/cli/papers_asked.hpp"
#include "sim/cli/today.hpp"

#include <CLI/CLI.hpp>

namespace stairwise {
namespace {

struct Asked {
    std::string plan;
    std::string bell;
    PapersOrder order;
};

int cardsAsked(const Asked& asked, const Shell& shell)
{
    const auto plan = readCase(asked.plan);
    if (!plan) return refuse(plan.fault(), shell);
    if (plan.value().scenario.model != Model::Agents)
        return refuse({asked.plan, "model", {"cards.by_hand", {}}, {"atlas.by_hand.mend", {}}}, shell);
    const auto bell = bellAsked(asked.bell);
    if (!bell) return refuse(bell.fault(), shell);
    auto ready = readyForPapers(asked.order);
    if (!ready) return refuse(ready.fault(), shell);
    const std::string file = std::filesystem::path(asked.plan).filename().string();
    return printPapers({plan.value().school, plan.value().scenario, file, bell.value()}, asked.order, ready.value(),
                       shell);
}

}

Run cardsCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("plan", asked->plan, shell.text("cli.option.plan"))->required();
    app.add_option("--out", asked->order.folder, shell.text("cli.option.cards_out"))->required();
    app.add_option("--bell", asked->bell, shell.text("cli.option.bell"));
    addPapersOptions(app, asked->order, shell);
    app.add_option("--threads", asked->order.ask.threads, shell.text("cli.option.threads"))->check(CLI::Range(1, 256));
    return [asked, &shell] { return cardsAsked(*asked, shell); };
}

}
