#include "sim/report/clip.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

// Points with normal · p ≤ limit are kept.
Outline keptOf(const Outline& ring, Vec2 normal, double limit)
{
    Outline kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 from = ring[i];
        const Vec2 to = ring[(i + 1) % ring.size()];
        const double a = dot(normal, from) - limit;
        const double b = dot(normal, to) - limit;
        if (a <= 0.0) kept.push_back(from);
        if ((a < 0.0 && b > 0.0) || (a > 0.0 && b < 0.0)) kept.push_back(from + (to - from) * (a / (a - b)));
    }
    return kept;
}

double signedArea(const Outline& ring)
{
    double twice = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) twice += cross(ring[i], ring[(i + 1) % ring.size()]);
    return 0.5 * twice;
}

}

bool overlap(const Area& a, const Area& b)
{
    return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

Area grown(const Area& area, double by)
{
    return {area.low - Vec2{by, by}, area.high + Vec2{by, by}};
}

Area hull(const Area& a, const Area& b)
{
    return {{std::min(a.low.x, b.low.x), std::min(a.low.y, b.low.y)},
            {std::max(a.high.x, b.high.x), std::max(a.high.y, b.high.y)}};
}

Area hull(const Outlines& rings)
{
    Area area{{1e12, 1e12}, {-1e12, -1e12}};
    for (const Outline& ring : rings)
        for (const Vec2 point : ring) area = hull(area, {point, point});
    return area;
}

Outlines outlinesOf(const Polygon& polygon)
{
    Outlines rings;
    const auto add = [&](const Ring& ring) {
        rings.emplace_back();
        for (const Point point : ring) rings.back().push_back(toMetres(point));
    };
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
    return rings;
}

Outline outlineOf(const Area& area)
{
    return {area.low, {area.high.x, area.low.y}, area.high, {area.low.x, area.high.y}};
}

double areaOf(const Outlines& rings)
{
    double sum = 0.0;
    for (const Outline& ring : rings) sum += signedArea(ring);
    return sum;
}

Outlines clipped(const Outlines& rings, const Area& to)
{
    Outlines parts;
    for (const Outline& ring : rings) {
        Outline part = keptOf(ring, {1.0, 0.0}, to.high.x);
        part = keptOf(part, {-1.0, 0.0}, -to.low.x);
        part = keptOf(part, {0.0, 1.0}, to.high.y);
        part = keptOf(part, {0.0, -1.0}, -to.low.y);
        if (part.size() >= 3 && std::fabs(signedArea(part)) > 1e-9) parts.push_back(std::move(part));
    }
    return parts;
}

}
