#include "editor/model/actions.hpp"
#include "editor/model/editor.hpp"
#include "editor/model/exporting.hpp"
#include "editor/model/keeping.hpp"
#include "editor/model/opening.hpp"
#include "editor/model/picking.hpp"
#include "editor/model/situations.hpp"

#include <algorithm>
#include <utility>

namespace stairwise::editor {
namespace {

void closeFileDialog(Editor& editor)
{
    if (editor.dialog == Dialog::File) editor.dialog = Dialog::None;
}

void take(Editor& editor, Outcome outcome)
{
    if (outcome.selection) editor.selection = std::move(*outcome.selection);
    if (outcome.hint) tell(editor, Severity::Warning, *outcome.hint);
    if (outcome.step) fulfil(editor, Make{std::move(*outcome.step)});
}

void answer(Editor& editor, const Do& wish)
{
    const Action* action = actionNamed(wish.action);
    if (action != nullptr && action->possible(editor)) action->run(editor);
}

void answer(Editor& editor, const Make& wish)
{
    if (const Done made = editor.history.make(wish.step); !made) return tell(editor, made.fault());
    editor.notice.reset();
    settle(editor);
}

void answer(Editor& editor, const Choose& wish)
{
    editor.selection = wish.ids;
}

void answer(Editor& editor, const TakeTool& wish)
{
    editor.drawing = Drawing{};
    editor.drawing.tool = wish.tool;
    if (wish.tool != ToolKind::Select) editor.selection.clear();
}

void answer(Editor& editor, const Show& wish)
{
    const ToolKind tool = editor.drawing.tool;
    editor.storey = wish.storey;
    editor.drawing = Drawing{};
    editor.drawing.tool = tool;
    editor.selection.clear();
    settle(editor);
}

void answer(Editor& editor, const GoTo& wish)
{
    std::optional<Vec2> at;
    if (wish.at) at = toMetres(*wish.at);
    if (const auto found = wish.id.empty() ? std::nullopt : whereIs(schoolOf(editor), wish.id)) {
        const bool here = std::ranges::any_of(elementsOf(schoolOf(editor), editor.storey).stairs,
                                              [&](const Stair* stair) { return stair->id.value == wish.id; });
        if (!here) editor.storey = found->first;
        if (!at) at = found->second;
        editor.selection = {wish.id};
    }
    if (wish.storey) editor.storey = *wish.storey;
    if (!at) return;
    ++editor.aim.number;
    editor.aim.at = at;
}

void answer(Editor& editor, const Set& wish)
{
    editor.settings = wish.settings;
}

void answer(Editor& editor, const Pointer& wish)
{
    const auto derived = editor.deriver->latest();
    take(editor, pointed(editor.drawing, wish, sceneOf(editor, derived.get())));
}

void answer(Editor& editor, const KeyPress& wish)
{
    const auto derived = editor.deriver->latest();
    const bool idle = editor.drawing.points.empty() && editor.drawing.typed.empty();
    if (wish.key == Key::Escape && idle) {
        answer(editor, TakeTool{ToolKind::Select});
        editor.selection.clear();
        return;
    }
    take(editor, typed(editor.drawing, wish, sceneOf(editor, derived.get())));
}

void answer(Editor& editor, const OpenFile& wish)
{
    closeFileDialog(editor);
    openFile(editor, wish.path);
}

void answer(Editor& editor, const SaveAs& wish)
{
    closeFileDialog(editor);
    saveTo(editor, wish.path);
    if (unsaved(editor)) editor.afterwards.reset(); // it was not saved, and nobody is to leave later on
    if (editor.afterwards) fulfil(editor, LeaveNow{});
}

void answer(Editor& editor, const SetBackdrop& wish)
{
    closeFileDialog(editor);
    setBackdrop(editor, wish.picture);
}

void answer(Editor& editor, const PasteClasses& wish)
{
    pasteClasses(editor, wish.text);
}

void answer(Editor& editor, const ChooseScenario& wish)
{
    editor.scenario = wish.file;
}

void answer(Editor& editor, const PointAtClass& wish)
{
    editor.pointedClass = wish.id;
}

void answer(Editor& editor, const StartRun&)
{
    startRun(editor);
}

void answer(Editor& editor, const StartEnsemble& wish)
{
    startEnsemble(editor, wish.runs);
}

void answer(Editor& editor, const StartAtlas& wish)
{
    startAtlas(editor, wish.seeds);
}

void answer(Editor& editor, const StartPlanning& wish)
{
    startPlanning(editor, wish.order);
}

void answer(Editor& editor, const TakePlan& wish)
{
    takePlan(editor, wish.plan);
}

void answer(Editor& editor, const PlayBeside& wish)
{
    playBeside(editor, wish.scenario);
}

void answer(Editor& editor, const SeeRisk& wish)
{
    seeRisk(editor, wish.number);
}

void answer(Editor& editor, const Seek& wish)
{
    editor.playing.time = std::clamp(wish.seconds, 0.0, lastMoment(editor));
}

void answer(Editor& editor, const PlayOn& wish)
{
    editor.playing.playing = wish.playing;
    editor.playing.speed = wish.speed;
}

void answer(Editor& editor, const Look& wish)
{
    editor.looks = wish.looks;
}

void answer(Editor& editor, const ExportResults& wish)
{
    closeFileDialog(editor);
    exportResults(editor, wish.folder);
}

void answer(Editor& editor, const ExportFilm& wish)
{
    closeFileDialog(editor);
    exportFilm(editor, wish);
}

void answer(Editor& editor, const Restore& wish)
{
    restore(editor, wish.autosave, wish.wanted);
}

void answer(Editor& editor, const OpenArchive& wish)
{
    openArchive(editor, wish.path);
}

void answer(Editor& editor, const OpenDay& wish)
{
    openDay(editor, wish.drill);
}

void answer(Editor& editor, const PressDay& wish)
{
    press(editor, wish.event);
}

void answer(Editor& editor, const StrikeLast&)
{
    strikeLast(editor);
}

void answer(Editor& editor, const CloseDay&)
{
    closeDay(editor);
}

void answer(Editor& editor, const SearchArchive& wish)
{
    searchArchive(editor, wish.words);
}

void answer(Editor& editor, const DismissNotice&)
{
    editor.notice.reset();
}

void answer(Editor& editor, const CloseDialog&)
{
    editor.dialog = Dialog::None;
    editor.afterwards.reset();
}

void answer(Editor& editor, const SaveThenLeave&)
{
    editor.dialog = Dialog::None;
    answer(editor, Do{"do.save"});
}

void answer(Editor& editor, const LeaveNow&)
{
    editor.dialog = Dialog::None;
    const auto wish = std::exchange(editor.afterwards, {});
    if (!wish) return;
    editor.leaving = true;
    fulfil(editor, *wish);
    editor.leaving = false;
}

}

void fulfil(Editor& editor, const Wish& wish)
{
    std::visit([&](const auto& one) { answer(editor, one); }, wish);
}

void tick(Editor& editor, double seconds)
{
    if (auto outcome = editor.runner->takeOutcome()) {
        if (outcome->fault) tell(editor, *outcome->fault);
        keepRun(editor.kept, *outcome);
        editor.outcome = std::move(outcome);
        editor.playback.reset(); // of the trace as it grew; the whole one is opened
        editor.curves.reset();
        editor.ensemble.reset();
        if (editor.outcome->result) editor.curves = curvesOf(*editor.outcome->result);
        listRisks(editor);
        followWithEnsemble(editor);
    }
    takeEnsemble(editor);
    takeAtlas(editor);
    takePlanning(editor);
    if (const auto ended = editor.work->take()) {
        if (ended->ok())
            tell(editor, Severity::Note, ended->value());
        else
            tell(editor, ended->fault());
    }
    openPlayback(editor);
    if (editor.walked == nullptr && editor.walkedIn != nullptr)
        if (const auto latest = editor.deriver->latest(); latest && latest->school == editor.walkedIn)
            editor.walked = latest;
    if (editor.playback && editor.playing.playing) {
        editor.playing.time += seconds * editor.playing.speed;
        const double end = lastMoment(editor);
        if (editor.playing.time < end) return;
        editor.playing.time = end;
        editor.playing.playing = editor.runner->running(); // waits for what is still being walked
    }
}

}
