#include "sim/crowd/falling.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr float kFallReach = 1.0F; // metres from the place of a fall within which somebody falls there; assumed
constexpr float kLyingRadius =
    0.37F;                         // metres: 0.43 m², in the middle of 0.35 to 0.5 m² that who lies takes up; assumed
constexpr float kGoingDown = 0.5F; // s in which somebody comes to lie; assumed
constexpr float kHeld = 1e7F;      // kg/s: nobody is moved while lying; a push of 5 kN shifts it by 0.03 mm a step

std::uint32_t rowOf(const Crowd::Inside& in, std::uint32_t person)
{
    const auto begin = in.now.who.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(in.inside);
    const auto found = std::find(begin, end, person);
    return found == end ? kNowhere : static_cast<std::uint32_t>(found - begin);
}

bool lies(const Crowd::Inside& in, std::uint32_t person)
{
    return std::ranges::any_of(in.fallen, [&](const Fallen& f) { return f.person == person && !f.up; });
}

void lie(Crowd::Inside& in, std::uint32_t row, const Fallen& fallen)
{
    const auto own = static_cast<float>(in.def.walkers[fallen.person].radius);
    const float share = std::min((static_cast<float>(in.time()) - static_cast<float>(fallen.from)) / kGoingDown, 1.0F);
    in.now.radius[row] = std::max(own, own + share * (kLyingRadius - own));
    in.now.drag[row] = kHeld;
    in.now.vx[row] = in.now.vy[row] = 0.0F;
}

void rise(Crowd::Inside& in, std::uint32_t row, Fallen& fallen)
{
    fallen.up = true;
    if (row == kNowhere) return;
    in.now.radius[row] = static_cast<float>(in.def.walkers[fallen.person].radius);
    in.now.drag[row] = dragOf(in, row);
    in.now.stood[row] = 0.0F;
}

// Who is on the surface, on the way and nearest, of two the one with the lower number; nobody beyond reach.
std::uint32_t nearestTo(const Crowd::Inside& in, const Fall& fall)
{
    const auto x = static_cast<float>(fall.at.x), y = static_cast<float>(fall.at.y);
    const auto now = static_cast<float>(in.time());
    std::uint32_t best = kNowhere;
    float least = kFallReach * kFallReach;
    for (std::uint32_t i = 0; i < in.inside; ++i) {
        if (in.now.room[i] != fall.surface || in.now.start[i] > now || !in.here(i)) continue;
        const float dx = in.now.x[i] - x, dy = in.now.y[i] - y;
        const float square = dx * dx + dy * dy;
        if (square > least || lies(in, in.now.who[i])) continue;
        if (best != kNowhere && square == least && in.now.who[i] > in.now.who[best]) continue;
        best = i;
        least = square;
    }
    return best;
}

bool hasHappened(const Crowd::Inside& in, std::uint32_t fall)
{
    return std::ranges::find(in.fallen, fall, &Fallen::fall) != in.fallen.end();
}

}

void fallAndRise(Crowd::Inside& in)
{
    for (Fallen& fallen : in.fallen) {
        if (fallen.up) continue;
        const std::uint32_t row = rowOf(in, fallen.person);
        if (row == kNowhere || in.time() >= fallen.until - 1e-9)
            rise(in, row, fallen);
        else
            lie(in, row, fallen);
    }
    for (std::uint32_t n = 0; n < in.def.falls.size(); ++n) {
        const Fall& fall = in.def.falls[n];
        if (fall.time > in.time() + 1e-9 || hasHappened(in, n)) continue;
        const std::uint32_t row = nearestTo(in, fall);
        if (row == kNowhere) continue;
        in.fallen.push_back({n, in.now.who[row], in.time(), in.time() + fall.duration, false});
        lie(in, row, in.fallen.back());
    }
}

void lieStill(Crowd::Inside& in)
{
    for (const Fallen& fallen : in.fallen) {
        if (fallen.up) continue;
        const std::uint32_t row = rowOf(in, fallen.person);
        if (row == kNowhere) continue;
        in.now.hx[row] = in.now.hy[row] = 0.0F;
        in.now.ux[row] = in.now.uy[row] = 0.0F;
    }
}

}
