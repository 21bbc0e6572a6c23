#pragma once

#include "sim/crowd/state.hpp"

namespace stairwise {

/// Who is near one person and not hidden by a wall. Internal to sim/crowd.

inline constexpr std::size_t kMostSeen = 128; // twice those within reach at 10 persons per m²

struct Seen {
    std::array<float, kMostSeen> dx, dy; // metres, from the person
    std::array<float, kMostSeen> vx, vy; // m/s
    std::array<float, kMostSeen> hx, hy; // headings of their ways
    std::array<float, kMostSeen> bodies; // metres, sum of the radii
    std::array<std::uint32_t, kMostSeen> slot; // kNowhere: outside already, followed but not touched
    std::size_t count = 0;
};

void lookAround(Seen& seen, const Crowd::Inside& in, std::uint32_t i);
/// Adds those just gone through an exit near by.
void lookOutside(Seen& seen, const Crowd::Inside& in, std::uint32_t i);

}
