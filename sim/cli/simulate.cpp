#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/report/output.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/summary.hpp"
#include "sim/report/text.hpp"
#include "sim/run/run.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/trace/trace_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <vector>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

struct Asked {
    std::string scenario;
    std::string out;
    unsigned threads = 0;
    std::int64_t seed = -1;
    bool json = false;
    bool noCapped = false;
};

constexpr std::int64_t kGreatestSeed = 9007199254740992; // 2^53: every program that reads JSON keeps it whole

// school.scenario.json → school-result, in the folder one stands in.
fs::path folderFor(const Asked& asked)
{
    if (!asked.out.empty()) return asked.out;
    std::string name = fs::path(asked.scenario).filename().string();
    if (const auto dot = name.find('.'); dot != std::string::npos && dot > 0) name.resize(dot);
    return name + "-result";
}

std::string clock(double seconds)
{
    const auto whole = static_cast<long>(std::floor(seconds));
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

// One line that is written over on a terminal; nothing where nobody watches.
Progress progressLine(const Shell& shell)
{
    if (!isTerminal(2)) return {};
    const auto begin = std::chrono::steady_clock::now();
    return [shell, begin](const ProgressReport& report) {
        const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const double left = report.fraction > 0.02 ? spent / report.fraction - spent : 0.0;
        const std::string text =
            say({"cli.progress",
                 {fmt::format("{:.0f}", 100.0 * report.fraction), clock(report.simulatedSeconds),
                  fmt::format("{}", report.done), fmt::format("{}", report.total), fmt::format("{:.0f}", left)}},
                shell.language);
        std::fprintf(stderr, "\r\033[K%s", text.c_str());
        std::fflush(stderr);
    };
}

void clearProgressLine()
{
    if (isTerminal(2)) std::fprintf(stderr, "\r\033[K");
}

bool worthALook(const Finding& finding)
{
    return finding.severity != Severity::Note;
}

int finish(const RunResult& result, const std::vector<NamedPlace>& places, const Asked& asked, const fs::path& folder,
           const Shell& shell)
{
    if (asked.json)
        std::printf("%s", summaryJson(result, places, shell.language).c_str());
    else
        std::printf("%s", resultText(result, places, folder.string(), shell.language).c_str());
    if (result.ending != Ending::Empty) return kNotEverybodyOut;
    return std::ranges::any_of(result.findings, worthALook) ? kFindings : kGood;
}

// All files, then the folder as a whole.
Done deliver(const RunResult& result, const School& school, const Walkable& walkable, TraceWriter* trace,
             Staging& staging, const Shell& shell)
{
    if (trace != nullptr)
        if (Done step = trace->finish(); !step) return step;
    if (Done step = writeResults(result, school, walkable, staging, shell.language); !step) return step;
    return staging.commit();
}

int simulateAsked(const Asked& asked, const Shell& shell)
{
    auto read = readCase(asked.scenario);
    if (!read) return refuse(read.fault(), shell);
    Case input = std::move(read).value();
    if (asked.seed >= 0) input.scenario.seed = static_cast<std::uint64_t>(asked.seed);

    const fs::path folder = folderFor(asked);
    auto staging = Staging::open(folder);
    if (!staging) return refuse(staging.fault(), shell);
    std::optional<TraceWriter> trace; // by hand nobody walks
    std::vector<FrameSink> sinks;
    if (input.scenario.model == Model::Agents) {
        auto created =
            TraceWriter::create(staging.value().folder() / "walk.trace", traceHeadOf(input.school, input.scenario));
        if (!created) return refuse(created.fault(), shell);
        trace.emplace(std::move(created).value());
        sinks.emplace_back([&](const Frame& frame) { trace->add(frame); });
    }
    RunOptions options;
    options.threads = asked.threads;
    options.capped = !asked.noCapped;
    const RunResult result =
        simulate(input.school, input.scenario, options, sinks, cancelOnInterrupt(), progressLine(shell));
    clearProgressLine();
    const Walkable walkable = walkableOf(input.school);
    if (const Done delivered =
            deliver(result, input.school, walkable, trace ? &*trace : nullptr, staging.value(), shell);
        !delivered)
        return refuse(delivered.fault(), shell);
    return finish(result, namedPlaces(result, input.school, walkable, shell.language), asked, folder, shell);
}

}

Run simulateCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("scenario", asked->scenario, shell.text("cli.option.scenario"))->required();
    app.add_option("--out", asked->out, shell.text("cli.option.out"));
    app.add_option("--threads", asked->threads, shell.text("cli.option.threads"))->check(CLI::Range(1, 256));
    app.add_option("--seed", asked->seed, shell.text("cli.option.seed"))
        ->check(CLI::Range(std::int64_t{0}, kGreatestSeed));
    app.add_flag("--no-capped", asked->noCapped, shell.text("cli.option.no_capped"));
    app.add_flag("--json", asked->json, shell.text("cli.option.json"));
    return [asked, &shell] { return simulateAsked(*asked, shell); };
}

}
