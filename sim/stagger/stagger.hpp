#pragma once

#include "sim/stagger/packing.hpp"
#include "sim/stagger/plan_runs.hpp"
#include "sim/stagger/why.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// Staggered dismissal 错峰放学: which class leaves when and by which way, so that the school empties as early as it
/// safely can. docs/stagger.md.
///
/// How: each class is walked alone by each of its ways, which says what it brings to every flight and landing, second
/// by second; such loads add up as long as nobody queues, so that a timetable is a packing of loads under what the
/// places bear (slots.hpp). Then plans are walked by agents with common seeds and varied unknowns; what the sum misses
/// is taken off what places bear, and the packing is done anew.

/// Where Fruin's stair level D ends, and where the flow is greatest (SFPE Handbook, ch. 59).
inline constexpr double kDismissalLoad = 1.5;
inline constexpr double kEvacuationLoad = 1.9;
/// Different plans that the curve should have at least.
inline constexpr std::size_t kCurvePlans = 10;
[[nodiscard]] double loadLimitOf(const StaggerRules& rules, const Scenario& scenario);
/// Refused: situations in which people come in; the walking model leads out alone.
[[nodiscard]] Done leadsOut(const Scenario& scenario);

struct StaggerOptions {
    unsigned threads = 0;         // 0: all cores
    std::size_t seeds = 4;        // runs by which plans are compared
    std::size_t proof = 100;      // runs with seeds that the search never saw
    std::size_t improvements = 6; // rounds of walking and packing anew
    std::uint64_t seed = 1;
    WalkedRuns* kept = nullptr;     // of this search (searchOf): what is there is not walked again, the rest is added
    std::function<void()> walked{}; // after each walk, from any thread, one at a time
};

/// A plan and how it fares in runs.
struct StaggerPlan {
    Timetable timetable;
    double limit = 0.0; // that it was packed for, persons per m²; 0: not packed (today's, all at once)
    std::vector<PlanRun> runs;
    double median = 0.0, late = 0.0; // seconds: clearance, half and 90 of 100 runs; 0: not everybody got out
    double peak = 0.0;               // persons per m²: of the fullest flight or landing, 90 of 100 runs
    double breachShare = 0.0;        // of the runs
    std::size_t changes = 0;         // against today
    std::string binding;             // element of the fullest flight or landing
};

struct StaggerResult {
    double limit = 0.0;
    std::optional<GateModel> gate;
    StaggerPlan today;
    std::vector<StaggerPlan> plans;    // by clearance, the quickest first
    std::optional<std::size_t> chosen; // of plans; nothing: none keeps the limit
    std::optional<std::size_t> safest;
    std::optional<StaggerPlan> proved; // the chosen one again, over StaggerOptions::proof runs
    std::optional<Packing> packing;    // that the chosen one comes from; nothing: it is today's
    std::optional<WhyNotQuicker> why;  // of the chosen one, where it was packed
    std::optional<double> bound;       // seconds: nobody can be quicker below the limit
    double boundFlow = 0.0;            // persons per metre and second that it reckons with
    std::vector<std::string> binding;  // elements of the passages that bind it
    std::size_t walked = 0;            // runs in all
    double wallSeconds = 0.0;
    bool stopped = false;
};

/// Refused: rules about classes, stairs or exits that do not exist, a class without a way, rules that contradict one
/// another (the smallest set is named). Progress tells runs done of those reckoned with.
[[nodiscard]] Result<StaggerResult> stagger(const School& school, const Scenario& scenario, const StaggerRules& rules,
                                            const StaggerOptions& options, CancelToken cancel,
                                            const Progress& progress);

}
