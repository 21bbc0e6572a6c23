#include "editor/model/comparing.hpp"

#include <algorithm>

namespace stairwise::editor {
namespace {

void addPassages(KeptRun& run, const std::vector<PassageResult>& passages)
{
    for (const PassageResult& one : passages)
        run.passages.push_back({one.id, one.name.empty() ? one.id : one.name, one.last});
}

KeptRun kept(const RunOutcome& outcome)
{
    const RunResult& result = *outcome.result;
    KeptRun run{outcome.order.scenarioFile,
                outcome.order.school,
                outcome.order.scenario,
                static_cast<int>(result.people),
                static_cast<int>(result.evacuated),
                result.clearance,
                {},
                {},
                {}};
    if (result.bound) run.bound = result.bound->seconds;
    if (!result.crowdedPlaces.empty()) run.peak = result.crowdedPlaces.front().peak;
    addPassages(run, result.stairs);
    addPassages(run, result.exits);
    return run;
}

}

void keepRun(std::vector<KeptRun>& all, const RunOutcome& outcome)
{
    if (!outcome.result) return;
    KeptRun run = kept(outcome);
    const auto found = std::ranges::find(all, run.file, &KeptRun::file);
    if (found != all.end())
        *found = std::move(run);
    else
        all.push_back(std::move(run));
}

}
