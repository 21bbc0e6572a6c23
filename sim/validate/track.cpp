#include "sim/validate/track.hpp"

#include "sim/base/random.hpp"
#include "sim/base/steady_math.hpp"

#include <algorithm>

namespace stairwise {
namespace {

using steady::kPi;

constexpr std::uint32_t kPurposeTrack = 905;
constexpr int kArcs = 24; // pieces of a quarter circle: its chords come within 3 mm of it

Vec2 turned(double angle)
{
    return {steady::cos(angle), steady::sin(angle)};
}

// Outline of the southern half: out along the outer edge, back along the inner.
Ring southernHalf(const Track& track)
{
    Ring ring;
    const double outer = track.radius + 0.5 * track.width;
    const double inner = track.radius - 0.5 * track.width;
    const auto arc = [&](double x, double radius, double from, double to) {
        for (int i = 0; i <= kArcs; ++i)
            ring.push_back(toMillimetres(Vec2{x, 0.0} + turned(from + (to - from) * i / kArcs) * radius));
    };
    arc(0.0, outer, -kPi, -0.5 * kPi);
    arc(track.straight, outer, -0.5 * kPi, 0.0);
    arc(track.straight, inner, 0.0, -0.5 * kPi);
    arc(0.0, inner, -0.5 * kPi, -kPi);
    return ring;
}

Ring northernHalf(const Ring& south)
{
    Ring ring;
    for (auto it = south.rbegin(); it != south.rend(); ++it) ring.push_back({it->x, -it->y});
    return ring;
}

}

Lab labOf(const Track& track)
{
    const Ring south = southernHalf(track);
    const double outer = track.radius + 0.5 * track.width;
    const double inner = track.radius - 0.5 * track.width;
    return labOf(oneStorey({hallOf("south", south), hallOf("north", northernHalf(south))},
                           {gapOf("west", {-outer, 0.0}, {-inner, 0.0}),
                            gapOf("east", {track.straight + inner, 0.0}, {track.straight + outer, 0.0})}));
}

Wish roundAndRound(const Lab& lab)
{
    Wish wish;
    wish.circuit = {passageFrom(lab, surfaceNamed(lab, "south"), "east"),
                    passageFrom(lab, surfaceNamed(lab, "north"), "west")};
    return wish;
}

Wish roundAndBack(const Lab& lab)
{
    Wish wish;
    wish.circuit = {passageFrom(lab, surfaceNamed(lab, "south"), "west"),
                    passageFrom(lab, surfaceNamed(lab, "north"), "east")};
    return wish;
}

double metresAround(const Track& track)
{
    return 2.0 * track.straight + 2.0 * kPi * track.radius;
}

double alongTrack(const Track& track, Vec2 at)
{
    const double quarter = 0.5 * kPi * track.radius;
    const double around = metresAround(track);
    if (at.x >= 0.0 && at.x <= track.straight) return at.y < 0.0 ? quarter + at.x : around - quarter - at.x;
    if (at.x > track.straight)
        return quarter + track.straight + track.radius * (steady::atan2(at.y, at.x - track.straight) + 0.5 * kPi);
    const double angle = steady::atan2(at.y, at.x);
    return at.y < 0.0 ? track.radius * (angle + kPi) : around - track.radius * (kPi - angle);
}

Vec2 onTrack(const Track& track, double along, double aside)
{
    const double quarter = 0.5 * kPi * track.radius;
    const double radius = track.radius - aside; // to the left is inwards
    double s = along;
    if (s < quarter) return turned(-kPi + s / track.radius) * radius;
    s -= quarter;
    if (s < track.straight) return {s, -radius};
    s -= track.straight;
    if (s < 2.0 * quarter) return Vec2{track.straight, 0.0} + turned(-0.5 * kPi + s / track.radius) * radius;
    s -= 2.0 * quarter;
    if (s < track.straight) return {track.straight - s, radius};
    s -= track.straight;
    return turned(0.5 * kPi + s / track.radius) * radius;
}

std::vector<Walker> aroundTrack(const Lab& lab, const Track& track, std::size_t people, std::size_t files, double speed,
                                std::uint64_t seed)
{
    const SurfaceIndex south = surfaceNamed(lab, "south");
    const SurfaceIndex north = surfaceNamed(lab, "north");
    const double step = metresAround(track) / static_cast<double>(people);
    std::vector<Walker> walkers;
    for (std::size_t n = 0; n < people; ++n) {
        Walker walker = personOf(kStaffGrade, seed, n);
        const double off = 0.2 * (uniform({seed, n, kPurposeTrack, 0}) - 0.5); // of a step
        const double across = track.width - 2.0 * walker.radius;
        const double file = files < 2 ? 0.0 : static_cast<double>(n % files) / static_cast<double>(files - 1) - 0.5;
        walker.at = onTrack(track, (static_cast<double>(n) + 0.5 + off) * step, 0.98 * across * file);
        walker.surface = walker.at.y < 0.0 ? south : north;
        walker.levelSpeed = speed;
        walkers.push_back(walker);
    }
    return walkers;
}

}
