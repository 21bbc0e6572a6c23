#include "editor/model/actions.hpp"
#include "editor/model/editor.hpp"
#include "editor/model/situations.hpp"

#include <algorithm>

namespace stairwise::editor {
namespace {

bool always(const Editor&)
{
    return true;
}
bool hasPeople(const Editor& editor)
{
    const NamedScenario* named = scenarioOf(editor);
    const bool listed = named != nullptr && (!named->scenario.people.empty() || !named->scenario.fills.empty());
    return listed || !schoolOf(editor).classes.empty() || !schoolOf(editor).staff.empty();
}
bool running(const Editor& editor)
{
    return editor.runner->running() || editor.ensembling->running();
}
bool hasScenario(const Editor& editor)
{
    return scenarioOf(editor) != nullptr;
}
bool canPlay(const Editor& editor)
{
    return editor.playback.has_value();
}

void run(Editor& editor)
{
    fulfil(editor, StartRun{});
}
void runMany(Editor& editor)
{
    fulfil(editor, StartEnsemble{kUsualRuns});
}
void cancelRun(Editor& editor)
{
    editor.runsToFollow = 0;
    editor.runner->cancel();
    editor.ensembling->stop();
}

bool makesAtlas(const Editor& editor)
{
    return editor.atlasing->running();
}
void stopAtlas(Editor& editor)
{
    editor.atlasing->stop();
}

bool plans(const Editor& editor)
{
    return editor.planning->running();
}
void stopPlanning(Editor& editor)
{
    editor.planning->stop();
}

bool working(const Editor& editor)
{
    return editor.work->running();
}
void cancelWork(Editor& editor)
{
    editor.work->cancel();
}

void newScenario(Editor& editor)
{
    addScenario(editor, defaultScenario(schoolOf(editor)));
}
void copyScenario(Editor& editor)
{
    addScenario(editor, scenarioOf(editor)->scenario);
}
void removeScenario(Editor& editor)
{
    fulfil(editor, Make{Step{{"edit.remove_scenario", {}}, {RemoveScenario{editor.scenario}}}});
}

void play(Editor& editor)
{
    Playing& playing = editor.playing;
    if (!playing.playing && playing.time >= lastMoment(editor)) playing.time = 0.0;
    playing.playing = !playing.playing;
}

void frameBy(Editor& editor, double frames)
{
    editor.playing.playing = false;
    fulfil(editor, Seek{editor.playing.time + frames * editor.playback->head().interval});
}
void frameOn(Editor& editor)
{
    frameBy(editor, 1.0);
}
void frameBack(Editor& editor)
{
    frameBy(editor, -1.0);
}
void toBegin(Editor& editor)
{
    fulfil(editor, Seek{0.0});
}
void toEnd(Editor& editor)
{
    fulfil(editor, Seek{editor.playback->duration()});
}
void toBusiest(Editor& editor)
{
    const auto busiest = busiestMoment(editor);
    if (!busiest) return;
    editor.playing.playing = false;
    fulfil(editor, Seek{busiest->time});
    fulfil(editor, GoTo{{}, busiest->storey, busiest->at});
}
bool hasBusiest(const Editor& editor)
{
    return canPlay(editor) && busiestMoment(editor).has_value();
}

template <HeatKind kind> void heat(Editor& editor)
{
    editor.looks.heat = kind;
}

}

std::span<const Action> runActions()
{
    static constexpr Action kActions[] = {
        {"do.run", "F5", hasPeople, run, "do.run.tip"},
        {"do.run_many", "Shift+F5", hasPeople, runMany, "do.run_many.tip"},
        {"do.cancel_run", "Ctrl+.", running, cancelRun},
        {"do.stop_atlas", "", makesAtlas, stopAtlas},
        {"do.stop_planning", "", plans, stopPlanning},
        {"do.cancel_work", "", working, cancelWork},
        {"do.scenario_new", "", always, newScenario},
        {"do.scenario_copy", "", hasScenario, copyScenario},
        {"do.scenario_remove", "", hasScenario, removeScenario},
        {"do.play", "Space", canPlay, play},
        {"do.frame_on", ".", canPlay, frameOn},
        {"do.frame_back", ",", canPlay, frameBack},
        {"do.to_begin", "[", canPlay, toBegin},
        {"do.to_end", "]", canPlay, toEnd},
        {"do.busiest", "Z", hasBusiest, toBusiest, "do.busiest.tip"},
        {"do.heat_none", "0", always, heat<HeatKind::None>},
        {"do.heat_density", "1", always, heat<HeatKind::Density>},
        {"do.heat_service", "2", always, heat<HeatKind::LevelOfService>},
        {"do.heat_use", "3", always, heat<HeatKind::Use>},
        {"do.heat_time", "4", always, heat<HeatKind::TimeToExit>},
        {"do.heat_pressure", "5", always, heat<HeatKind::Pressure>, "do.heat_pressure.tip"},
        {"do.heat_peak_density", "6", always, heat<HeatKind::PeakDensity>},
        {"do.heat_peak_pressure", "7", always, heat<HeatKind::PeakPressure>, "do.heat_pressure.tip"},
        {"do.heat_peak_force", "8", always, heat<HeatKind::PeakForce>, "do.heat_peak_force.tip"},
    };
    return kActions;
}

}
