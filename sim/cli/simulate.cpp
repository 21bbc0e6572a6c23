#include "sim/base/system.hpp"
#include "sim/cli/shell.hpp"
#include "sim/cli/watching.hpp"
#include "sim/report/ensemble_report.hpp"
#include "sim/report/output.hpp"
#include "sim/report/risk_phrases.hpp"
#include "sim/report/summary.hpp"
#include "sim/report/text.hpp"
#include "sim/run/checkpoint.hpp"
#include "sim/run/ensemble.hpp"
#include "sim/run/setting.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/trace/trace_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <optional>
#include <sstream>
#include <vector>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

struct Asked {
    std::string scenario;
    std::string out;
    std::string checkpoint;
    std::string from;
    double stopAt = std::numeric_limits<double>::infinity(); // simulated seconds
    unsigned threads = 0;
    std::int64_t seed = -1;
    std::size_t runs = 0; // besides
    RiskLimits riskLimits;
    bool json = false;
    bool noCapped = false;
};

constexpr const char* kTraceName = "walk.trace";
constexpr std::int64_t kGreatestSeed = 9007199254740992; // 2^53: every program that reads JSON keeps it whole

fs::path folderFor(const Asked& asked)
{
    return asked.out.empty() ? folderNamed(asked.scenario, "result") : fs::path(asked.out);
}

bool worthALook(const Finding& finding)
{
    return finding.severity != Severity::Note;
}

// Stopped, or somebody was left in one of the runs.
bool notAllOut(const EnsembleResult& ensemble)
{
    return ensemble.notEmpty > 0 || ensemble.runs.size() < ensemble.asked;
}

int finish(const RunResult& result, const ResultNames& names, const NamedEnsemble* ensemble, const Asked& asked,
           const fs::path& folder, const Shell& shell)
{
    if (asked.json)
        std::printf("%s", summaryJson(result, names, shell.language, ensemble).c_str());
    else
        std::printf("%s", resultText(result, names, folder.string(), shell.language).c_str());
    if (ensemble != nullptr && !asked.json) std::printf("%s", ensembleText(*ensemble, result, shell.language).c_str());
    if (result.ending != Ending::Empty || (ensemble != nullptr && notAllOut(ensemble->result))) return kNotEverybodyOut;
    return std::ranges::any_of(result.findings, worthALook) ? kFindings : kGood;
}

// What the trace held when the run was stopped, into the new one.
Done copyTrace(const Checkpoint& from, const std::string& name, TraceWriter& trace)
{
    const auto old = TraceReader::from(std::make_unique<std::istringstream>(from.trace), name);
    if (!old) return old.fault();
    for (std::size_t i = 0; i < old.value().frames(); ++i) {
        const auto frame = old.value().frame(i);
        if (!frame) return frame.fault();
        trace.add(frame.value());
    }
    return done();
}

struct Job {
    Case input;
    std::optional<Checkpoint> from;
    Setting setting;
    Staging staging;
    std::optional<TraceWriter> trace; // by hand nobody walks
};

// Said before a long run, not after it.
Done canLeaveCheckpoint(const Asked& asked)
{
    const fs::path folder = fs::path(asked.checkpoint).parent_path();
    if (folder.empty() || fs::is_directory(folder)) return done();
    return Fault{folder.string(), "--checkpoint", {"file.missing", {}}, {"file.missing.mend", {}}};
}

// The fault names the option.
Done limitsAsked(const Asked& asked)
{
    const Done checked = checkLimits(asked.riskLimits);
    if (checked) return checked;
    Fault fault = checked.fault();
    std::ranges::replace(fault.place, '_', '-');
    fault.place.insert(0, "--");
    return fault;
}

Result<Job> prepared(const Asked& asked, const fs::path& folder)
{
    if (const Done can = canLeaveCheckpoint(asked); !can) return can.fault();
    if (const Done can = limitsAsked(asked); !can) return can.fault();
    auto input = readCase(asked.scenario);
    if (!input) return input.fault();
    if (asked.seed >= 0) input.value().scenario.seed = static_cast<std::uint64_t>(asked.seed);
    std::optional<Checkpoint> from;
    if (!asked.from.empty()) {
        auto read = readCheckpoint(asked.from);
        if (!read) return read.fault();
        from = std::move(read).value();
    }
    if (const Done can = mayReplace(folder, input.value().school, input.value().scenario); !can) return can.fault();
    auto staging = Staging::open(folder);
    if (!staging) return staging.fault();
    Setting setting = settingOf(input.value().school, input.value().scenario);
    Job job{std::move(input).value(), std::move(from), std::move(setting), std::move(staging).value(), {}};
    if (job.input.scenario.model == Model::Agents) {
        auto created = TraceWriter::create(job.staging.folder() / kTraceName,
                                           traceHeadOf(job.input.school, job.input.scenario, job.setting));
        if (!created) return created.fault();
        job.trace.emplace(std::move(created).value());
        if (job.from)
            if (const Done copied = copyTrace(*job.from, asked.from, *job.trace); !copied) return copied.fault();
    }
    return job;
}

