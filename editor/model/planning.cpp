#include "editor/model/planning.hpp"

#include "editor/model/editor.hpp"
#include "editor/model/situations.hpp"
#include "sim/report/phrases.hpp"
#include "sim/scenario/scenario_file.hpp"

#include <algorithm>
#include <utility>

namespace stairwise::editor {
namespace {

PlanSearch searched(std::shared_ptr<const School> school, NamedScenario situation, const PlanOrder& order,
                    CancelToken cancel, const Progress& progress)
{
    StaggerRules rules;
    rules.loadLimit = order.limit;
    StaggerOptions options;
    options.proof = order.proof;
    auto result = stagger(*school, situation.scenario, rules, options, cancel, progress);
    auto walkable = std::make_shared<const Walkable>(walkableOf(*school));
    return {std::move(school), std::move(situation), std::move(rules), std::move(result), std::move(walkable)};
}

Message toldOf(const Result<StaggerResult>& result)
{
    if (!result) return {"planning.refused", {}};
    if (result.value().stopped) return {"planning.stopped", {}};
    return {result.value().chosen ? "planning.found" : "planning.none", {}};
}

}

void startPlanning(Editor& editor, const PlanOrder& order)
{
    const NamedScenario* named = scenarioOf(editor);
    if (named == nullptr) return tell(editor, Severity::Warning, {"tool.scenario_first", {}});
    if (const Done fits = checkAgainst(named->scenario, schoolOf(editor), named->file); !fits)
        return tell(editor, fits.fault());
    editor.planning->begin({"work.planning", {}}, [school = editor.history.now().school, situation = *named,
                                                   order](CancelToken cancel, const Progress& progress) {
        PlanSearch search = searched(school, situation, order, cancel, progress);
        Message told = toldOf(search.result);
        return Making<PlanSearch>::Made{std::move(search), std::move(told)};
    });
}

void takePlanning(Editor& editor)
{
    auto made = editor.planning->take();
    if (!made) return;
    if (!made->value.result) {
        Fault fault = made->value.result.fault();
        if (fault.file.empty()) fault.file = made->value.situation.file;
        return tell(editor, fault);
    }
    tell(editor, Severity::Note, made->told);
    if (!made->value.result.value().plans.empty()) editor.plans = std::move(made->value);
}

void dropPlanning(Editor& editor)
{
    editor.planning->drop();
    editor.plans.reset();
}

bool isOf(const PlanSearch& search, const Document& now)
{
    const auto named = std::ranges::find(now.scenarios, search.situation.file, &NamedScenario::file);
    return search.school == now.school && named != now.scenarios.end() && named->scenario == search.situation.scenario;
}

void takePlan(Editor& editor, std::size_t plan)
{
    if (!editor.plans || plan >= editor.plans->result.value().plans.size()) return;
    const StaggerPlan& chosen = editor.plans->result.value().plans[plan];
    const Scenario& today = editor.plans->situation.scenario;
    Scenario scenario = withTimetable(*editor.plans->school, today, chosen.timetable);
    scenario.name =
        say({"planning.name", {today.name, minutes(chosen.late, editor.looks.language)}}, editor.looks.language);
    addScenario(editor, std::move(scenario));
}

}
