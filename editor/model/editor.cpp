#include "editor/model/editor.hpp"

#include "editor/model/picking.hpp"

#include <algorithm>

namespace stairwise::editor {
namespace {

StoreyId firstStorey(const School& school)
{
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            if (storey->elevation == 0) return storey->id;
    for (const Building& building : school.buildings)
        if (!building.storeys.empty()) return building.storeys.front()->id;
    return {};
}

// GB 50099-2011 8.7: steps of secondary schools at most 160 high and at least 280 deep, wells at most 110 wide,
// landings as deep as the flight is wide. Flights of three files of 0.55 m: its 8.7.2.
Stair usualStair()
{
    Stair stair;
    stair.clearWidth = 1650;
    stair.tread = 280;
    stair.riser = 160;
    stair.floorLandingDepth = 1650;
    stair.halfLandingDepth = 1650;
    stair.well = 110;
    return stair;
}

}

Editor::Editor(Document document)
    : history(document), saved(std::move(document)), deriver(std::make_unique<Deriver>()),
      runner(std::make_unique<Runner>()), work(std::make_unique<Work>()),
      ensembling(std::make_unique<Making<Ensemble>>()), atlasing(std::make_unique<Making<Atlas>>()),
      planning(std::make_unique<Making<PlanSearch>>())
{
    settings.stair = usualStair();
    storey = firstStorey(schoolOf(*this));
    settle(*this);
}

const School& schoolOf(const Editor& editor)
{
    return *editor.history.now().school;
}

Scene sceneOf(const Editor& editor, const Derived* derived)
{
    const NamedScenario* named = scenarioOf(editor);
    return {editor.history.now(), editor.storey,       derived,
            editor.settings,      editor.selection,    named == nullptr ? nullptr : &named->scenario,
            editor.scenario,      editor.pointedClass, editor.playing.time};
}

const NamedScenario* scenarioOf(const Editor& editor)
{
    const auto& all = editor.history.now().scenarios;
    const auto found = std::ranges::find(all, editor.scenario, &NamedScenario::file);
    return found == all.end() ? nullptr : &*found;
}

bool unsaved(const Editor& editor)
{
    return !same(editor.history.now(), editor.saved);
}

bool mustAsk(Editor& editor, const Wish& wish)
{
    if (editor.leaving || !unsaved(editor)) return false;
    editor.afterwards = wish;
    editor.dialog = Dialog::Unsaved;
    return true;
}

void settle(Editor& editor)
{
    const Document& now = editor.history.now();
    if (!editor.storey.none() && findStorey(*now.school, editor.storey) == nullptr)
        editor.storey = firstStorey(*now.school);
    std::erase_if(editor.selection, [&](const std::string& id) { return !outlineOf(*now.school, id).has_value(); });
    if (scenarioOf(editor) == nullptr) editor.scenario = now.scenarios.empty() ? "" : now.scenarios.front().file;
    if (findClass(*now.school, editor.pointedClass) == nullptr) editor.pointedClass = {};
    editor.deriver->want(now.school);
}

void tell(Editor& editor, Severity severity, const Message& message)
{
    editor.notice = Notice{severity, say(message, editor.looks.language)};
}

void tell(Editor& editor, const Fault& fault)
{
    editor.notice = Notice{Severity::Error, line(fault, editor.looks.language)};
}

double lastMoment(const Editor& editor)
{
    const double shown = editor.playback ? editor.playback->duration() : 0.0;
    return editor.beside ? std::max(shown, editor.beside->playback.duration()) : shown;
}

bool lively(const Editor& editor)
{
    if (editor.drills && editor.drills->day && editor.drills->day->signal && !editor.drills->day->record.end)
        return true;
    return editor.playing.playing || editor.runner->running() || editor.deriver->busy() || editor.work->running() ||
           editor.ensembling->running() || editor.atlasing->running() || editor.planning->running();
}

}
