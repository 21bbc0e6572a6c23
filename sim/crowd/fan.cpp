#include "sim/crowd/fan.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr float kClosing = 0.4F; // share of a gap that is one's own when the other comes towards one; assumed
constexpr float kFree = 1e3F;    // metres, m/s: nothing in the way

// A body's front is round, so that its edge lets one pass nearer than its middle does: bodies − 0.6·aside²/bodies is
// within 0.08 of the circle.
[[gnu::always_inline]] inline void weigh(Fan& fan, const Seen& seen, float lane, float ahead)
{
    Lanes free, none;
    setAll(free, kFree);
    setAll(none, 0.0F);
    Lanes best = free;
    Lanes straight = none;
    straight[0] = kFree;
    const Heading heading = fan.way;
    const Lanes x = fan.x, y = fan.y;
    for (std::size_t n = 0; n < seen.count; ++n) {
        const float dx = seen.dx[n], dy = seen.dy[n];
        const float hx = seen.hx[n], hy = seen.hy[n];
        const float bodies = seen.bodies[n];
        const bool headOn = comesTowards(heading, hx, hy, dx, dy);
        // Who comes towards one closes the gap as well, and is passed with a shoulder turned.
        const float on = headOn ? 0.0F : ahead;
        const float closing = headOn ? kClosing : 1.0F;
        const float side = (headOn ? kShoulder : lane) * bodies;
        const float wx = dx + on * seen.vx[n], wy = dy + on * seen.vy[n];
        const float most = side * side;
        const Lanes along = dx * x + dy * y;
        const Lanes aside = dx * y - dy * x;
        const Lanes square = aside * aside;
        const Lanes gap = ((wx * x + wy * y) + ((0.6F / bodies) * square - bodies)) * closing;
        // Of two whose ways meet, the one in front goes first: straight on, nobody waits for who is behind in the mean
        // of both headings. Two who meet head-on both give way.
        const bool before = headOn | ((heading.x + hx) * dx + (heading.y + hy) * dy > 0.0F);
        const Lanes& first = before ? none : straight;
        const Lanes here = ((along > first) & (square < most)) ? gap : free;
        best = here < best ? here : best;
    }
    fan.gap = best;
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void weighWide(Fan& fan, const Seen& seen, float lane, float ahead)
{
    weigh(fan, seen, lane, ahead);
}
#endif

void weighPlain(Fan& fan, const Seen& seen, float lane, float ahead)
{
    weigh(fan, seen, lane, ahead);
}

}

void spread(Fan& fan, Heading way, Heading heading)
{
    fan.way = way;
    fan.right = 0.0F;
    for (std::size_t l = 0; l < kLanes; ++l) {
        fan.x[l] = heading.x * kTurnCos[l] - heading.y * kTurnSin[l];
        fan.y[l] = heading.y * kTurnCos[l] + heading.x * kTurnSin[l];
    }
    setAll(fan.gap, kFree);
    setAll(fan.limit, kFree);
}

WeighPeople weighPeopleHere()
{
#if defined(__x86_64__)
    if (wideLanes()) return weighWide;
#endif
    return weighPeopleAnywhere();
}

WeighPeople weighPeopleAnywhere()
{
    return weighPlain;
}

void weighWall(Fan& fan, float nx, float ny, float gap, const Manner& manner)
{
    const float aside = gap / static_cast<float>(manner.wallTime);
    const Lanes most = {kFree, aside, aside, aside, aside, aside, aside, aside};
    Lanes least, free;
    setAll(least, 1e-3F);
    setAll(free, kFree);
    const Lanes towards = -(fan.x * nx + fan.y * ny);
    const Lanes limit = towards > least ? most / towards : free;
    fan.limit = limit < fan.limit ? limit : fan.limit;
}

Pick pick(const Fan& fan, float reserve, float gapTime, float free)
{
    const float share = 1.0F / gapTime;
    Pick best{fan.x[0], fan.y[0], 0.0F};
    float most = -1.0F;
    for (std::size_t l = 0; l < kLanes; ++l) {
        const float speed = std::min(std::min(std::max((fan.gap[l] - reserve) * share, 0.0F), fan.limit[l]), free);
        const float gain = speed * (kTurnCos[l] - fan.right * kTurnSin[l]);
        if (gain <= most) continue;
        most = gain;
        best = {fan.x[l], fan.y[l], speed};
    }
    return best;
}

}
