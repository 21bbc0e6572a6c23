#pragma once

#include "sim/base/progress.hpp"
#include "sim/run/run.hpp"

namespace stairwise {

/// Persons per metre and second at doors: the most that the SFPE Handbook (1.3) and IMO MSC.1/Circ.1533 (1.33) take. A
/// child-rich population passed 3.3 (Daamen and Hoogendoorn 2012), so an uncapped run is the optimistic case and an
/// evacuation is reported both ways.
inline constexpr double kUsualFlowCap = 1.3;

/// Is this an evacuation that needs the other case beside it?
[[nodiscard]] bool wantsCapped(const Scenario& scenario, const RunOptions& options);
/// The same people, walked again with doors and stairs capped.
[[nodiscard]] CappedResult cappedRun(const School& school, const Scenario& scenario, const Setting& setting,
                                     const RunOptions& options, CancelToken cancel, const Progress& progress);

/// Does a mean over ten seconds keep to a limit? One person more or less is chance.
[[nodiscard]] bool keepsFlow(const PassageResult& passage, double limit);
/// The flow limit at every stair and exit that was used, and the scenario's time limit.
[[nodiscard]] std::vector<LimitCheck> limitChecks(const RunResult& result, const Scenario& scenario);

/// Half of a progress: the first or the second of two runs.
[[nodiscard]] Progress halfOf(const Progress& progress, double from);

}
