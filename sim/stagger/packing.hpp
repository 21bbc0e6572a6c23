#pragma once

#include "sim/stagger/class_ways.hpp"
#include "sim/stagger/stagger.hpp"

namespace stairwise {

/// The school's rules and its classes' loads as a slot problem.
struct Packing {
    SlotProblem problem;                         // one job a class, in the school's order
    std::vector<std::vector<WayChoice>> choices; // as the jobs' options
};

/// Refused as stagger() refuses. Nothing walked yet: loads are empty.
[[nodiscard]] Result<Packing> packingOf(const School& school, const Timetable& today, const StaggerRules& rules,
                                        const Setting& setting, std::size_t places);
[[nodiscard]] Timetable timetableOf(const School& school, const Packing& packing, const SlotPlan& plan);

/// The smallest set of windows, orders and groups that cannot hold together, each in a few words (ids and seconds);
/// empty: they can.
[[nodiscard]] std::vector<std::string> contradiction(const School& school, const StaggerRules& rules);

}
