#pragma once

#include "editor/model/derived.hpp"
#include "sim/scenario/scenario.hpp"

#include <optional>
#include <vector>

namespace stairwise::editor {

/// The way of a class as a line on each plan that it crosses.
struct WayLeg {
    StoreyId storey;          // none: the grounds
    std::vector<Vec2> points; // metres
};
struct WayShown {
    std::vector<WayLeg> legs;
    double seconds = 0.0; // at the free speeds of routes
    DoorId exit;          // by which it leaves; none: it ends inside
};
/// The first way as the scenario gives it (null: the nearest exit), and a second one that shares no flight and no exit
/// with it. Nothing where there is none.
struct TwoWays {
    std::optional<WayShown> first;
    std::optional<WayShown> second;
};
[[nodiscard]] TwoWays waysOf(const Derived& derived, const Scenario* scenario, const SchoolClass& schoolClass);

}
