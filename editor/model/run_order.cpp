#include "editor/model/run_order.hpp"

#include "sim/base/system.hpp"
#include "sim/report/output.hpp"
#include "sim/run/setting.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/trace/trace_file.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <numeric>
#include <thread>
#include <utility>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

constexpr double kTooEarly = 0.02; // of the whole: before it nothing can be said about the time left; assumed

/// How far all runs of an order have come.
class Board {
public:
    Board(int runs, const TellState& tell) : tell_(tell), fractions_(static_cast<std::size_t>(runs), 0.0)
    {
        state_.runs = runs;
    }
    template <class Change> void change(Change change)
    {
        const std::lock_guard lock(mutex_);
        change(state_);
        tellNow();
    }
    void advance(std::size_t run, double fraction)
    {
        const std::lock_guard lock(mutex_);
        fractions_[run] = std::max(fractions_[run], fraction);
        tellNow();
    }
    void finish(std::size_t run)
    {
        const std::lock_guard lock(mutex_);
        fractions_[run] = 1.0;
        ++state_.runsDone;
        tellNow();
    }

private:
    void tellNow()
    {
        const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
        state_.fraction =
            std::accumulate(fractions_.begin(), fractions_.end(), 0.0) / static_cast<double>(fractions_.size());
        state_.secondsLeft = state_.fraction > kTooEarly ? spent / state_.fraction - spent : 0.0;
        if (tell_) tell_(state_);
    }

    const TellState& tell_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    std::mutex mutex_;
    std::vector<double> fractions_; // by run
    RunState state_;
};

/// One order while it is carried out.
struct Job {
    RunOutcome& outcome;
    const Setting& setting;
    CancelToken cancel;
    Board& board;
};

// The trace appears under another name, so that the folder's results stay together until there are new ones. An older
// one is taken away first, not written over: somebody may be playing it.
Result<TraceWriter> traceFor(const Job& job)
{
    const RunOrder& order = job.outcome.order;
    const fs::path path = order.folder / kGrowingTrace;
    std::error_code ignored;
    fs::create_directories(order.folder, ignored); // what is wrong is told when the file is made
    fs::remove(path, ignored);
    return TraceWriter::create(path, traceHeadOf(*order.school, order.scenario, job.setting));
}

Done deliver(const Job& job, const RunResult& result)
{
    RunOutcome& outcome = job.outcome;
    const RunOrder& order = outcome.order;
    auto staging = Staging::open(order.folder);
    if (!staging) return staging.fault();
    const Done written = writeResults(result, *order.school, job.setting.walkable, staging.value(), order.language);
    if (!written) return written;
    if (outcome.trace.empty()) return staging.value().commit();
    std::error_code error;
    fs::rename(outcome.trace, staging.value().folder() / kTraceFile, error);
    if (error) return Fault{outcome.trace.string(), "", {"file.cannot_read", {}}, {"file.cannot_read.mend", {}}};
    outcome.trace = order.folder / kTraceFile;
    return staging.value().commit();
}

/// What the command line does, with its defaults.
RunResult walked(const Job& job, std::optional<TraceWriter>& trace)
{
    const RunOrder& order = job.outcome.order;
    RunOptions options;
    options.measures = order.measures;
    options.capped = true;
    std::vector<FrameSink> sinks;
    if (trace)
        sinks.emplace_back([&](const Frame& frame) {
            trace->add(frame);
            job.board.change([&](RunState& state) {
                state.simulatedSeconds = frame.time;
                state.people = job.setting.start.walkers.size();
                state.out = state.people - frame.size();
            });
        });
    return simulate(*order.school, order.scenario, job.setting, options, sinks, job.cancel,
                    [&](const ProgressReport& report) { job.board.advance(0, report.fraction); });
}

