#pragma once

#include "sim/stagger/way_names.hpp"
#include "sim/workbook/workbook.hpp"

#include <optional>

namespace stairwise {

/// Where a sheet has its timetable: the row of headings, and what stands in which column, counted from 0.
struct TodayColumns {
    std::size_t headings = 0;
    std::size_t className = 0;
    std::size_t time = 0;
    std::optional<std::size_t> grade;
    struct Way {
        std::size_t column = 0;
        WayKind kind = WayKind::Any; // that its heading says
    };
    std::vector<Way> ways;
};
/// Nothing where no row of the first ten names a class and a time, in Chinese or English.
[[nodiscard]] std::optional<TodayColumns> todayColumns(const Sheet& sheet);

}
