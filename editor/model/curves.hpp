#pragma once

#include "sim/run/run.hpp"

#include <string>
#include <vector>

namespace stairwise::editor {

/// How many have passed so far, by second: count[s] up to and including second s.
struct Curve {
    std::string id; // stair, exit or class; empty: the whole school
    std::vector<int> count;
};

/// All curves of a run, each as long as the run, from 0 to the second in which it ended. A stair is passed when
/// somebody leaves its last flight, an exit when it is crossed outward (by each person the last time); a class by who
/// is out of the building.
struct Curves {
    Curve out;
    std::vector<Curve> stairs; // as RunResult::stairs
    std::vector<Curve> exits;
    std::vector<Curve> classes;
};
[[nodiscard]] Curves curvesOf(const RunResult& result);

/// `times` ascending or not, seconds.
[[nodiscard]] Curve curveOf(std::string id, const std::vector<double>& times, double end);

}
