#pragma once

#include "sim/run/ensemble.hpp"
#include "sim/stagger/plan_runs.hpp"

namespace stairwise {

/// How stairs, exits, the gate and buses fare over the runs of one plan. Seconds after the signal; there is no band
/// where in one of the runs it was not clear.

struct PassageFare {
    std::string id;
    double passed = 0.0; // people, mean
    std::optional<Band> clear;
};
[[nodiscard]] std::vector<PassageFare> faresOf(const std::vector<PlanRun>& runs,
                                               std::vector<PassageResult> PlanRun::*passages);

/// Nothing where no gate was watched.
struct GateFare {
    Band clear;
    Band mostWaiting; // persons at once
};
[[nodiscard]] std::optional<GateFare> gateFareOf(const std::vector<PlanRun>& runs);

/// Rules::buses: the last of its classes is there.
struct BusFare {
    std::optional<Band> there;
    double missed = 0.0; // share of the runs in which somebody came later than `board` before it leaves
};
[[nodiscard]] std::vector<BusFare> busFaresOf(const School& school, const Scenario& scenario, const StaggerRules& rules,
                                              const std::vector<PlanRun>& runs);

}
