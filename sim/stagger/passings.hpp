#pragma once

#include "sim/base/progress.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/stagger/posts.hpp"

#include <optional>
#include <vector>

namespace stairwise {

/// Which class passes where and when while a plan is walked: what somebody on duty is told. Simulated.

enum class PassedKind { Landing, Exit, Gate };
struct PassedPost {
    PassedKind kind = PassedKind::Landing;
    StairPost stair; // Landing: where the stair meets the storey
    DoorId exit;
    GateId gate;
    friend auto operator<=>(const PassedPost&, const PassedPost&) = default;
};
/// One class at one post, over the runs, where a tenth of it or more come by. Seconds after the signal.
struct Passing {
    std::size_t schoolClass = 0; // index into School::classes
    double from = 0.0;           // the first of it in the earliest run
    double to = 0.0;             // the last of it in the latest run
    std::size_t people = 0;      // in the run in which most of it come by
};
struct PostPassings {
    PassedPost post;
    std::vector<Passing> passings; // by `from`
};
struct PlanPassings {
    std::vector<PostPassings> posts;        // landings, exits, gates in the order of the file that somebody passes
    std::vector<std::optional<double>> out; // as School::classes: its last is out in the latest run; none: not in all
    std::vector<std::optional<double>> atGate; // the same, where the gate is the goal
    std::size_t runs = 0;
    std::size_t notEmpty = 0; // runs in which not everybody got to the end of their way
};

struct PassingsAsk {
    std::size_t runs = 10; // seeds count up from the scenario's own; unknowns vary (vary.hpp); assumed
    unsigned threads = 0;  // 0: all cores; a run stays on one
};
/// The same for every number of threads. Cancelled, it has fewer runs.
[[nodiscard]] PlanPassings passingsOf(const School& school, const Scenario& scenario, const PassingsAsk& ask,
                                      CancelToken cancel, const Progress& progress);

}
