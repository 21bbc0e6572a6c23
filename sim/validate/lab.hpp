#pragma once

#include "sim/crowd/crowd.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// A place made for one trial, and the people who walk in it. Lengths of plans are metres here: the trials are
/// published in metres.

struct Lab {
    Walkable walkable;
    Network network;
};
[[nodiscard]] Lab labOf(const School& school);
/// One storey named "F1" with nothing outside.
[[nodiscard]] School oneStorey(std::vector<Space> spaces, std::vector<Door> doors);

struct Rect {
    double x0, y0, x1, y1;
};
[[nodiscard]] Space hallOf(std::string id, const Rect& rect);
[[nodiscard]] Space hallOf(std::string id, Ring ring);
/// An opening without a leaf, as wide as it is drawn.
[[nodiscard]] Door gapOf(std::string id, Vec2 a, Vec2 b);
/// A gap that leads out of the drawing.
[[nodiscard]] Door wayOut(std::string id, Vec2 a, Vec2 b);

[[nodiscard]] SurfaceIndex surfaceNamed(const Lab& lab, std::string_view element);
[[nodiscard]] PortalIndex portalNamed(const Lab& lab, std::string_view door);
/// The passage through a door that leads out of the surface.
[[nodiscard]] PassageIndex passageFrom(const Lab& lab, SurfaceIndex surface, std::string_view door);
[[nodiscard]] Wish towards(Goal::Kind kind);

/// Somebody of a grade, speeds drawn from its profile: the key decides, the seed varies.
[[nodiscard]] Walker personOf(int grade, std::uint64_t seed, std::uint64_t key);
/// Up to `count` people of a grade on a grid over the rectangle, `spacing` apart, each a little off its point; keys
/// from `firstKey`. Rows fill from the side of x1.
struct Standing {
    SurfaceIndex surface = kNowhere;
    Rect where{};
    double spacing = 0.6;
    std::size_t count = 0;
    int grade = kStaffGrade;
    std::uint32_t wish = 0;
    std::uint64_t firstKey = 0;
};
[[nodiscard]] std::vector<Walker> crowdIn(const Standing& standing, std::uint64_t seed);

}
