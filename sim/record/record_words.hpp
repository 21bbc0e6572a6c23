#pragma once

#include "sim/base/json_read.hpp"
#include "sim/record/drill_record.hpp"

namespace stairwise {

/// Enumerators and their words in this room's files.

inline constexpr WordFor<DrillKind> kDrillKindWords[] = {
    {DrillKind::Fire, "fire"},         {DrillKind::Earthquake, "earthquake"},
    {DrillKind::Stampede, "stampede"}, {DrillKind::SchoolBus, "school_bus"},
    {DrillKind::Security, "security"}, {DrillKind::Other, "other"},
};
inline constexpr WordFor<DayMark> kMarkWords[] = {
    {DayMark::Start, "start"},
    {DayMark::ClassLeft, "class_left"},
    {DayMark::ClassOut, "class_out"},
    {DayMark::Assembled, "assembled"},
    {DayMark::ClassCounted, "class_counted"},
    {DayMark::StairClear, "stair_clear"},
    {DayMark::ExitClear, "exit_clear"},
    {DayMark::AllOut, "all_out"},
    {DayMark::Note, "note"},
    {DayMark::Injury, "injury"},
    {DayMark::Fact, "fact"},
    {DayMark::End, "end"},
    {DayMark::Strike, "strike"},
};

}
