#pragma once

#include "sim/picture/picture.hpp"
#include "sim/record/drill_plan.hpp"
#include "sim/report/ensemble_report.hpp"
#include "sim/run/setting.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/words/words.hpp"
#include "sim/workbook/writing.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// The drill plan 演练方案 from a scenario, and on paper.

/// What a plan is made of; what it refers to outlives it.
struct PlanSources {
    const School& school;
    const Scenario& scenario;
    const RunResult& one; // with the hand calculation
    const NamedEnsemble& many;
    std::string drill; // handle
    SaidOfDrill said;  // what people have said so far
};
/// Posts, classes and teams for which nobody has been named yet are added to what was said, with empty names; for each
/// risk point the answer that would help is proposed.
[[nodiscard]] DrillPlan planOf(const PlanSources& sources, Language language);

/// For a terminal.
[[nodiscard]] std::string planText(const DrillPlan& plan, Language language);
/// All that the plan says, for the printer and for a word processor.
[[nodiscard]] Writing planWriting(const DrillPlan& plan, Language language);
/// A4 upright.
[[nodiscard]] std::vector<Picture> planPages(const DrillPlan& plan, Language language);

/// "2:05 to 2:31, median 2:16"; empty: not known.
[[nodiscard]] std::string spanText(const PredictedTime& time, Language language);
/// "Fire", "地震".
[[nodiscard]] std::string kindName(DrillKind kind, Language language);
/// Where the class assembles: the area that names it, else the first for everybody; null: the school has none for it.
[[nodiscard]] const AssemblyArea* areaFor(const School& school, const ClassId& id);
/// What that is called; empty: none.
[[nodiscard]] std::string areaNameOf(const School& school, const ClassId& id);

}
