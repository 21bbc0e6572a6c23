#pragma once

#include "scenarios/maker/maker.hpp"
#include "sim/run/people.hpp"
#include "sim/run/run.hpp"
#include "sim/validate/lab.hpp"

#include <functional>
#include <string>
#include <vector>

/// Small buildings of the published tests, and a run that looks at every step.
namespace stairwise::scenes {

using samples::door;
using samples::opening;
using samples::rectangle;
using samples::room;
using stairwise::oneStorey;

[[nodiscard]] Door exitTo(std::string id, Point a, Point b);

[[nodiscard]] ListedPerson someone(int x, int y, double speed, std::string exit = {});
/// Listed people only, no pre-movement.
[[nodiscard]] Scenario with(std::vector<ListedPerson> people);
[[nodiscard]] RunResult simulated(const School& school, const Scenario& scenario);

/// The worst that was seen in any step of a run.
struct Seen {
    double farthestOutside = 0.0; // metres beyond the walkable surface
    double deepestOverlap = 0.0;  // share of the smaller radius
    std::size_t people = 0;
    std::size_t gone = 0;
    double time = 0.0;
    std::vector<double> firstMoved; // seconds, by person; negative: never
    std::vector<double> started;    // seconds, assigned
};
[[nodiscard]] Seen watched(const School& school, const Scenario& scenario, double seconds);

}
