#pragma once

#include "sim/stagger/stagger.hpp"

namespace stairwise {

[[nodiscard]] std::size_t differentPlans(const std::vector<StaggerPlan>& plans);
/// Of several plans with one timetable the one with the most runs stays. While there are more than kCurvePlans, steps
/// on the way to the plan for `limit` go which another plan beats in time and in density.
void tidyPlans(std::vector<StaggerPlan>& plans, double limit);

}
