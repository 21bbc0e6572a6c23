#pragma once

#include "sim/geometry/point.hpp"

#include <array>
#include <optional>

namespace stairwise::editor {

/// What of the plan is on the screen: a value. Pixels from the upper left corner of the view, y down.
struct Camera {
    Vec2 centre;                  // metres
    double pixelsPerMetre = 20.0; // framebuffer pixels
    Vec2 size{1280.0, 720.0};     // of the view, framebuffer pixels
};
inline constexpr double kFewestPixelsPerMetre = 0.02; // 50 km on a screen of a thousand pixels; assumed
inline constexpr double kMostPixelsPerMetre = 5000.0; // a millimetre is five pixels; assumed

[[nodiscard]] Vec2 toScreen(const Camera& camera, Vec2 metres);
[[nodiscard]] Vec2 toMetres(const Camera& camera, Vec2 pixels);
/// Larger by `factor`, what lies under `pixels` stays there.
[[nodiscard]] Camera zoomed(Camera camera, Vec2 pixels, double factor);
/// What was under the hand follows it by `pixels`.
[[nodiscard]] Camera moved(Camera camera, Vec2 pixels);
/// All between the corners, with a margin.
[[nodiscard]] Camera fitted(Camera camera, Vec2 low, Vec2 high);

/// A place around which one turns: the storeys stacked.
struct Orbit {
    Vec2 centre;
    double height = 0.0; // metres, of what is looked at
    double around = 0.6; // radians; 0: north is up
    double above = 0.6;  // radians over the horizon
    double distance = 80.0;
};
/// As the hand drags: a turn to the side, and up to straight from above.
[[nodiscard]] Orbit turned(Orbit orbit, Vec2 pixels);
[[nodiscard]] Orbit neared(Orbit orbit, double factor);
/// All between the corners and heights.
[[nodiscard]] Orbit fitted(Orbit orbit, Vec2 low, Vec2 high, double lowest, double highest, Vec2 size);

/// By columns, as OpenGL takes it.
using Matrix = std::array<double, 16>;
/// Metres, already less `origin`, to clip space.
[[nodiscard]] Matrix matrixOf(const Camera& camera, Vec2 origin);
/// The same in space, for what lies at `height`.
[[nodiscard]] Matrix matrixOf(const Orbit& orbit, Vec2 size, Vec2 origin, double height);

/// Where a point in space is seen. Nothing for what lies behind the eye.
struct Seen {
    Vec2 at;                     // pixels
    double pixelsPerMetre = 0.0; // there
    double depth = 0.0;          // metres from the eye, along the line of sight
};
[[nodiscard]] std::optional<Seen> toScreen(const Orbit& orbit, Vec2 size, Vec2 metres, double height);

}