Result<RunResult> walked(Job& job, const Asked& asked, const Shell& shell)
{
    std::vector<FrameSink> sinks;
    if (job.trace) sinks.emplace_back([&job](const Frame& frame) { job.trace->add(frame); });
    RunOptions options;
    options.threads = asked.threads;
    options.capped = !asked.noCapped;
    options.riskLimits = asked.riskLimits;
    options.stopAt = asked.stopAt;
    options.keepState = !asked.checkpoint.empty();
    const auto& [school, scenario] = job.input;
    const CancelToken cancel = cancelOnInterrupt();
    auto result = job.from ? goOn(school, scenario, job.setting, *job.from, options, sinks, cancel,
                                  progressLine(shell, Counting::People))
                           : simulate(school, scenario, job.setting, options, sinks, cancel,
                                      progressLine(shell, Counting::People));
    clearProgressLine();
    if (result) return result;
    Fault fault = result.fault();
    fault.file = asked.from;
    return fault;
}

// The checkpoint, all files, then the folder as a whole.
Done deliver(const RunResult& result, const NamedEnsemble* ensemble, const Asked& asked, Job& job, const Shell& shell)
{
    if (job.trace)
        if (Done step = job.trace->finish(); !step) return step;
    if (!result.state.empty()) {
        auto trace = readFile(job.staging.folder() / kTraceName, std::numeric_limits<std::size_t>::max());
        if (!trace) return trace.fault();
        const Checkpoint checkpoint = checkpointOf(result, std::move(trace).value());
        if (Done step = writeFile(asked.checkpoint, bytesOf(checkpoint)); !step) return step;
    }
    if (Done step = writeResults(result, job.input.school, job.setting.walkable, job.staging, shell.language, ensemble);
        !step)
        return step;
    return job.staging.commit();
}

// Nothing unless many runs are asked for and the first was not stopped.
std::optional<NamedEnsemble> ensembleAsked(const RunResult& one, const Job& job, const Asked& asked, const Shell& shell)
{
    const CancelToken cancel = cancelOnInterrupt();
    if (asked.runs == 0 || one.model != Model::Agents || cancel.cancelled()) return std::nullopt;
    EnsembleOptions options;
    options.runs = asked.runs;
    options.threads = asked.threads;
    options.riskLimits = asked.riskLimits;
    EnsembleResult ensemble =
        ensembleOf(job.input.school, job.input.scenario, options, cancel, progressLine(shell, Counting::Runs));
    clearProgressLine();
    return namedEnsemble(std::move(ensemble), one, job.input.school, job.setting.walkable, shell.language);
}

// On the side: what is printed is the result.
void tellCheckpoint(const RunResult& result, const Asked& asked, const Shell& shell)
{
    if (asked.checkpoint.empty()) return;
    const Message message = result.state.empty()
                                ? Message{"cli.checkpoint.ended", {asked.checkpoint}}
                                : Message{"cli.checkpoint", {fmt::format("{:.2f}", result.endTime), asked.checkpoint}};
    std::fprintf(stderr, "%s\n", say(message, shell.language).c_str());
}

int simulateAsked(const Asked& asked, const Shell& shell)
{
    const fs::path folder = folderFor(asked);
    auto job = prepared(asked, folder);
    if (!job) return refuse(job.fault(), shell);
    const auto result = walked(job.value(), asked, shell);
    if (!result) return refuse(result.fault(), shell);
    const School& school = job.value().input.school;
    const Walkable& walkable = job.value().setting.walkable;
    const auto ensemble = ensembleAsked(result.value(), job.value(), asked, shell);
    const NamedEnsemble* many = ensemble ? &*ensemble : nullptr;
    if (const Done delivered = deliver(result.value(), many, asked, job.value(), shell); !delivered)
        return refuse(delivered.fault(), shell);
    const ResultNames names = namesOf(result.value(), school, walkable, shell.language);
    const int code = finish(result.value(), names, many, asked, folder, shell);
    tellCheckpoint(result.value(), asked, shell);
    return code;
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
    CLI::Option* checkpoint = app.add_option("--checkpoint", asked->checkpoint, shell.text("cli.option.checkpoint"));
    app.add_option("--stop-at", asked->stopAt, shell.text("cli.option.stop_at"))
        ->check(CLI::PositiveNumber)
        ->needs(checkpoint);
    app.add_option("--runs", asked->runs, shell.text("cli.option.runs"))->check(CLI::Range(std::size_t{1}, kMostRuns));
    app.add_option("--density-limit", asked->riskLimits.density, shell.text("cli.option.density_limit"));
    app.add_option("--rail-limit", asked->riskLimits.rail, shell.text("cli.option.rail_limit"));
    app.add_option("--load-limit", asked->riskLimits.load, shell.text("cli.option.load_limit"));
    app.add_option("--least", asked->riskLimits.least, shell.text("cli.option.least"));
    app.add_option("--from", asked->from, shell.text("cli.option.from"));
    app.add_flag("--no-capped", asked->noCapped, shell.text("cli.option.no_capped"));
    app.add_flag("--json", asked->json, shell.text("cli.option.json"));
    return [asked, &shell] { return simulateAsked(*asked, shell); };
}

}
