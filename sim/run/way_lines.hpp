#pragma once

#include "sim/egress/network.hpp"
#include "sim/scenario/scenario.hpp"

#include <optional>
#include <vector>

namespace stairwise {

/// The way of a class as a line on each plan that it crosses: for pictures and posters, not for walking.

struct WayLeg {
    StoreyId storey;          // none: the grounds
    std::vector<Vec2> points; // metres
};
struct WayLine {
    std::vector<WayLeg> legs;
    double seconds = 0.0;        // at the free speeds of routes
    Vec2 door;                   // where it leaves the room
    Vec2 through;                // … and which way, a unit vector across the door
    std::vector<StairId> stairs; // in the order in which they are walked
    DoorId exit;                 // by which it leaves; none: it ends inside
};
/// The first way as the scenario gives it (null: the nearest exit), and a second one that shares no flight and no exit
/// with it. Nothing where there is none.
struct TwoWays {
    std::optional<WayLine> first;
    std::optional<WayLine> second;
};
[[nodiscard]] TwoWays wayLinesOf(const Walkable& walkable, const Network& network, const Scenario* scenario,
                                 const SchoolClass& schoolClass);

}
