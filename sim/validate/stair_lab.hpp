#pragma once

#include "sim/validate/lab.hpp"

namespace stairwise {

/// Stairs for trials. Storeys are "F1", "F2", …; the stair is "S".

/// One straight flight along y between two corridors as wide as it, 1.5 m long; at their far ends a gap "low" and
/// "high" to a hall each. One of the halls, or its corridor, has the way out.
struct StraightFlight {
    double width = 1.5;  // metres
    double tread = 0.28; // metres
    double riser = 0.18;
    int steps = 16;      // risers
    double lowGap = 1.5; // metres
    double highGap = 1.5;
};
/// Which hall people wait in; the gap at the other end leads out.
enum class Climb { Down, Up };
[[nodiscard]] Lab labOf(const StraightFlight& flight, Climb climb);
/// The rectangle of the flight in plan.
[[nodiscard]] Rect planOf(const StraightFlight& flight);

/// A dog-leg stair over all storeys, first flights at x 0 … width, last ones at x width … 2·width, floor landings at y
/// 0 … landing, everything south of y = 0 free for the trial's own spaces.
struct DogLegStair {
    double width = 1.5; // metres
    double landing = 1.5;
    double tread = 0.28;
    double riser = 0.15;
    int steps = 12;    // risers of each flight
    double well = 0.0; // metres between the flights
};
[[nodiscard]] School dogLegSchool(const DogLegStair& stair, std::vector<Storey> storeys);
/// Storey `number` of such a school with these spaces and doors.
[[nodiscard]] Storey storeyWith(const DogLegStair& stair, int number, std::vector<Space> spaces,
                                std::vector<Door> doors);

}
