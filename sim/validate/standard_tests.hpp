#pragma once

#include "sim/validate/scenes.hpp"
#include "sim/validate/stair_lab.hpp"
#include "sim/validate/trial.hpp"

namespace stairwise {

/// Tests that several standards share: one scene, one measurement, one verdict by our rule. The tables of the standards
/// (rimea_trials.cpp, imo_trials.cpp, …) give them their numbers.

/// Somebody alone walks 40 m at this speed: within 5 % of the time in every seed.
[[nodiscard]] Outcome corridorSpeed(double speed, const TrialOptions& options);

/// Somebody alone on a flight; speed along the slope. Within 5 % of the time in every seed.
[[nodiscard]] Outcome stairSpeed(const Slope& slope, Climb climb, double speed, const TrialOptions& options);

/// Twenty people round a corner: all arrive, nobody through a wall, no bodies within one another by over a tenth.
[[nodiscard]] Outcome cornerWalk(const TrialOptions& options);

/// A hundred people leave 8 × 5 m by a door of 1 m: flow at most 1.33 persons a second.
[[nodiscard]] Outcome doorFlow(const TrialOptions& options);
/// The same with the flow capped at 1.3 persons per metre and second.
[[nodiscard]] Outcome cappedDoorFlow(const TrialOptions& options);
/// Persons per second through the door, from the first to the last; the run behind it. For tests.
[[nodiscard]] double flowOfHundred(double width, std::uint64_t seed, const CancelToken& cancel);

/// Ten people begin when they should, within a time step.
[[nodiscard]] Outcome startTimes(const TrialOptions& options);
/// The same, and Kolmogorov's test of a thousand times drawn from each of five distributions: p above 0.05.
[[nodiscard]] Outcome drawnTimes(const TrialOptions& options);

/// RiMEA's ages and our grades: everybody walks at the speed assigned, all within their table.
[[nodiscard]] Outcome speedsByAge(const TrialOptions& options);
/// One row of such a table, m/s.
[[nodiscard]] Outcome panelSpeeds(double low, double high, const TrialOptions& options);
/// A hundred people, normally distributed speeds, m/s.
[[nodiscard]] Outcome normalSpeeds(double mean, double deviation, const TrialOptions& options);

/// A hundred people against 0, 10, 50, 100.
[[nodiscard]] Outcome counterflow(const TrialOptions& options);
/// A thousand people, four exits, then two.
[[nodiscard]] Outcome halfTheExits(const TrialOptions& options);
/// Twelve cabins, everybody by the exit allocated.
[[nodiscard]] Outcome allocatedExits(const TrialOptions& options);
/// Jams before a corridor and before a stair.
[[nodiscard]] Outcome congestion(std::size_t people, const TrialOptions& options);

/// RiMEA's own.
[[nodiscard]] Outcome flowByDensity(const TrialOptions& options);
[[nodiscard]] Outcome flowFallsWhenCrowded(const TrialOptions& options); // IMO 12: the same diagram
[[nodiscard]] Outcome parameterStudy(const TrialOptions& options);
[[nodiscard]] Outcome exitChoice(const TrialOptions& options);
[[nodiscard]] Outcome goalPosition(const TrialOptions& options);
[[nodiscard]] Outcome neckLength(const TrialOptions& options);
[[nodiscard]] Outcome secondNeck(const TrialOptions& options);
[[nodiscard]] Outcome neckWidth(const TrialOptions& options);
[[nodiscard]] Outcome stairDiagram(const TrialOptions& options);
[[nodiscard]] Outcome crowdAtCorner(const TrialOptions& options);
/// Over the stairs or round the ring, whose arms are so wide (metres).
[[nodiscard]] Outcome routeOverLevels(double wide, const TrialOptions& options);

/// NIST's and ISO's.
struct GroupSpeeds {
    double most = 1.25;    // m/s, four of the five
    double slowest = 1.25; // the fifth
    double others = 0.5;   // ten who do not belong to them
};
[[nodiscard]] Outcome groupKeepsTogether(const GroupSpeeds& speeds, const TrialOptions& options);
[[nodiscard]] Outcome slowOneAhead(const TrialOptions& options);
[[nodiscard]] Outcome socialInfluence(const TrialOptions& options);
[[nodiscard]] Outcome familiarExit(const TrialOptions& options);
[[nodiscard]] Outcome exitShuts(const TrialOptions& options);
[[nodiscard]] Outcome stairFlowByWidth(const TrialOptions& options);
[[nodiscard]] Outcome corridorZones(const TrialOptions& options);

/// Not run: the reason is all that comes out.
[[nodiscard]] Outcome leftOut(Message reason);
[[nodiscard]] Trial leftOutTrial(std::string id, Message name, std::string source, Message reason);

}
