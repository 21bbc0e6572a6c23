#pragma once

#include "sim/base/result.hpp"
#include "sim/stagger/timetable.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// What a school asks of its timetable; everything else is free. Seconds after the signal. docs/files.md.

/// Classes by their ids, and all of a grade by its number.
struct Who {
    std::vector<ClassId> classes;
    std::vector<int> grades;
};
/// Indices into School::classes, in its order, each once.
[[nodiscard]] std::vector<std::size_t> membersOf(const School& school, const Who& who);

/// The school's gate as a place that binds.
struct GateRule {
    GateId id;                         // none: the school has one alone
    std::optional<double> flow;        // persons per second; none: by its width (gate.hpp)
    std::optional<double> mostWaiting; // persons before it at once …
    std::optional<double> area;        // … or the m² on which they wait (gate.hpp); neither: as many as come
    double wait = 0.0;                 // seconds that a pupil waits there for its parents
};

struct StaggerRules {
    struct Wish {
        Who who;
        std::optional<double> earliest, latest; // both the same: released at that moment
        std::vector<ClassWay> ways;             // only these; empty: all
    };
    /// Brothers and sisters, or a grade: released within so many seconds of each other; 0: at one moment.
    struct Together {
        Who who;
        double within = 0.0;
    };
    /// Each of `second` is released at least `gap` seconds after each of `first`.
    struct Order {
        Who first, second;
        double gap = 0.0;
    };
    /// Waits at the gate where there is a rule for it, else outside the exits.
    struct Bus {
        std::string name;
        Who who;
        double leaves = 0.0;
        double board = 60.0; // seconds before that by which its classes are there; assumed
    };
    using Gate = GateRule;
    std::optional<double> loadLimit; // persons per m² of clear area; none: loadLimitOf (stagger.hpp)
    double step = 10.0;              // seconds between two releases that a bell or a broadcast can give
    std::optional<double> lastRelease;
    double changePrice = 0.0;     // seconds of the last-out time that one spared change against today is worth
    std::optional<int> dutyStaff; // no stair is used without one of them; none: there is one for each
    std::optional<double> bell;   // second of the day of the signal (clock_times.hpp): times are also told by the clock
    std::vector<Wish> classes;    // one class may stand in several: all hold
    std::vector<Together> together;
    std::vector<Order> orders;
    std::vector<Bus> buses;
    std::optional<Gate> gate;
};

/// What concerns one class alone.
struct ClassRules {
    double earliest = 0.0;
    std::optional<double> latest;
    std::optional<std::vector<ClassWay>> ways; // none: all
    std::optional<double> due;                 // there where its bus waits
};
/// As School::classes.
[[nodiscard]] std::vector<ClassRules> rulesByClass(const School& school, const StaggerRules& rules);

/// Refused, with the place in the file: classes, grades, stairs, exits and gates that the school does not have, rules
/// that ask nothing, a bus that leaves before the bell.
[[nodiscard]] Done checkRules(const StaggerRules& rules, const School& school);

/// One rule as it concerns one class or two: "orders[0]", "1-1 + 30 s ≤ 1-2".
struct RuleAsks {
    std::string place; // in the file; empty: nobody leaves before the signal
    std::string asks;
    friend bool operator==(const RuleAsks&, const RuleAsks&) = default;
};
/// The smallest set of rules that cannot hold together; empty: they can. `walks`: as School::classes, seconds that each
/// needs at least to where its bus waits.
[[nodiscard]] std::vector<RuleAsks> contradiction(const School& school, const StaggerRules& rules,
                                                  const std::vector<double>& walks);

}
