#pragma once

#include "sim/stagger/packing.hpp"

namespace stairwise {

/// A plan that meets the day: a class is late, a stair is shut, the teacher at a stair is missing. Who has left stays
/// as planned; of the rest as few as possible get another moment or way. By adding up loads alone, in a moment; nobody
/// is walked.

struct ReplanAsk {
    double now = 0.0; // seconds after the signal: who was to leave by then has left
    struct Late {
        std::size_t schoolClass = 0;
        double seconds = 0.0;
    };
    std::vector<Late> late = {};
    std::vector<StairId> shut = {};       // nobody enters them from now on
    std::vector<StairId> unattended = {}; // nobody is on duty there
    double changePrice = 120.0;           // seconds later that the last may be out to spare one change; assumed
};
/// Seconds that a class is told before it leaves otherwise than planned; assumed.
inline constexpr double kNotice = 20.0;

struct Replan {
    Timetable before, after;   // before: with lateness as it is, so that a class that is late and no more is unchanged
    std::vector<bool> gone;    // by class: has left
    std::vector<bool> changed; // by class: leaves at another moment or by another way than was planned
    std::vector<std::size_t> onShut; // classes that have left and may still be on a stair that is shut
    double lastBefore = 0.0;         // seconds: the last is out, as reckoned
    double lastAfter = 0.0;
    double fullest = 0.0;            // greatest load ÷ what is allowed there, from now on
    std::string fullestAt;           // element
    std::vector<StairId> givenUp;    // not used any more for want of somebody on duty …
    std::vector<StairId> covered;    // … whose teacher goes to these
    std::vector<std::string> broken; // rules that the plan does not keep any more, by their places
};
/// `loads` with windows and orders of the rules (takeRules). Refused: a class that has not left and has no way any
/// more.
[[nodiscard]] Result<Replan> replanned(const School& school, const Timetable& plan, const Packing& loads,
                                       const StaggerRules& rules, const ReplanAsk& ask);

/// Every way of the plan is one that the loads know.
[[nodiscard]] bool knowsWays(const Packing& loads, const Timetable& plan);
/// The scenario of the plan with what happened in it: new times and ways, stairs shut from now on, no warden where
/// nobody is.
[[nodiscard]] Scenario withReplan(const School& school, const Scenario& plan, const Replan& replan,
                                  const ReplanAsk& ask);

}
