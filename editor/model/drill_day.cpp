#include "editor/model/drill_day.hpp"

#include "editor/model/editor.hpp"
#include "sim/report/record_report.hpp"

#include <algorithm>

namespace stairwise::editor {
namespace {

constexpr std::size_t kMostDrills = 200; // shown; assumed
constexpr std::size_t kMostFound = 50;

// What the archive has now.
Done refresh(DrillDesk& desk)
{
    DrillDay& day = *desk.day;
    auto record = recordIn(desk.archive, day.plan);
    if (!record) return record.fault();
    const auto signal = signalIn(desk.archive, day.plan.drill);
    if (!signal) return signal.fault();
    day.record = std::move(record).value();
    day.signal = signal.value();
    day.review = reviewOf(day.plan, day.record);
    return done();
}

Done briefs(Editor& editor, DrillDesk& desk)
{
    const auto files = writeBriefs(desk.archive, desk.day->plan, desk.file.parent_path(), editor.looks.language);
    if (!files) return files.fault();
    for (const auto& file : files.value()) tell(editor, Severity::Warning, {"record.brief.written", {file.string()}});
    return done();
}

Done keep(Editor& editor, DrillDesk& desk, const DrillEvent& event)
{
    const auto kept = keepEvent(desk.archive, desk.day->plan, event, nowMs());
    if (!kept) return kept.fault();
    desk.day->last = kept.value().number;
    desk.day->said = say(
        {"record.saved",
         {std::to_string(kept.value().number), eventText(kept.value().event, desk.day->plan, editor.looks.language)}},
        editor.looks.language);
    if (event.what == DayMark::Injury)
        if (auto made = briefs(editor, desk); !made) return made;
    return refresh(desk);
}

}

void openArchive(Editor& editor, const std::filesystem::path& file)
{
    auto archive = Archive::open(file, Opening::Existing);
    if (!archive) return tell(editor, archive.fault());
    auto desk = std::make_unique<DrillDesk>(DrillDesk{file, std::move(archive).value(), {}, {}, {}, {}});
    const auto plans = desk->archive.list({kPlanKind, {}, {}, false, kMostDrills});
    if (!plans) return tell(editor, plans.fault());
    for (const stairwise::Document& plan : plans.value()) desk->drills.push_back(plan.key);
    editor.drills = std::move(desk);
}

void openDay(Editor& editor, const std::string& drill)
{
    if (editor.drills == nullptr) return;
    auto plan = planIn(editor.drills->archive, drill);
    if (!plan) return tell(editor, plan.fault());
    editor.drills->day = DrillDay{std::move(plan).value(), {}, {}, {}, {}, 0};
    if (const Done done = refresh(*editor.drills); !done) {
        editor.drills->day.reset();
        tell(editor, done.fault());
    }
}

void press(Editor& editor, const DrillEvent& event)
{
    if (editor.drills == nullptr || !editor.drills->day) return;
    if (const Done kept = keep(editor, *editor.drills, event); !kept) tell(editor, kept.fault());
}

void strikeLast(Editor& editor)
{
    if (editor.drills == nullptr || !editor.drills->day || editor.drills->day->last == 0) return;
    DrillEvent strike;
    strike.what = DayMark::Strike;
    strike.struck = editor.drills->day->last;
    press(editor, strike);
    editor.drills->day->last = 0;
}

void closeDay(Editor& editor)
{
    if (editor.drills == nullptr || !editor.drills->day) return;
    const DrillDay& day = *editor.drills->day;
    if (day.record.events > 0)
        if (const Done kept = keepRecord(editor.drills->archive, day.plan); !kept) tell(editor, kept.fault());
    editor.drills->day.reset();
}

void searchArchive(Editor& editor, const std::string& words)
{
    if (editor.drills == nullptr) return;
    auto found = editor.drills->archive.search(words, kMostFound);
    if (!found) return tell(editor, found.fault());
    editor.drills->words = words;
    editor.drills->found = std::move(found).value();
}

std::optional<double> clockOf(const DrillDay& day, std::int64_t now)
{
    if (!day.signal) return std::nullopt;
    if (day.record.end) return day.record.end;
    return static_cast<double>(std::max<std::int64_t>(now - *day.signal, 0)) / 1000.0;
}

}