Done firstRun(const Job& job)
{
    RunOutcome& outcome = job.outcome;
    std::optional<TraceWriter> trace;
    if (outcome.order.scenario.model == Model::Agents) {
        auto created = traceFor(job);
        if (!created) return created.fault();
        trace.emplace(std::move(created).value());
        outcome.trace = outcome.order.folder / kGrowingTrace;
        job.board.change([&](RunState& state) { state.trace = outcome.trace; });
    }
    auto result = std::make_shared<RunResult>(walked(job, trace));
    if (trace)
        if (const Done finished = trace->finish(); !finished) return finished;
    // Cancelled while the capped run beside it went on, it is not what the command line would have written either.
    outcome.cancelled = job.cancel.cancelled();
    if (outcome.cancelled) return done();
    if (const Done delivered = deliver(job, *result); !delivered) return delivered;
    outcome.result = std::move(result);
    job.board.change([&](RunState& state) { state.trace = outcome.trace; });
    job.board.finish(0);
    return done();
}

/// A run of which only a band is drawn.
RunResult leanRun(const Job& job, std::size_t number)
{
    const RunOrder& order = job.outcome.order;
    Scenario scenario = order.scenario;
    scenario.seed += number;
    Setting setting = job.setting; // floors and ways are shared; chance places people anew
    setting.start = startOf(*order.school, scenario, setting.walkable, setting.network);
    RunOptions options;
    options.threads = 1;
    options.measures = order.furtherMeasures;
    options.bound = options.hand = options.capped = false;
    return simulate(*order.school, scenario, setting, options, {}, job.cancel,
                    [&](const ProgressReport& report) { job.board.advance(number, report.fraction); });
}

std::vector<double> outTimes(const RunResult& result)
{
    std::vector<double> times;
    for (const PersonResult& person : result.persons)
        if (person.out) times.push_back(*person.out);
    std::ranges::sort(times);
    return times;
}

void keep(RunOutcome& outcome, RunResult result)
{
    outcome.furtherOut.push_back(outTimes(result));
    result.persons.clear();
    result.maps.clear();
    result.secondHashes.clear();
    outcome.further.push_back(std::move(result));
}

// One run a core: many together are done sooner so than one after another on all cores.
void furtherRuns(const Job& job)
{
    const auto runs = static_cast<std::size_t>(job.outcome.order.runs);
    std::vector<std::optional<RunResult>> results(runs);
    std::atomic<std::size_t> next = 1;
    {
        std::vector<std::jthread> threads;
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        for (std::size_t t = 0; t < std::min(cores, runs - 1); ++t)
            threads.emplace_back([&] {
                for (std::size_t run = next++; run < runs && !job.cancel.cancelled(); run = next++) {
                    RunResult result = leanRun(job, run);
                    if (result.ending == Ending::Cancelled) return;
                    results[run] = std::move(result);
                    job.board.finish(run);
                }
            });
    }
    for (std::size_t run = 1; run < runs; ++run) {
        if (results[run])
            keep(job.outcome, std::move(*results[run]));
        else
            job.outcome.cancelled = true;
    }
}

}

RunOutcome carryOut(RunOrder order, CancelToken cancel, const TellState& tell)
{
    RunOutcome outcome;
    outcome.order = std::move(order);
    outcome.order.runs = std::max(1, outcome.order.runs);
    const RunOrder& asked = outcome.order;
    Board board(asked.runs, tell);
    board.change([](RunState&) {});
    if (const Done fits = checkAgainst(asked.scenario, *asked.school, asked.scenarioFile); !fits) {
        outcome.fault = fits.fault();
        return outcome;
    }
    outcome.cancelled = cancel.cancelled();
    if (outcome.cancelled) return outcome;
    const auto setting = std::make_shared<const Setting>(settingOf(*asked.school, asked.scenario));
    outcome.walkable = {setting, &setting->walkable};
    const Job job{outcome, *setting, cancel, board};
    if (const Done first = firstRun(job); !first) {
        outcome.fault = first.fault();
        return outcome;
    }
    if (!outcome.cancelled && asked.runs > 1) furtherRuns(job);
    return outcome;
}

}
