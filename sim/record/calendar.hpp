#pragma once

#include "sim/record/archive.hpp"
#include "sim/record/bureau.hpp"
#include "sim/record/drill_plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// The drill calendar 演练计划 of a term, and whether it keeps the bureau's interval.

struct PlannedDrill {
    Date date;
    DrillKind kind = DrillKind::Fire;
    std::string scope;
    std::string drill; // handle, once there is a plan; may be empty
};
struct DrillCalendar {
    std::string term; // "2025-2026学年第二学期"
    Date from;
    Date to;
    std::vector<PlannedDrill> drills; // by date
};
[[nodiscard]] std::string formatCalendar(const DrillCalendar& calendar);
[[nodiscard]] Result<DrillCalendar> parseCalendar(std::string_view text, const std::string& file);

/// Held: there is a record of that drill with a date.
enum class DrillStanding { Held, Due, Missed, Planned };
[[nodiscard]] std::string_view codeOf(DrillStanding standing);
struct CalendarState {
    std::vector<DrillStanding> drills; // as the calendar
    std::optional<Date> lastHeld;
    std::optional<Date> nextBy;    // the latest day that keeps the interval
    std::vector<Message> warnings; // gaps in the plan, an interval that ends soon or has ended
};
/// `held`: days of drills that were held, whatever calendar they stood in.
[[nodiscard]] CalendarState stateOf(const DrillCalendar& calendar, const std::vector<Date>& held,
                                    const BureauRule& rule, const Date& today);
/// Days of all records in the archive.
[[nodiscard]] Result<std::vector<Date>> heldIn(Archive& archive);

}
