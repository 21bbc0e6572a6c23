#pragma once

#include "sim/run/setting.hpp"
#include "sim/stagger/timetable.hpp"
#include "sim/workbook/workbook.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// The school's present timetable as its own spreadsheet has it: class, time, way. docs/files.md.

struct TodayPlan {
    struct Entry {
        double time = 0.0; // seconds after the bell
        StairId stair;     // both none: whichever way is nearest
        DoorId exit;
    };
    std::vector<Entry> entries; // as School::classes
    bool ways = false;          // it has a column for them; else each class keeps the way of the scenario
    std::optional<double> bell; // seconds after midnight that count as 0, where times are times of day
};

/// A plan, or everything that keeps it from being one: file, "sheet!B3", what is wrong, how to mend it.
struct TodayReading {
    TodayPlan plan;
    std::vector<Fault> faults; // empty: `plan` is whole
};
struct TodayFor {
    const School& school;
    const Scenario& scenario;
    const Setting& setting;     // of these
    std::optional<double> bell; // seconds after midnight; none: see clock_times.hpp
};
[[nodiscard]] TodayReading readToday(const std::filesystem::path& path, const TodayFor& asked);
[[nodiscard]] TodayReading todayOf(const Workbook& workbook, const std::string& file, const TodayFor& asked);

/// The scenario with this timetable in place of its releases of classes; what else a release says stays.
[[nodiscard]] Scenario withToday(const School& school, const Scenario& scenario, const TodayPlan& plan);

}
