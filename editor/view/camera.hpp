#pragma once

#include "sim/geometry/point.hpp"

namespace stairwise::editor {

/// What of the plan is on the screen: a value. Pixels from the upper left corner of the view, y down.
struct Camera {
    Vec2 centre;                  // metres
    double pixelsPerMetre = 20.0; // framebuffer pixels
    Vec2 size{1280.0, 720.0};     // of the view, framebuffer pixels
};
[[nodiscard]] Vec2 toScreen(const Camera& camera, Vec2 metres);
[[nodiscard]] Vec2 toMetres(const Camera& camera, Vec2 pixels);
/// Larger by `factor`, what lies under `pixels` stays there.
[[nodiscard]] Camera zoomed(Camera camera, Vec2 pixels, double factor);
[[nodiscard]] Camera moved(Camera camera, Vec2 pixels);
/// All between the corners, with a margin.
[[nodiscard]] Camera fitted(Camera camera, Vec2 low, Vec2 high);

/// A place around which one turns: the storeys stacked.
struct Orbit {
    Vec2 centre;
    double height = 0.0; // metres, of what is looked at
    double around = 0.6; // radians
    double above = 0.6;  // radians over the horizon
    double distance = 80.0;
};

}
