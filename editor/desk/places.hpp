#pragma once

#include "editor/desk/desk.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stairwise::editor {

/// Where everything stands in the window, for a hand from outside: scripts that click by name.
struct Places {
    Probe widgets;
    Place plan;
    Camera camera;
    std::uint64_t revision = 0; // changes with every edit
    std::uint64_t pictures = 0; // drawn so far
    bool atRest = false;
    Vec2 hand;    // pixels: where the program saw the mouse last
    int held = 0; // buttons and keys that it saw held
};
[[nodiscard]] Places placesOf(const Desk& desk);

/// Lines of text: "rest 1", "revision 3", "pictures 12", "hand x y held", "camera x y pixelsPerMetre", "NAME left top right bottom".
[[nodiscard]] std::string formatPlaces(const Places& places);
[[nodiscard]] std::optional<Places> parsePlaces(std::string_view text);

/// Where a place of the plan is in the window, pixels.
[[nodiscard]] Vec2 inWindow(const Places& places, Vec2 metres);

}
