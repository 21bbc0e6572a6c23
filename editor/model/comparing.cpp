#include "editor/model/comparing.hpp"

#include "editor/model/editor.hpp"
#include "editor/model/exporting.hpp"

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
                outcome.walkable,
                {},
                outcome.result,
                outcome.trace};
    if (result.bound) run.bound = result.bound->seconds;
    if (!result.crowdedPlaces.empty()) run.worst = result.crowdedPlaces.front();
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

bool outOfDate(const KeptRun& run, const Document& now)
{
    const auto scenario = std::ranges::find(now.scenarios, run.file, &NamedScenario::file);
    return run.school != now.school || scenario == now.scenarios.end() || !(scenario->scenario == run.scenario);
}

std::optional<NamedPlace> mostCrowded(const KeptRun& run, Language language)
{
    if (!run.worst || run.walkable == nullptr) return std::nullopt;
    return namedPlace(*run.worst, *run.school, *run.walkable, language);
}

Played playedOf(const Editor& editor)
{
    return {editor.playback ? &*editor.playback : nullptr,
            editor.outcome && editor.outcome->result ? editor.outcome->result.get() : nullptr, traceOf(editor),
            editor.walked};
}

Played besideOf(const Editor& editor)
{
    if (!editor.beside) return {};
    return {&editor.beside->playback, editor.beside->result.get(), editor.beside->trace, editor.walked};
}

bool canStandBeside(const Editor& editor, const KeptRun& run)
{
    return editor.outcome && editor.outcome->result && editor.outcome->order.scenarioFile != run.file &&
           run.school == editor.walkedIn && !run.trace.empty();
}

void playBeside(Editor& editor, const std::string& file)
{
    const bool same = editor.beside && editor.beside->file == file;
    editor.beside.reset();
    const auto run = std::ranges::find(editor.kept, file, &KeptRun::file);
    if (same || run == editor.kept.end() || !canStandBeside(editor, *run)) return;
    auto playback = Playback::open(run->trace);
    if (!playback) return tell(editor, playback.fault());
    editor.beside = Beside{file, calledOf(run->scenario, file), std::move(playback).value(), run->result, run->trace};
    editor.looks.view = ViewKind::Plan; // the only one with room for two
}

}
