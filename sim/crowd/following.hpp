#pragma once

#include "sim/crowd/state.hpp"

#include <optional>

namespace stairwise {

/// People bound to others: columns and sweeps (crowd.hpp). Does nothing where there are none. Internal to sim/crowd.

/// Across a flight, to the right of the way: the direction, and the metres that one lacks to the middle of one's file.
struct Lane {
    float x, y;
    float lacking;
};
/// The nearest of the streams of 0.6 m that a flight holds; nothing off flights and for those without a way.
[[nodiscard]] std::optional<Lane> nearestLane(const Crowd::Inside& in, std::uint32_t row);
/// Turns a heading towards the middle of the file.
void lean(Crowd::Inside& in, std::uint32_t row, const Lane& lane);
/// Takes from the velocity wanted what leads out of the file.
void keepWithin(Crowd::Inside& in, std::uint32_t row, const Lane& lane);

/// Where everybody bound to others is in this frame, and who still waits for a room to be empty.
void gatherColumns(Crowd::Inside& in);
/// Each file of a column keeps to its own side of a flight: turns headings.
void keepLanes(Crowd::Inside& in);
/// Nobody walks past who goes before, and the front waits where the column tears: shortens the velocities wanted.
void keepFiles(Crowd::Inside& in);

}
