#pragma once

#include "sim/run/way_lines.hpp"
#include "sim/walkable/walkable.hpp"

namespace stairwise {

/// Plans for a reader who does not look north: turned about the plan's origin by quarters of a circle,
/// counter-clockwise, before they are drawn, so that texts stay upright.
class QuarterTurn {
public:
    /// That brings `way` as near to upward as quarters can.
    [[nodiscard]] static QuarterTurn upward(Vec2 way);
    [[nodiscard]] int quarters() const { return quarters_; } // 0 to 3

    void turn(Point& point) const;
    void turn(Vec2& vector) const;

private:
    int quarters_ = 0;
};

/// What plans draw of a school: doors, equipment, assembly areas.
[[nodiscard]] School turned(School school, QuarterTurn turn);
[[nodiscard]] Walkable turned(Walkable walkable, QuarterTurn turn);
[[nodiscard]] TwoWays turned(TwoWays ways, QuarterTurn turn);

}
