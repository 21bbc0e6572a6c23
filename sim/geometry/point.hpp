#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace stairwise {

/// Whole millimetres, x to the right, y up; one plane for the whole campus. |coordinate| ≤ kFarthestMm.
struct Point {
    std::int32_t x = 0;
    std::int32_t y = 0;
    friend auto operator<=>(const Point&, const Point&) = default;
};
inline constexpr std::int32_t kFarthestMm = 10'000'000; // 10 km: squares of distances stay exact in 64 bits

/// Metres: the far side of toMetres().
struct Vec2 {
    double x = 0.0;
    double y = 0.0;
    friend bool operator==(const Vec2&, const Vec2&) = default;
};
constexpr Vec2 operator+(Vec2 a, Vec2 b)
{
    return {a.x + b.x, a.y + b.y};
}
constexpr Vec2 operator-(Vec2 a, Vec2 b)
{
    return {a.x - b.x, a.y - b.y};
}
constexpr Vec2 operator*(Vec2 a, double s)
{
    return {a.x * s, a.y * s};
}
constexpr double dot(Vec2 a, Vec2 b)
{
    return a.x * b.x + a.y * b.y;
}
constexpr double cross(Vec2 a, Vec2 b)
{
    return a.x * b.y - a.y * b.x;
}
[[nodiscard]] double length(Vec2 v);
constexpr Vec2 toMetres(Point p)
{
    return {p.x / 1000.0, p.y / 1000.0};
}
/// Rounds half away from zero.
[[nodiscard]] Point toMillimetres(Vec2 v);

struct Segment {
    Point a;
    Point b;
    friend bool operator==(const Segment&, const Segment&) = default;
};

/// Corners in order, the last joined to the first, the first not repeated.
using Ring = std::vector<Point>;

/// Outer ring counter-clockwise, holes clockwise, none crossing.
struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
    friend bool operator==(const Polygon&, const Polygon&) = default;
};

struct Box {
    Point low;
    Point high;
};

}
