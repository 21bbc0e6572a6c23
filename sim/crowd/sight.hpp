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
    bool comes = false; // somebody comes towards one
};

/// Does somebody with the second heading come towards one with the first? Standing people do not.
[[nodiscard]] inline bool comesTowards(Heading heading, float hx, float hy)
{
    constexpr float kHeadOn = -0.3F; // cosine of the angle between both; assumed
    return heading.x * hx + heading.y * hy < kHeadOn;
}
inline constexpr float kShoulder = 0.75F; // share of two bodies' width that is left when both turn a shoulder; assumed

void lookAround(Seen& seen, const Crowd::Inside& in, std::uint32_t i);
/// Adds those just gone through an exit near by.
void lookOutside(Seen& seen, const Crowd::Inside& in, std::uint32_t i);

}
