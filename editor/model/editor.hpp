#pragma once

#include "editor/model/atlas.hpp"
#include "editor/model/comparing.hpp"
#include "editor/model/curves.hpp"
#include "editor/model/drill_day.hpp"
#include "editor/model/ensemble.hpp"
#include "editor/model/history.hpp"
#include "editor/model/planning.hpp"
#include "editor/model/playback.hpp"
#include "editor/model/risks.hpp"
#include "editor/model/running.hpp"
#include "editor/model/tools.hpp"
#include "editor/model/wish.hpp"
#include "editor/model/work.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stairwise::editor {

/// The editor without its face: all that the panels show. Changed by fulfil() and tick() alone.

struct Notice {
    Severity severity = Severity::Note;
    std::string text; // in the language of the looks
};

/// A place that the view shall go to; the panel takes it up when its number changes.
struct Aim {
    std::uint64_t number = 0;
    std::optional<Vec2> at; // none: the whole plan
};

/// What a file dialog is wanted for.
enum class FileWish { None, Open, SaveAs, Import, Backdrop, Results, Film };
/// Windows that lie over the plan.
enum class Dialog { None, File, Keys, Paste, NewYear, Restore, Unsaved, Start, Findings };

struct Playing {
    double time = 0.0; // seconds
    bool playing = false;
    double speed = 1.0;
};

struct Editor {
    explicit Editor(Document document);

    History history;
    std::filesystem::path file; // empty: never saved
    Document saved;             // as it stands on disk
    StoreyId storey;
    std::vector<std::string> selection;
    Drawing drawing;
    ToolSettings settings;
    Looks looks;
    std::string scenario; // file name of the situation in work; empty: none yet
    ClassId pointedClass;
    Aim aim;
    std::optional<Notice> notice;
    std::vector<std::string> lines; // what a paste, an import or a new year left to be looked at
    Dialog dialog = Dialog::None;
    FileWish fileWish = FileWish::None;
    bool quit = false;              // the window may close
    std::optional<Wish> afterwards; // asked for while work was unsaved
    bool leaving = false;           // that work may be lost
    std::vector<std::filesystem::path> recent;
    std::vector<std::filesystem::path> leftBehind; // autosaves of sessions that did not end well

    std::unique_ptr<Deriver> deriver;
    std::unique_ptr<Runner> runner;
    std::unique_ptr<Work> work; // exports
    std::optional<Playback> playback;
    std::optional<RunOutcome> outcome;            // of the last run
    std::optional<Curves> curves;                 // of it
    std::unique_ptr<Making<Ensemble>> ensembling; // many runs of the same
    std::optional<Ensemble> ensemble;             // beside the run shown
    std::size_t runsToFollow = 0;                 // ensemble that follows the run under way; 0: none
    RiskList risks;                               // of both
    std::size_t riskSeen = 0;                     // number of the risk point last looked at; 0: none
    std::vector<KeptRun> kept;                    // one a scenario of this document that was run
    std::optional<Beside> beside;                 // one of them, played beside the run shown
    std::unique_ptr<Making<Atlas>> atlasing;      // every stair and exit out of use in turn
    std::optional<Atlas> atlas;                   // as far as it was walked
    std::uint64_t atlasNumber = 0;                // another one has come
    std::unique_ptr<Making<PlanSearch>> planning; // the search for a timetable
    std::optional<PlanSearch> plans;              // that it found
    std::shared_ptr<const School> walkedIn;       // school of the run that is played
    std::shared_ptr<const Derived> walked;        // what follows from it; null while it is not known
    std::unique_ptr<DrillDesk> drills;            // null: no archive is open
    Playing playing;
    std::filesystem::path folder; // where runs and autosave are kept
};

[[nodiscard]] const School& schoolOf(const Editor& editor);
[[nodiscard]] Scene sceneOf(const Editor& editor, const Derived* derived);
[[nodiscard]] const NamedScenario* scenarioOf(const Editor& editor); // null: none
[[nodiscard]] bool unsaved(const Editor& editor);
/// Work is unsaved: `wish` waits until a person has said what shall become of it.
[[nodiscard]] bool mustAsk(Editor& editor, const Wish& wish);

void fulfil(Editor& editor, const Wish& wish);
/// After another version has come to the front: what is chosen and shown is there, and the check runs.
void settle(Editor& editor);
/// As time goes by: results are taken up, the play goes on.
void tick(Editor& editor, double seconds);
/// Seconds: the end of what is played.
[[nodiscard]] double lastMoment(const Editor& editor);
/// Is something moving, so that pictures must follow each other?
[[nodiscard]] bool lively(const Editor& editor);

/// One line at the foot of the window, in the language of the looks.
void tell(Editor& editor, Severity severity, const Message& message);
void tell(Editor& editor, const Fault& fault);

}
