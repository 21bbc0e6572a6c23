#include "editor/model/risks.hpp"

#include "editor/model/editor.hpp"

#include <algorithm>

namespace stairwise::editor {
namespace {

bool samePlace(const RiskPoint& a, const RiskPoint& b)
{
    return a.surface == b.surface && a.stretch == b.stretch;
}

// The worst of its windows comes first.
std::optional<RiskPoint> inRun(const RunResult& run, const RiskPoint& place)
{
    const auto found =
        std::ranges::find_if(run.riskPoints, [&](const RiskPoint& point) { return samePlace(point, place); });
    return found == run.riskPoints.end() ? std::nullopt : std::optional(*found);
}

bool inAny(const EnsembleResult& ensemble, const RiskPoint& point)
{
    return std::ranges::any_of(ensemble.points,
                               [&](const EnsemblePoint& over) { return samePlace(over.typical, point); });
}

std::vector<RiskShown> listed(const RunResult& run, const EnsembleResult* ensemble)
{
    std::vector<RiskShown> risks;
    if (ensemble != nullptr)
        for (const EnsemblePoint& over : ensemble->points)
            risks.push_back({over.typical, inRun(run, over.typical), over, {}});
    for (const RiskPoint& point : run.riskPoints)
        if (ensemble == nullptr || !inAny(*ensemble, point)) risks.push_back({point, point, {}, {}});
    return risks;
}

}

void listRisks(Editor& editor)
{
    editor.riskSeen = 0;
    ++editor.risks.number;
    auto& risks = editor.risks.risks;
    risks.clear();
    if (!editor.outcome || !editor.outcome->result || editor.outcome->walkable == nullptr) return;
    const auto& surfaces = editor.outcome->walkable->surfaces;
    risks = listed(*editor.outcome->result, editor.ensemble ? &editor.ensemble->result : nullptr);
    std::erase_if(risks, [&](const RiskShown& risk) { return risk.point.surface >= surfaces.size(); });
    for (RiskShown& risk : risks) risk.storey = surfaces[risk.point.surface].storey;
}

std::vector<NamedPoint> risksNamed(const Editor& editor)
{
    if (editor.risks.risks.empty()) return {};
    RunResult run;
    run.classes = editor.outcome->result->classes;
    for (const RiskShown& risk : editor.risks.risks) run.riskPoints.push_back(risk.point);
    return namedPoints(run, *editor.outcome->order.school, *editor.outcome->walkable, editor.looks.language);
}

void seeRisk(Editor& editor, std::size_t number)
{
    const auto& risks = editor.risks.risks;
    if (number == 0 || number > risks.size()) return;
    const RiskShown& risk = risks[number - 1];
    editor.riskSeen = number;
    editor.looks.view = ViewKind::Plan;
    editor.looks.risks = true;
    editor.playing.playing = false;
    if (risk.here) fulfil(editor, Seek{risk.here->peakTime});
    fulfil(editor, GoTo{{}, risk.storey, toMillimetres(markedAt(risk).at)});
}

}
