#include "sim/run/capped.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kPeakSeconds = 10.0; // over which PassageResult::peakFlow is taken

const PassageResult* named(const std::vector<PassageResult>& passages, const std::string& id)
{
    const auto found = std::ranges::find(passages, id, &PassageResult::id);
    return found == passages.end() ? nullptr : &*found;
}

LimitState stateOf(bool uncapped, bool capped)
{
    if (uncapped) return LimitState::Held;
    return capped ? LimitState::Imposed : LimitState::Missed;
}

/// `cap`: of the run that `passages` come from; 0: none.
void addFlows(std::vector<LimitCheck>& checks, Counted what, const std::vector<PassageResult>& passages,
              const std::vector<PassageResult>* capped, double cap)
{
    for (const PassageResult& passage : passages) {
        if (passage.passed == 0) continue;
        const PassageResult* other = capped != nullptr ? named(*capped, passage.id) : nullptr;
        LimitCheck check{what, passage.id, kUsualFlowCap, passage.peakFlow, {}, LimitState::Held};
        const bool keeps = keepsFlow(passage, kUsualFlowCap);
        if (cap > 0.0) { // nobody knows what it would be without
            check.capped = passage.peakFlow;
            check.uncapped.reset();
            check.state = stateOf(keeps && cap > kUsualFlowCap, keeps);
        } else {
            if (other != nullptr) check.capped = other->peakFlow;
            check.state = stateOf(keeps, other != nullptr && keepsFlow(*other, kUsualFlowCap));
        }
        checks.push_back(std::move(check));
    }
}

}

bool wantsCapped(const Scenario& scenario, const RunOptions& options)
{
    const bool evacuation = scenario.situation == Situation::Fire || scenario.situation == Situation::Earthquake;
    return options.capped && evacuation && !scenario.flowCap && scenario.model == Model::Agents;
}

CappedResult cappedRun(const School& school, const Scenario& scenario, const Setting& setting,
                       const RunOptions& options, CancelToken cancel, const Progress& progress)
{
    Scenario other = scenario; // the setting is that of both: a cap moves nobody before the first step
    other.flowCap = kUsualFlowCap;
    RunOptions alone;
    alone.threads = options.threads;
    alone.measures = alone.bound = alone.hand = false;
    RunResult run = simulate(school, other, setting, alone, {}, cancel, progress);
    return {kUsualFlowCap,         run.ending,          run.evacuated,
            run.clearance,         run.assembled,       std::move(run.classes),
            std::move(run.stairs), std::move(run.exits)};
}

bool keepsFlow(const PassageResult& passage, double limit)
{
    return passage.peakFlow * passage.width * kPeakSeconds <= limit * passage.width * kPeakSeconds + 1.0;
}

std::vector<LimitCheck> limitChecks(const RunResult& result, const Scenario& scenario)
{
    if (result.model != Model::Agents) return {};
    std::vector<LimitCheck> checks;
    const double cap = result.flowCap.value_or(0.0);
    const auto* other = result.capped ? &*result.capped : nullptr;
    addFlows(checks, Counted::Stair, result.stairs, other != nullptr ? &other->stairs : nullptr, cap);
    addFlows(checks, Counted::Exit, result.exits, other != nullptr ? &other->exits : nullptr, cap);
    LimitCheck time{Counted::Whole, {}, scenario.timeLimit, {}, {}, LimitState::Held};
    const bool empty = result.ending == Ending::Empty;
    if (empty) time.uncapped = result.clearance;
    if (other != nullptr && other->ending == Ending::Empty) time.capped = other->clearance;
    time.state = stateOf(empty, time.capped.has_value());
    checks.push_back(std::move(time));
    return checks;
}

Progress halfOf(const Progress& progress, double from)
{
    if (!progress) return {};
    return [progress, from](ProgressReport report) {
        report.fraction = from + 0.5 * report.fraction;
        progress(report);
    };
}

}
