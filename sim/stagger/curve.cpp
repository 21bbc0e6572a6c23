#include "sim/stagger/curve.hpp"

#include <algorithm>

namespace stairwise {
namespace {

bool beats(const StaggerPlan& a, const StaggerPlan& b)
{
    if (a.median <= 0.0) return false;
    if (b.median <= 0.0) return true;
    return a.late <= b.late && a.peak <= b.peak && (a.late < b.late || a.peak < b.peak);
}

}

std::size_t differentPlans(const std::vector<StaggerPlan>& plans)
{
    std::size_t different = 0;
    for (auto plan = plans.begin(); plan != plans.end(); ++plan)
        different += std::none_of(plans.begin(), plan,
                                  [&](const StaggerPlan& before) { return before.timetable == plan->timetable; })
                         ? 1
                         : 0;
    return different;
}

void tidyPlans(std::vector<StaggerPlan>& plans, double limit)
{
    std::vector<StaggerPlan> kept;
    for (StaggerPlan& plan : plans) {
        const auto same = std::ranges::find(kept, plan.timetable, &StaggerPlan::timetable);
        if (same == kept.end())
            kept.push_back(std::move(plan));
        else if (same->runs.size() < plan.runs.size())
            *same = std::move(plan);
    }
    for (std::size_t i = 0; i < kept.size() && kept.size() > kCurvePlans;) {
        const bool beaten = kept[i].limit == limit &&
                            std::ranges::any_of(kept, [&](const StaggerPlan& other) { return beats(other, kept[i]); });
        if (beaten)
            kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    }
    plans = std::move(kept);
}

}
