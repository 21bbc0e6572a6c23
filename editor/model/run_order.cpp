#include "editor/model/run_order.hpp"

#include "sim/base/system.hpp"
#include "sim/report/output.hpp"
#include "sim/run/setting.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/trace/trace_file.hpp"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <utility>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

constexpr double kTooEarly = 0.02; // of the whole: before it nothing can be said about the time left; assumed

/// How far a run has come.
class Board {
public:
    explicit Board(const TellState& tell) : tell_(tell) {}
    template <class Change> void change(Change change)
    {
        const std::lock_guard lock(mutex_);
        change(state_);
        const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
        state_.secondsLeft = state_.fraction > kTooEarly ? spent / state_.fraction - spent : 0.0;
        if (tell_) tell_(state_);
    }

private:
    const TellState& tell_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    std::mutex mutex_;
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
    return simulate(
        *order.school, order.scenario, job.setting, options, sinks, job.cancel, [&](const ProgressReport& report) {
            job.board.change([&](RunState& state) { state.fraction = std::max(state.fraction, report.fraction); });
        });
}

Done run(const Job& job)
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
    job.board.change([&](RunState& state) {
        state.trace = outcome.trace;
        state.fraction = 1.0;
    });
    return done();
}

}

RunOutcome carryOut(RunOrder order, CancelToken cancel, const TellState& tell)
{
    RunOutcome outcome;
    outcome.order = std::move(order);
    const RunOrder& asked = outcome.order;
    Board board(tell);
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
    if (const Done ran = run(job); !ran) outcome.fault = ran.fault();
    return outcome;
}

}
