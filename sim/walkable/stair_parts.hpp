#pragma once

#include "sim/geometry/point.hpp"
#include "sim/school/school.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// One flight or landing made from a stair's numbers. Millimetres; heights above the foot of the rise.
///
/// Where two flights that meet on a landing differ in length, the landing begins behind the longer one and reaches
/// forward to the end of the shorter one, over that one's width: the half landing of a dog-leg is then an L, the corner
/// landing of a three-flight stair a longer rectangle. Floor landings stay where they are, so that rises fit together.
/// The well of a three-flight stair is at least as long as the treads of its longest middle flight; where a middle
/// flight is shorter, the second corner landing reaches back to it.
/// Rises of a straight stair follow each other in one line, each from the floor landing at the end of the one below.
/// A flight of one step is one tread long.
struct StairPart {
    enum class Kind { FloorLanding, Flight, HalfLanding } kind = Kind::Flight;
    int rise = 0;   // from 1; a floor landing belongs to the rise that starts there, the topmost to rises + 1
    int number = 0; // flights and half landings of a rise, from 1 upward
    Ring polygon;   // counter-clockwise
    std::int32_t foot = 0;
    std::int32_t gain = 0; // height gained; 0 for landings
    Vec2 uphill;
    Segment lower; // the edge one steps on at the bottom (flights), the flight on its left
    Segment upper; // … at the top
    int steps = 0;
};

/// All parts of one stair, bottom up. `rises` = storeys − 1. Empty where the numbers make no stair: nothing to walk on,
/// another count of rises or flights than storeys and kind ask for, or larger than a campus.
[[nodiscard]] std::vector<StairPart> partsOf(const Stair& stair);

/// The part's name in files and results: "S1/2/flight1", "S1/2/half1", "S1/2/landing", each with the number of its
/// rise.
[[nodiscard]] std::string elementOf(const Stair& stair, const StairPart& part);

/// The rectangle that the whole stair covers in plan; empty where there are no parts.
[[nodiscard]] Ring footprintOf(const Stair& stair);

}
