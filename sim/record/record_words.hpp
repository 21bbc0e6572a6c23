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
inline constexpr WordFor<Seen> kSeenWords[] = {
    {Seen::Start, "start"},
    {Seen::ClassLeft, "class_left"},
    {Seen::ClassOut, "class_out"},
    {Seen::Assembled, "assembled"},
    {Seen::ClassCounted, "class_counted"},
    {Seen::StairClear, "stair_clear"},
    {Seen::ExitClear, "exit_clear"},
    {Seen::AllOut, "all_out"},
    {Seen::Note, "note"},
    {Seen::Injury, "injury"},
    {Seen::Fact, "fact"},
    {Seen::End, "end"},
    {Seen::Strike, "strike"},
};

}
