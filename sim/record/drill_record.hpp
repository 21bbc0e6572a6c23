#pragma once

#include "sim/base/result.hpp"
#include "sim/record/drill_plan.hpp"
#include "sim/school/school.hpp"
#include "sim/words/words.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// The drill record 演练记录: what was measured and seen on the day. Seconds after the signal. Counts and reasons,
/// never names of pupils.

enum class DayMark {
    Start,     // the signal
    ClassLeft, // the last has left the room
    ClassOut,  // … is out of the building
    Assembled, // … is at its place in the assembly area
    ClassCounted,
    StairClear,
    ExitClear,
    AllOut,
    Note,
    Injury,
    Fact, // what is told of the day: weather, signal, situation, commander, date …
    End,
    Strike // an earlier event was a mistake; it stays in the archive, and counts no more
};

/// One press, one line of a paper.
struct DrillEvent {
    DayMark what = DayMark::Note;
    std::string id; // of a class, stair or exit; name of a fact
    std::optional<double> seconds;
    std::optional<int> expected; // today's attendance 应到: enrolled less on leave
    std::optional<int> present;
    std::optional<int> onLeave;
    std::optional<int> missing;
    std::string text;  // a reason, a note, the value of a fact
    std::string place; // of a note or an injury
    std::optional<int> struck;
    friend bool operator==(const DrillEvent&, const DrillEvent&) = default;
};

/// One row of a table or of the live entry, the same in both: what happened, then what belongs to it.
///     start[,10:00:00]           class_left,ID[,SECONDS]      note,TEXT[,PLACE][,SECONDS]
///     stair_clear,ID[,SECONDS]   class_out,ID[,SECONDS]       injury,TEXT[,PLACE][,SECONDS]
///     exit_clear,ID[,SECONDS]    assembled,ID[,SECONDS]       fact,NAME,VALUE
///     all_out[,SECONDS]          class_counted,ID,EXPECTED,PRESENT,ON_LEAVE,MISSING[,REASON][,SECONDS]
///     end[,SECONDS]              strike,NUMBER
/// Chinese words do as well (班级离开教室, 楼梯清空 …). A class may be written in any spelling. Ids must be of the
/// plan.
[[nodiscard]] Result<DrillEvent> eventOf(const std::vector<std::string>& row, const DrillPlan& plan, SchoolKind kind,
                                         const std::string& file, std::size_t line);
/// The rows of a text, one a line. Where a line has tabs or plain commas, these alone part its cells: a Chinese comma
/// stands in what people write.
[[nodiscard]] std::vector<std::vector<std::string>> eventRows(std::string_view text);
/// Is it a head row, a comment (#) or blank?
[[nodiscard]] bool isNoEvent(const std::vector<std::string>& row);

[[nodiscard]] std::string_view codeOf(DayMark what);
/// What a row begins with, and what stands over it, in a form that people fill in.
[[nodiscard]] std::string_view wordOf(DayMark what, Language language);
[[nodiscard]] std::string_view headWord(Language language);
/// Canonical JSON on one line, for the archive.
[[nodiscard]] std::string formatEvent(const DrillEvent& event);
[[nodiscard]] Result<DrillEvent> parseEvent(std::string_view text, const std::string& name);

struct ClassDay {
    std::string id;
    std::string name;
    std::optional<double> left, out, assembled, counted; // seconds
    std::optional<int> expected, present, onLeave, missing;
    std::string reason; // why some are missing
};
struct PlaceDay {
    std::string id;
    std::string name;
    std::optional<double> clear;
};
struct Remark {
    std::optional<double> seconds;
    std::string text;
    std::string place;
    int number = 0; // of its event; 0: not known
};
struct DrillRecord {
    std::string drill;
    std::string school;
    std::optional<Date> date;
    std::string start; // "10:00:05", where the computer is, or as told
    std::optional<double> end;
    std::optional<double> allOut;
    std::map<std::string, std::string> facts;
    std::vector<ClassDay> classes; // as in the plan
    std::vector<PlaceDay> stairs;
    std::vector<PlaceDay> exits;
    std::vector<Remark> notes;
    std::vector<Remark> injuries;
    int events = 0; // that count
};

/// An event as the archive has kept it.
struct NumberedEvent {
    int number = 0;
    std::string clock; // when it came in, "10:01:28"
    DrillEvent event;
};
/// The record that the events make: the latest of several for the same thing counts.
[[nodiscard]] DrillRecord recordOf(const DrillPlan& plan, std::span<const NumberedEvent> events);

/// What lacks before the record is whole: keys of words with their ids. "record.lacks.class_left", "C101".
[[nodiscard]] std::vector<Message> lacksOf(const DrillRecord& record);
/// Counts that do not add up, times in an impossible order, more present than enrolled.
[[nodiscard]] std::vector<Message> doubtsOf(const DrillRecord& record, const DrillPlan& plan);

[[nodiscard]] std::string formatRecord(const DrillRecord& record);
[[nodiscard]] Result<DrillRecord> parseRecord(std::string_view text, const std::string& file);

}
