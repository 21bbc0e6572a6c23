#pragma once

#include "sim/geometry/point.hpp"
#include "sim/school/school.hpp"

#include <vector>

namespace stairwise {

/// One flight or landing made from a stair's numbers. Millimetres; heights above the foot of the rise.
struct StairPart {
    enum class Kind { FloorLanding, Flight, HalfLanding } kind = Kind::Flight;
    int rise = 0;   // from 1; a floor landing belongs to the rise that starts there, the topmost to rises + 1
    int number = 0; // flights and half landings of a rise, from 1 upward
    Ring polygon;   // counter-clockwise rectangle
    std::int32_t foot = 0;
    std::int32_t gain = 0; // height gained; 0 for landings
    Vec2 uphill;
    Segment lower;  // the edge one steps on at the bottom (flights)
    Segment upper;  // … at the top
    int steps = 0;
};

/// All parts of one stair, bottom up. `rises` = storeys − 1.
[[nodiscard]] std::vector<StairPart> partsOf(const Stair& stair);

/// The rectangle that the whole stair covers in plan.
[[nodiscard]] Ring footprintOf(const Stair& stair);

}
