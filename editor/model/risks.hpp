#pragma once

#include "sim/report/risk_phrases.hpp"
#include "sim/run/ensemble.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace stairwise::editor {

/// Stampede risk points of the run shown; with an ensemble, of all its runs.

struct RiskShown {
    RiskPoint point;                   // with an ensemble the one of the run in the middle
    std::optional<RiskPoint> here;     // in the run that is played; nothing: it is none in this run
    std::optional<EnsemblePoint> over; // over the runs of the ensemble; nothing: in none of them, or there is none
    StoreyId storey;
};
/// The most dangerous first: the order of the list, and the numbers on the plan.
struct RiskList {
    std::vector<RiskShown> risks;
    std::uint64_t number = 0; // another one for every list
};
/// Where it is marked: of the run that is played if it is there.
[[nodiscard]] inline const RiskPoint& markedAt(const RiskShown& risk)
{
    return risk.here ? *risk.here : risk.point;
}

struct Editor;
/// Makes the list anew, after a run or an ensemble.
void listRisks(Editor& editor);
/// In words, as the list.
[[nodiscard]] std::vector<NamedPoint> risksNamed(const Editor& editor);
void seeRisk(Editor& editor, std::size_t number);

}
