#include "editor/view/strokes.hpp"

#include <cmath>

namespace stairwise::editor {
namespace {

constexpr double kPixelsPerPoint = 96.0 / 72.0; // CSS: 96 pixels an inch on a display of scale 1
constexpr double kSharpest = -0.2;              // cosine of the turn: past right angles ends are square; assumed

// What to add at one end of a segment, for a half width of 1: to the left side, and to the right.
struct End {
    Vec2 left;
    Vec2 right;
};

Vec2 direction(Vec2 from, Vec2 to)
{
    const Vec2 along = to - from;
    return along * (1.0 / std::hypot(along.x, along.y));
}
Vec2 leftOf(Vec2 along)
{
    return {-along.y, along.x};
}

End square(Vec2 along, double forward)
{
    return {leftOf(along) + along * forward, leftOf(along) * -1.0 + along * forward};
}

// Between two directions; square, beyond the end by half the width, where they turn too sharply.
End joined(Vec2 along, Vec2 other, double forward)
{
    const double turn = dot(along, other);
    if (turn < kSharpest) return square(along, forward);
    const Vec2 mitre = (leftOf(along) + leftOf(other)) * (1.0 / (1.0 + turn));
    return {mitre, mitre * -1.0};
}

std::vector<Vec2> apart(const LineShape& line)
{
    std::vector<Vec2> points;
    for (const Vec2 point : line.points)
        if (points.empty() || points.back() != point) points.push_back(point);
    if (line.closed)
        while (points.size() > 1 && points.front() == points.back()) points.pop_back();
    return points;
}

void addQuad(Mesh& mesh, const std::array<SoftVertex, 4>& corners)
{
    const auto first = static_cast<std::uint32_t>(mesh.soft.size());
    mesh.soft.insert(mesh.soft.end(), corners.begin(), corners.end());
    for (const std::uint32_t i : {0U, 1U, 2U, 0U, 2U, 3U}) mesh.softIndices.push_back(first + i);
}

struct Pen {
    Vec2 origin;
    float pixels = 0.0F; // half width
    Colour colour;

    [[nodiscard]] SoftVertex vertex(Vec2 at, Vec2 out, float edge) const
    {
        return {static_cast<float>(at.x - origin.x),
                static_cast<float>(at.y - origin.y),
                static_cast<float>(out.x),
                static_cast<float>(out.y),
                edge,
                0.0F,
                pixels,
                0.0F,
                colour};
    }
};

}

void addStroke(Mesh& mesh, const LineShape& line)
{
    const std::vector<Vec2> points = apart(line);
    const Pen pen{mesh.origin, static_cast<float>(0.5 * kPixelsPerPoint * line.width), line.colour};
    const std::size_t n = points.size();
    if (n < 2) return;
    const bool closed = line.closed && n > 2;
    const std::size_t segments = closed ? n : n - 1;
    const auto at = [&](std::size_t i) { return points[i % n]; };
    const auto along = [&](std::size_t i) { return direction(at(i), at(i + 1)); };
    for (std::size_t i = 0; i < segments; ++i) {
        const Vec2 mine = along(i);
        const bool before = closed || i > 0;
        const bool after = closed || i + 1 < segments;
        const End from = before ? joined(mine, along((i + segments - 1) % segments), -1.0) : square(mine, -1.0);
        const End to = after ? joined(mine, along((i + 1) % segments), 1.0) : square(mine, 1.0);
        addQuad(mesh, {pen.vertex(at(i), from.left, 1.0F), pen.vertex(at(i), from.right, -1.0F),
                       pen.vertex(at(i + 1), to.right, -1.0F), pen.vertex(at(i + 1), to.left, 1.0F)});
    }
}

void addDisc(Mesh& mesh, const DiscShape& disc)
{
    std::array<SoftVertex, 4> corners;
    constexpr std::array<Vec2, 4> kCorners{{{-1.0, -1.0}, {1.0, -1.0}, {1.0, 1.0}, {-1.0, 1.0}}};
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const auto x = static_cast<float>(kCorners[i].x);
        const auto y = static_cast<float>(kCorners[i].y);
        corners[i] = {static_cast<float>(disc.centre.x - mesh.origin.x),
                      static_cast<float>(disc.centre.y - mesh.origin.y),
                      x,
                      y,
                      x,
                      y,
                      0.0F,
                      static_cast<float>(disc.radius),
                      disc.colour};
    }
    addQuad(mesh, corners);
}

}
