#pragma once

#include "sim/scenario/scenario.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// Which way a class takes: by one stair, or from the ground storey by one exit; both none: whichever is nearest.
struct ClassWay {
    StairId stair;
    DoorId exit;
    friend bool operator==(const ClassWay&, const ClassWay&) = default;
};
[[nodiscard]] inline std::string nameOf(const ClassWay& way)
{
    return way.stair.none() ? way.exit.value : way.stair.value;
}

/// When a class leaves its room, seconds after the signal, and by which way.
struct ClassSlot {
    ClassId id;
    double time = 0.0;
    ClassWay way;
    double over = 0.0; // seconds over which it leaves its room row by row, evenly; 0: as the scenario says
    friend bool operator==(const ClassSlot&, const ClassSlot&) = default;
};
/// 错峰放学方案: one slot for each class of the school, in its order.
using Timetable = std::vector<ClassSlot>;

/// What the scenario says today; a way of several stairs or exits, or the nearest, is told as none.
[[nodiscard]] Timetable timetableOf(const School& school, const Scenario& scenario);
/// The scenario with this timetable; everything else about a release (files, teacher, pre-movement) stays.
[[nodiscard]] Scenario withTimetable(const School& school, const Scenario& scenario, const Timetable& timetable);
/// Classes whose time or way differs.
[[nodiscard]] std::size_t changesBetween(const Timetable& before, const Timetable& after);

}
