#include "sim/report/stumble.hpp"
#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/run/stumble.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/scenario/scenario_limits.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <string>

namespace stairwise {
namespace {

struct Asked {
    std::string scenario;
    std::string at;
    double time = -1.0; // seconds; below zero: the busiest moment
    double duration = kUsualFall;
    double limit = kStumbleLimit;
    double reaction = kStumbleReaction;
    std::int64_t seed = -1;
    unsigned threads = 0;
    bool json = false;
};

// One line that is written over on a terminal; nothing where nobody watches.
Progress progressLine(const Shell& shell)
{
    if (!isTerminal(2)) return {};
    return [shell](const ProgressReport& report) {
        const std::string text = say({"cli.stumble.progress",
                                      {fmt::format("{:.0f}", 100.0 * report.fraction), fmt::format("{}", report.done),
                                       fmt::format("{}", report.total)}},
                                     shell.language);
        std::fprintf(stderr, "\r\033[K%s", text.c_str());
        std::fflush(stderr);
    };
}

Result<StumbleAsk> askOf(const Asked& asked, const Walkable& walkable)
{
    StumbleAsk ask;
    if (!asked.at.empty()) {
        const SurfaceIndex surface = surfaceNamed(walkable, asked.at);
        if (surface == kNowhere)
            return Fault{asked.scenario,
                         "--at",
                         {"scenario.no_such_surface", {asked.at}},
                         {"scenario.no_such_surface.mend", {}}};
        ask.places = {surface};
    }
    if (asked.time >= 0.0) ask.time = asked.time;
    ask.duration = asked.duration;
    ask.limit = asked.limit;
    ask.reaction = asked.reaction;
    ask.threads = asked.threads;
    return ask;
}

int stumbleAsked(const Asked& asked, const Shell& shell)
{
    auto input = readCase(asked.scenario);
    if (!input) return refuse(input.fault(), shell);
    auto& [school, scenario] = input.value();
    if (asked.seed >= 0) scenario.seed = static_cast<std::uint64_t>(asked.seed);
    if (scenario.model == Model::Hydraulic)
        return refuse({asked.scenario, "model", {"stumble.by_hand", {}}, {"run.by_hand.mend", {}}}, shell);
    const Setting setting = settingOf(school, scenario);
    const auto ask = askOf(asked, setting.walkable);
    if (!ask) return refuse(ask.fault(), shell);
    const StumbleResult result = stumbleTest(scenario, setting, ask.value(), cancelOnInterrupt(), progressLine(shell));
    if (isTerminal(2)) std::fprintf(stderr, "\r\033[K");
    const StumbleReport report{school, scenario, setting.walkable, ask.value(), result};
    std::printf("%s", (asked.json ? stumbleJson(report, shell.language) : stumbleText(report, shell.language)).c_str());
    return result.cancelled ? kNotEverybodyOut : kGood;
}

}

Run stumbleCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("scenario", asked->scenario, shell.text("cli.option.scenario"))->required();
    app.add_option("--at", asked->at, shell.text("cli.option.stumble_at"));
    app.add_option("--time", asked->time, shell.text("cli.option.stumble_time"))->check(CLI::Range(0.0, kLongestTime));
    app.add_option("--duration", asked->duration, shell.text("cli.option.stumble_duration"))
        ->check(CLI::Range(kShortestFall, kLongestFall));
    app.add_option("--limit", asked->limit, shell.text("cli.option.stumble_limit"))->check(CLI::Range(0.1, 20.0));
    app.add_option("--reaction", asked->reaction, shell.text("cli.option.stumble_reaction"))
        ->check(CLI::Range(0.0, kLongestFall));
    app.add_option("--threads", asked->threads, shell.text("cli.option.threads"))->check(CLI::Range(1, 256));
    app.add_option("--seed", asked->seed, shell.text("cli.option.seed"))
        ->check(CLI::Range(std::int64_t{0}, kLargestSeed));
    app.add_flag("--json", asked->json, shell.text("cli.option.stumble_json"));
    return [asked, &shell] { return stumbleAsked(*asked, shell); };
}

}
