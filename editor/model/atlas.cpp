#include "editor/model/atlas.hpp"

#include "editor/model/editor.hpp"
#include "sim/run/setting.hpp"
#include "sim/scenario/scenario_file.hpp"

#include <algorithm>
#include <utility>

namespace stairwise::editor {
namespace {

// Situations that nobody walks in, or that do not fit the school as it is drawn now, are left out and said.
AtlasPlan planOf(const Document& document, std::size_t seeds)
{
    AtlasPlan plan;
    plan.school = *document.school;
    plan.seeds = seeds;
    for (const NamedScenario& named : document.scenarios) {
        if (named.scenario.model != Model::Agents)
            plan.leftOut.push_back({named.file, "", {"atlas.left_out.by_hand", {}}, {}});
        else if (const Done fits = checkAgainst(named.scenario, plan.school, named.file); !fits)
            plan.leftOut.push_back(fits.fault());
        else
            plan.situations.push_back({named.file, named.scenario});
    }
    plan.elements = elementsOf(plan.school, plan.situations, AtlasDoors::Leave);
    return plan;
}

Atlas walkedAtlas(const Document& document, AtlasPlan plan, const std::vector<AtlasRun>& known, CancelToken cancel,
                  const Progress& progress)
{
    Setting setting = settingOf(plan.school, plan.situations.front().scenario);
    AtlasResult result = atlasOf(plan, setting, known, {}, cancel, progress);
    return {document, std::move(plan), std::move(result),
            std::make_shared<const Walkable>(std::move(setting.walkable))};
}

Message toldOf(const AtlasResult& result)
{
    const std::string runs = std::to_string(result.runs.size());
    if (result.runs.size() < result.asked) return {"ensemble.stopped", {runs, std::to_string(result.asked)}};
    return {"atlas.walked", {runs}};
}

}

bool isOf(const Atlas& atlas, const Document& now)
{
    return atlas.document.school == now.school &&
           std::ranges::equal(atlas.document.scenarios, now.scenarios,
                              [](const NamedScenario& one, const NamedScenario& other) {
                                  return one.file == other.file && one.scenario == other.scenario;
                              });
}

void startAtlas(Editor& editor, std::size_t seeds)
{
    const Document& document = editor.history.now();
    AtlasPlan plan = planOf(document, seeds);
    if (plan.situations.empty()) return tell(editor, Severity::Warning, {"atlas.no_situation", {}});
    if (runsOf(plan) > kMostAtlasRuns)
        return tell(editor, Severity::Warning,
                    {"atlas.too_many", {std::to_string(runsOf(plan)), std::to_string(kMostAtlasRuns)}});
    std::vector<AtlasRun> known;
    if (editor.atlas && isOf(*editor.atlas, document)) known = editor.atlas->result.runs;
    editor.atlasing->begin({"work.atlas", {}}, [document, plan = std::move(plan), known = std::move(known)](
                                                   CancelToken cancel, const Progress& progress) {
        Atlas atlas = walkedAtlas(document, plan, known, cancel, progress);
        Message told = toldOf(atlas.result);
        return Making<Atlas>::Made{std::move(atlas), std::move(told)};
    });
}

void takeAtlas(Editor& editor)
{
    auto made = editor.atlasing->take();
    if (!made) return;
    tell(editor, Severity::Note, made->told);
    if (made->value.result.runs.empty()) return;
    editor.atlas = std::move(made->value);
    ++editor.atlasNumber;
}

void dropAtlas(Editor& editor)
{
    editor.atlasing->drop();
    editor.atlas.reset();
    ++editor.atlasNumber;
}

}
