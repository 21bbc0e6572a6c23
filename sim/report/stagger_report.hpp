#pragma once

#include "sim/base/system.hpp"
#include "sim/stagger/stagger.hpp"
#include "sim/words/words.hpp"

#include <string>

namespace stairwise {

/// A search for a timetable on paper and for programs. docs/files.md.
struct StaggerTold {
    const School& school;
    const Scenario& scenario;
    const StaggerRules& rules;
    const Walkable& walkable;
    const StaggerResult& result;
    Language language;
};
[[nodiscard]] std::string staggerJson(const StaggerTold& told);
/// The three plans to choose between, the chosen timetable, what becomes of stairs, exits, gate and buses, why it is
/// not quicker, and then the curve for those who look closer.
[[nodiscard]] std::string staggerText(const StaggerTold& told);
/// One row a class, in the order of release: for the broadcast room.
[[nodiscard]] std::string timetableCsv(const StaggerTold& told, const StaggerPlan& plan);

/// What a plan is to who chooses: "today", "safest", "quickest" (that keeps the limit), "curve".
[[nodiscard]] std::string roleOf(const StaggerResult& result, std::size_t plan);

}
