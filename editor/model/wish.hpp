#pragma once

#include "editor/model/document.hpp"
#include "editor/model/planning.hpp"
#include "editor/model/playback.hpp"
#include "editor/model/tools.hpp"
#include "sim/record/drill_record.hpp"
#include "sim/words/words.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace stairwise::editor {

/// What a person asks of the editor. Panels, keys, session scripts and tests post wishes; fulfil() alone answers them.

struct Do {
    std::string action; // of the table in actions.hpp: "edit.undo"
};
struct Make {
    Step step;
};
struct Choose {
    std::vector<std::string> ids;
};
struct TakeTool {
    ToolKind tool = ToolKind::Select;
};
struct Show {
    StoreyId storey; // none: the grounds
};
/// Brings an element, or a place, to the middle of the view, on its storey.
struct GoTo {
    std::string id;
    std::optional<StoreyId> storey;
    std::optional<Point> at;
};
struct Set {
    ToolSettings settings;
};
struct OpenFile {
    std::filesystem::path path; // a school, a scenario, or a drawing to be imported
};
struct SaveAs {
    std::filesystem::path path;
};
struct SetBackdrop {
    std::filesystem::path picture;
};
struct PasteClasses {
    std::string text; // as a spreadsheet's clipboard gives it
};
struct ChooseScenario {
    std::string file;
};
/// Points at a class: its ways are painted.
struct PointAtClass {
    ClassId id; // none: no longer
};
struct StartRun {};
/// Many runs in the background, with other seeds and varied unknowns.
struct StartEnsemble {
    std::size_t runs = 0;
};
/// The failure atlas in the background, so many seeds each.
struct StartAtlas {
    std::size_t seeds = 0;
};
/// The search for a timetable in the background, for the situation in work.
struct StartPlanning {
    PlanOrder order;
};
/// A situation of its own with that plan of the search.
struct TakePlan {
    std::size_t plan = 0;
};
/// Plays the last run of that scenario beside the run shown; once more, or no name: no longer.
struct PlayBeside {
    std::string scenario; // its file
};
/// Goes to the place of a risk point and, if it is one in the run that is played, to the moment of its peak.
struct SeeRisk {
    std::size_t number = 0; // in the list, from 1
};
struct Seek {
    double seconds = 0.0;
};
struct PlayOn {
    bool playing = true;
    double speed = 1.0; // simulated seconds a second
};

enum class PeopleColour { ByClass, BySpeed, ByWait };
enum class ViewKind { Plan, Stacked, Section };
/// What is shown and how; no part of the document.
struct Looks {
    Language language = Language::Chinese;
    double scale = 0.0; // of text and widgets; 0: the screen's
    ViewKind view = ViewKind::Plan;
    HeatKind heat = HeatKind::None;
    PeopleColour people = PeopleColour::ByClass;
    bool grid = true;
    bool names = true;
    bool graph = false;
    bool backdrop = true;
    bool equipment = true;
    bool below = true; // the storey below, faintly
    bool risks = true; // risk points of the run shown
    friend bool operator==(const Looks&, const Looks&) = default;
};
struct Look {
    Looks looks;
};
/// Tables, pictures and the report of the run shown.
struct ExportResults {
    std::filesystem::path folder;
};
/// One picture a step of the walk; a film where ffmpeg is there.
struct ExportFilm {
    std::filesystem::path folder;
    double framesPerSecond = 25.0;
    double speed = 10.0; // simulated seconds a second
};
/// The work of a session that did not end well.
struct Restore {
    std::filesystem::path autosave;
    bool wanted = true; // false: throw it away
};
/// The archive of drills, one drill of it, and what is pressed on its day.
struct OpenArchive {
    std::filesystem::path path;
};
struct OpenDay {
    std::string drill;
};
struct PressDay {
    DrillEvent event;
};
struct StrikeLast {};
struct CloseDay {};
struct SearchArchive {
    std::string words;
};
struct DismissNotice {};
struct CloseDialog {};
/// Of the Unsaved dialog: then what was asked before it.
struct SaveThenLeave {};
struct LeaveNow {};

using Wish = std::variant<Do, Make, Choose, TakeTool, Show, GoTo, Set, Pointer, KeyPress, OpenFile, SaveAs, SetBackdrop,
                          PasteClasses, ChooseScenario, PointAtClass, StartRun, StartEnsemble, StartAtlas,
                          StartPlanning, TakePlan, PlayBeside, SeeRisk, Seek, PlayOn, Look, ExportResults, ExportFilm,
                          OpenArchive, OpenDay, PressDay, StrikeLast, CloseDay, SearchArchive, Restore, DismissNotice,
                          CloseDialog, SaveThenLeave, LeaveNow>;

/// Where panels post.
using Outbox = std::vector<Wish>;

}
