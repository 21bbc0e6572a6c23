#include "editor/model/ensemble.hpp"

#include "editor/model/editor.hpp"
#include "editor/model/situations.hpp"

#include <algorithm>
#include <utility>

namespace stairwise::editor {
namespace {

// Nothing was drawn or set otherwise since.
bool isOfRunShown(const Editor& editor)
{
    const NamedScenario* named = scenarioOf(editor);
    if (named == nullptr || !editor.outcome || !editor.outcome->result) return false;
    const RunOrder& order = editor.outcome->order;
    return order.school == editor.history.now().school && order.scenario == named->scenario;
}

Message toldOf(const EnsembleResult& result)
{
    const std::string runs = std::to_string(result.runs.size());
    if (result.runs.size() < result.asked) return {"ensemble.stopped", {runs, std::to_string(result.asked)}};
    return {"ensemble.walked", {runs}};
}

}

CurveBand bandOver(const std::vector<Curve>& runs)
{
    std::size_t seconds = 0;
    for (const Curve& run : runs) seconds = std::max(seconds, run.count.size());
    CurveBand band;
    for (std::size_t s = 0; s < seconds; ++s) {
        std::vector<double> counts;
        for (const Curve& run : runs)
            counts.push_back(run.count.empty() ? 0.0 : run.count[std::min(s, run.count.size() - 1)]);
        const Band here = *bandOf(std::move(counts));
        band.low.push_back(here.low);
        band.median.push_back(here.median);
        band.high.push_back(here.high);
    }
    return band;
}

Ensemble walkedEnsemble(const EnsembleOrder& order, CancelToken cancel, const Progress& progress)
{
    EnsembleOptions options;
    options.runs = order.runs;
    options.riskLimits = order.limits;
    Ensemble ensemble{ensembleOf(*order.school, order.scenario, options, cancel, progress), {}};
    std::vector<Curve> curves;
    for (const RunSketch& run : ensemble.result.runs) {
        const std::vector<double> times(run.out.begin(), run.out.end());
        curves.push_back(curveOf({}, times, times.empty() ? 0.0 : times.back()));
    }
    ensemble.out = bandOver(curves);
    return ensemble;
}

void startEnsemble(Editor& editor, std::size_t runs)
{
    const bool walked = isOfRunShown(editor);
    if (!walked && !editor.runner->running()) startRun(editor);
    if (!walked && !editor.runner->running()) return; // refused, and told why
    editor.runsToFollow = std::clamp<std::size_t>(runs, 1, kMostRuns);
    if (walked) followWithEnsemble(editor);
}

void followWithEnsemble(Editor& editor)
{
    const std::size_t runs = std::exchange(editor.runsToFollow, 0);
    if (runs == 0 || !editor.outcome || !editor.outcome->result) return;
    const RunOrder& run = editor.outcome->order;
    EnsembleOrder order{run.school, run.scenario, runs, editor.outcome->result->riskLimits};
    editor.ensembling->begin({"work.ensemble", {}},
                             [order = std::move(order)](CancelToken cancel, const Progress& progress) {
                                 Ensemble ensemble = walkedEnsemble(order, cancel, progress);
                                 Message told = toldOf(ensemble.result);
                                 return Making<Ensemble>::Made{std::move(ensemble), std::move(told)};
                             });
}

void takeEnsemble(Editor& editor)
{
    auto made = editor.ensembling->take();
    if (!made) return;
    tell(editor, Severity::Note, made->told);
    if (made->value.result.runs.empty()) return;
    editor.ensemble = std::move(made->value);
    listRisks(editor);
}

void dropEnsemble(Editor& editor)
{
    editor.ensembling->drop();
    editor.ensemble.reset();
    editor.runsToFollow = 0;
    listRisks(editor);
}

}
