#include "editor/view/camera.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace stairwise::editor {
namespace {

constexpr double kMargin = 0.92;           // of the view is used by what is fitted; assumed
constexpr double kHalfHeight = 0.32;       // tangent of half the vertical angle of view: about 35° in all; assumed
constexpr double kRadiansPerPixel = 0.006; // of turning; assumed
constexpr double kLowest = 0.08;           // over the horizon: a sheet seen from its edge shows nothing
constexpr double kNearest = 2.0;           // metres
constexpr double kFarthest = 20'000.0;

struct Vec3 {
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
};
double dot(const Vec3& a, const Vec3& b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

// The eye's own axes.
struct Eye {
    Vec3 right;
    Vec3 up;
    Vec3 back; // from what is looked at to the eye
};
Eye eyeOf(const Orbit& orbit)
{
    const double s = std::sin(orbit.around);
    const double c = std::cos(orbit.around);
    const double rise = std::sin(orbit.above);
    const double flat = std::cos(orbit.above);
    return {{c, s, 0.0}, {-s * rise, c * rise, flat}, {s * flat, -c * flat, rise}};
}

}

Vec2 toScreen(const Camera& camera, Vec2 metres)
{
    const Vec2 from = (metres - camera.centre) * camera.pixelsPerMetre;
    return {0.5 * camera.size.x + from.x, 0.5 * camera.size.y - from.y};
}

Vec2 toMetres(const Camera& camera, Vec2 pixels)
{
    const Vec2 from{pixels.x - 0.5 * camera.size.x, 0.5 * camera.size.y - pixels.y};
    return camera.centre + from * (1.0 / camera.pixelsPerMetre);
}

Camera zoomed(Camera camera, Vec2 pixels, double factor)
{
    const Vec2 held = toMetres(camera, pixels);
    camera.pixelsPerMetre = std::clamp(camera.pixelsPerMetre * factor, kFewestPixelsPerMetre, kMostPixelsPerMetre);
    camera.centre = camera.centre + held - toMetres(camera, pixels);
    return camera;
}

Camera moved(Camera camera, Vec2 pixels)
{
    camera.centre = camera.centre + Vec2{-pixels.x, pixels.y} * (1.0 / camera.pixelsPerMetre);
    return camera;
}

Camera fitted(Camera camera, Vec2 low, Vec2 high)
{
    constexpr double kSmallest = 0.1; // metres: a point is fitted too
    const double wide = std::max(high.x - low.x, kSmallest);
    const double tall = std::max(high.y - low.y, kSmallest);
    camera.centre = (low + high) * 0.5;
    camera.pixelsPerMetre = std::clamp(kMargin * std::min(camera.size.x / wide, camera.size.y / tall),
                                       kFewestPixelsPerMetre, kMostPixelsPerMetre);
    return camera;
}

Orbit turned(Orbit orbit, Vec2 pixels)
{
    orbit.around = std::remainder(orbit.around - pixels.x * kRadiansPerPixel, 2.0 * std::numbers::pi);
    orbit.above = std::clamp(orbit.above + pixels.y * kRadiansPerPixel, kLowest, 0.5 * std::numbers::pi);
    return orbit;
}

Orbit neared(Orbit orbit, double factor)
{
    orbit.distance = std::clamp(orbit.distance / factor, kNearest, kFarthest);
    return orbit;
}

Orbit fitted(Orbit orbit, Vec2 low, Vec2 high, double lowest, double highest, Vec2 size)
{
    orbit.centre = (low + high) * 0.5;
    orbit.height = 0.5 * (lowest + highest);
    const Eye eye = eyeOf(orbit);
    const double acrossHalf = kHalfHeight * size.x / size.y;
    orbit.distance = kNearest;
    for (const double x : {low.x, high.x})
        for (const double y : {low.y, high.y})
            for (const double z : {lowest, highest}) {
                const Vec3 from{x - orbit.centre.x, y - orbit.centre.y, z - orbit.height};
                const double wide = std::abs(dot(from, eye.right)) / acrossHalf;
                const double tall = std::abs(dot(from, eye.up)) / kHalfHeight;
                orbit.distance = std::max(orbit.distance, std::max(wide, tall) / kMargin + dot(from, eye.back));
            }
    orbit.distance = std::min(orbit.distance, kFarthest);
    return orbit;
}

Matrix matrixOf(const Camera& camera, Vec2 origin)
{
    const double x = 2.0 * camera.pixelsPerMetre / camera.size.x;
    const double y = 2.0 * camera.pixelsPerMetre / camera.size.y;
    const Vec2 move = origin - camera.centre;
    return {x, 0.0, 0.0, 0.0, 0.0, y, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, x * move.x, y * move.y, 0.0, 1.0};
}

// Nothing is asked of depth: sheets are drawn from below upward, so the third row is left empty.
Matrix matrixOf(const Orbit& orbit, Vec2 size, Vec2 origin, double height)
{
    const Eye eye = eyeOf(orbit);
    const Vec3 move{origin.x - orbit.centre.x, origin.y - orbit.centre.y, height - orbit.height};
    const double y = 1.0 / kHalfHeight;
    const double x = y * size.y / size.x;
    return {x * eye.right.x,
            y * eye.up.x,
            0.0,
            -eye.back.x,
            x * eye.right.y,
            y * eye.up.y,
            0.0,
            -eye.back.y,
            0.0,
            0.0,
            0.0,
            0.0,
            x * dot(move, eye.right),
            y * dot(move, eye.up),
            0.0,
            orbit.distance - dot(move, eye.back)};
}

std::optional<Seen> toScreen(const Orbit& orbit, Vec2 size, Vec2 metres, double height)
{
    const Eye eye = eyeOf(orbit);
    const Vec3 from{metres.x - orbit.centre.x, metres.y - orbit.centre.y, height - orbit.height};
    const double depth = orbit.distance - dot(from, eye.back);
    constexpr double kClose = 0.1; // metres before the eye
    if (depth < kClose) return std::nullopt;
    const double pixelsPerMetre = 0.5 * size.y / kHalfHeight / depth;
    return Seen{
        {0.5 * size.x + dot(from, eye.right) * pixelsPerMetre, 0.5 * size.y - dot(from, eye.up) * pixelsPerMetre},
        pixelsPerMetre,
        depth};
}

}
