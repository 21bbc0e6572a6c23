#pragma once

#include "scenarios/maker/random_dice.hpp"
#include "sim/school/school.hpp"

#include <string>
#include <vector>

namespace stairwise::samples {

/// What all storeys of a random school share: the corridor, and the stairs along it. Millimetres; axes only.

inline constexpr int kRandomWall = 200; // thickness of every wall

/// One straight edge of the corridor, seen as a row of building sites: `along` runs from its beginning with the
/// corridor on the left, `out` away from the corridor.
struct Front {
    Point begin;
    int ux = 1, uy = 0; // the way `along` runs
    int length = 0;

    [[nodiscard]] Point at(int along, int out) const
    {
        return {begin.x + ux * along + uy * out, begin.y + uy * along - ux * out};
    }
    [[nodiscard]] Box box(int along0, int along1, int out0, int out1) const;
    [[nodiscard]] Ring ring(int along0, int along1, int out0, int out1) const;
};

/// A part of the corridor; parts meet at joints.
struct CorridorPiece {
    Polygon polygon;
    std::vector<Box> boxes; // that cover it
};

struct Shaft {
    Stair stair;
    Box box;
    int first = 1, last = 1;     // storeys by number
    std::vector<Segment> mouths; // one a storey it serves: where one steps from the corridor onto it
    std::vector<int> doorWidths; // as `mouths`: clear width of the door there; empty: open
};

struct Plan {
    int storeys = 1;
    int height = 3600; // floor to floor
    std::vector<CorridorPiece> corridor;
    std::vector<Segment> joints; // doors between parts of the corridor
    std::vector<Front> fronts;
    std::vector<Shaft> shafts;
    std::vector<Box> taken; // on every storey
};

[[nodiscard]] Plan randomPlan(std::uint64_t seed);

/// Is nothing of `taken` nearer than `gap` to the box?
[[nodiscard]] bool isFree(const std::vector<Box>& taken, const Box& box, int gap);
[[nodiscard]] Box boxAround(Segment line, int margin);

/// The stairs of a plan whose corridor is there; false if the first, which serves every storey, finds no place.
[[nodiscard]] bool placeShafts(Plan& plan, Dice& dice);

}
