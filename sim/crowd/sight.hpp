#pragma once

#include "sim/crowd/state.hpp"

namespace stairwise {

/// Who is near one person and not hidden by a wall. Internal to sim/crowd.

inline constexpr std::size_t kMostSeen = 128; // twice those within reach at 10 persons per m²

struct Seen {
    std::array<float, kMostSeen> dx, dy;       // metres, from the person
    std::array<float, kMostSeen> vx, vy;       // m/s
    std::array<float, kMostSeen> hx, hy;       // headings of their ways
    std::array<float, kMostSeen> bodies;       // metres, sum of the radii
    std::array<std::uint32_t, kMostSeen> slot; // kNowhere: outside already, followed but not touched
    std::size_t count = 0;
    bool comes = false; // somebody comes towards one
};

/// Do two people (dx, dy from the one to the other) come towards one another? Each is ahead of the other, within 45° of
/// its heading; who turns round the well of a stair meets nobody. Standing people do not come.
[[nodiscard]] inline bool comesTowards(Heading heading, float hx, float hy, float dx, float dy)
{
    const float own = heading.x * dx + heading.y * dy;
    const float other = -(hx * dx + hy * dy);
    const float half = 0.5F * (dx * dx + dy * dy);
    return (own > 0.0F) & (other > 0.0F) & (own * own > half) & (other * other > half);
}
inline constexpr float kShoulder = 0.75F; // share of two bodies' width that is left when both turn a shoulder; assumed

void lookAround(Seen& seen, const Crowd::Inside& in, std::uint32_t i);
/// Adds those just gone through an exit near by.
void lookOutside(Seen& seen, const Crowd::Inside& in, std::uint32_t i);

}
