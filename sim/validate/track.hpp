#pragma once

#include "sim/validate/bout.hpp"

namespace stairwise {

/// A closed track: two straights along x joined by half circles, walked for ever. It is cut across the
/// middle of both bends into a southern and a northern half.
struct Track {
    double straight = 4.0; // metres
    double radius = 3.0;   // of the centre line
    double width = 0.8;
};
[[nodiscard]] Lab labOf(const Track& track);
[[nodiscard]] Wish roundAndRound(const Lab& lab);      // anticlockwise
[[nodiscard]] Wish roundAndBack(const Lab& lab);       // clockwise
[[nodiscard]] double metresAround(const Track& track); // along the centre line

/// Where on the centre line, metres from the western cut, anticlockwise; and back, `aside` to the left.
[[nodiscard]] double alongTrack(const Track& track, Vec2 at);
[[nodiscard]] Vec2 onTrack(const Track& track, double along, double aside);

/// People evenly along the track in `files` beside one another, a little off by chance, all adults with the same free
/// speed.
[[nodiscard]] std::vector<Walker> aroundTrack(const Lab& lab, const Track& track, std::size_t people, std::size_t files,
                                              double speed, std::uint64_t seed);

}
