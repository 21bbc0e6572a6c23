#include "sim/walkable/stretches.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kJoint = 2.0; // mm: pieces nearer to each other than this are one; the grid rounds twice

}

Vec2 inMillimetres(Point p)
{
    return {static_cast<double>(p.x), static_cast<double>(p.y)};
}

Point rounded(Vec2 p)
{
    return {static_cast<std::int32_t>(std::lround(p.x)), static_cast<std::int32_t>(std::lround(p.y))};
}

double lengthOf(Segment line)
{
    return length(inMillimetres(line.b) - inMillimetres(line.a));
}

Stretch besides(Segment line, Segment other, double tolerance)
{
    const double size = lengthOf(line);
    if (size == 0.0 || other.a == other.b) return {};
    const Vec2 unit = (inMillimetres(line.b) - inMillimetres(line.a)) * (1.0 / size);
    Vec2 p = inMillimetres(other.a) - inMillimetres(line.a);
    Vec2 q = inMillimetres(other.b) - inMillimetres(line.a);
    if (dot(unit, p) > dot(unit, q)) std::swap(p, q);
    const double from = dot(unit, p);
    const double to = dot(unit, q);
    const Stretch both{std::max(from, 0.0), std::min(to, size)};
    if (both.size() <= 0.0) return {};
    const auto off = [&](double t) {
        const double share = (t - from) / (to - from);
        return std::abs(cross(unit, p) * (1.0 - share) + cross(unit, q) * share);
    };
    return std::max(off(both.from), off(both.to)) <= tolerance ? both : Stretch{};
}

Stretch stretchOf(Segment line, Segment piece)
{
    const double size = lengthOf(line);
    if (size == 0.0) return {};
    const Vec2 unit = (inMillimetres(line.b) - inMillimetres(line.a)) * (1.0 / size);
    const double from = dot(unit, inMillimetres(piece.a) - inMillimetres(line.a));
    const double to = dot(unit, inMillimetres(piece.b) - inMillimetres(line.a));
    return {std::clamp(std::min(from, to), 0.0, size), std::clamp(std::max(from, to), 0.0, size)};
}

std::vector<Stretch> along(Segment line, const Polygon& polygon, std::int32_t tolerance)
{
    std::vector<Stretch> pieces;
    for (const Segment& piece : sharedWith(line, polygon, tolerance)) pieces.push_back(stretchOf(line, piece));
    std::ranges::sort(pieces, {}, &Stretch::from);
    std::vector<Stretch> joined;
    for (const Stretch& piece : pieces)
        if (!joined.empty() && piece.from <= joined.back().to + kJoint)
            joined.back().to = std::max(joined.back().to, piece.to);
        else
            joined.push_back(piece);
    return joined;
}

std::vector<Stretch> without(const std::vector<Stretch>& stretches, Stretch gone)
{
    if (gone.size() <= 0.0) return stretches;
    std::vector<Stretch> left;
    for (const Stretch& s : stretches) {
        if (const Stretch before{s.from, std::min(s.to, gone.from)}; before.size() > 0.0) left.push_back(before);
        if (const Stretch after{std::max(s.from, gone.to), s.to}; after.size() > 0.0) left.push_back(after);
    }
    return left;
}

std::vector<Stretch> shared(const std::vector<Stretch>& a, const std::vector<Stretch>& b)
{
    std::vector<Stretch> both;
    for (const Stretch& p : a)
        for (const Stretch& q : b)
            if (const Stretch s{std::max(p.from, q.from), std::min(p.to, q.to)}; s.size() > 0.0) both.push_back(s);
    return both;
}

Stretch longest(const std::vector<Stretch>& stretches)
{
    Stretch best;
    for (const Stretch& s : stretches)
        if (s.size() > best.size()) best = s;
    return best;
}

Segment pieceOf(Segment line, Stretch stretch)
{
    const double size = lengthOf(line);
    const Vec2 a = inMillimetres(line.a);
    const Vec2 way = inMillimetres(line.b) - a;
    const auto at = [&](double t) { return rounded(a + way * (t / size)); };
    return {stretch.from <= 1.0 ? line.a : at(stretch.from), stretch.to >= size - 1.0 ? line.b : at(stretch.to)};
}

}
