#include "sim/report/section.hpp"

#include "sim/geometry/polygon.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

constexpr Colour kFront{58, 62, 68};
constexpr Colour kBehind{165, 172, 182};
constexpr Colour kLanding{90, 98, 110};

Vec2 alongOf(const Stair& stair)
{
    switch (stair.direction) {
    case 0:
        return {1.0, 0.0};
    case 180:
        return {-1.0, 0.0};
    case 270:
        return {0.0, -1.0};
    default:
        return {0.0, 1.0};
    }
}

// How far a surface reaches along the stair's direction.
struct Reach {
    Vec2 low; // the corner that lies least far along
    Vec2 high;
};
Reach reachOf(const Surface& surface, Vec2 along)
{
    Reach reach{toMetres(surface.area.outer.front()), toMetres(surface.area.outer.front())};
    for (const Point corner : surface.area.outer) {
        const Vec2 p = toMetres(corner);
        if (dot(p, along) < dot(reach.low, along)) reach.low = p;
        if (dot(p, along) > dot(reach.high, along)) reach.high = p;
    }
    return reach;
}

// The steps of a flight, one by one.
std::vector<Vec2> stepsOf(const Surface& flight, Vec2 along, Vec2 origin)
{
    const Reach reach = reachOf(flight, along);
    const double from = dot(reach.low - origin, along);
    const double to = dot(reach.high - origin, along);
    const double low = heightAt(flight, reach.low);
    const double high = heightAt(flight, reach.high);
    const int count = std::max(1, static_cast<int>((to - from) / std::max(flight.tread, 0.1) + 0.5));
    std::vector<Vec2> line;
    for (int i = 0; i <= count; ++i) {
        const double share = static_cast<double>(i) / count;
        const double next = static_cast<double>(i + 1) / count;
        const double u = from + (to - from) * share;
        line.push_back({u, low + (high - low) * share});
        if (i < count)
            line.push_back(high > low ? Vec2{u, low + (high - low) * next}
                                      : Vec2{from + (to - from) * next, low + (high - low) * share});
    }
    return line;
}

bool across(const Surface& surface, Vec2 along)
{
    return std::abs(dot(surface.uphill, along)) < 0.5;
}

}

std::vector<SectionPart> sectionOf(const Walkable& walkable, const Stair& stair)
{
    std::vector<SectionPart> parts;
    const Vec2 along = alongOf(stair);
    const Vec2 origin = toMetres(stair.origin);
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Surface& surface = walkable.surfaces[s];
        if (!(surface.stair == stair.id) || surface.area.outer.empty()) continue;
        if (surface.kind == SurfaceKind::Flight && !across(surface, along)) {
            parts.push_back({s, stepsOf(surface, along, origin), true, dot(surface.uphill, along) < 0.0});
            continue;
        }
        const Reach reach = reachOf(surface, along);
        const double height = heightAt(surface, reach.low);
        parts.push_back(
            {s, {{dot(reach.low - origin, along), height}, {dot(reach.high - origin, along), height}}, false, false});
    }
    return parts;
}

std::vector<Shape> sectionShapes(const School& school, const Walkable& walkable, const Stair& stair)
{
    std::vector<Shape> shapes;
    for (const SectionPart& part : sectionOf(walkable, stair))
        shapes.emplace_back(part.stepped ? LineShape{part.line, false, 1.6, part.behind ? kBehind : kFront}
                                         : LineShape{part.line, false, 3.0, kLanding});
    for (const StoreyId& id : stair.storeys)
        if (const Storey* storey = findStorey(school, id)) {
            const double height = storey->elevation / 1000.0;
            shapes.emplace_back(
                TextShape{{-0.4, height + 0.1},
                          10.0,
                          Anchor::Right,
                          kFront,
                          fmt::format("{} {:+.2f} m", storey->name.empty() ? id.value : storey->name, height),
                          0.0});
        }
    return shapes;
}

std::optional<Vec2> inSection(const Walkable& walkable, const Stair& stair, SurfaceIndex surface, Vec2 at)
{
    if (surface >= walkable.surfaces.size() || !(walkable.surfaces[surface].stair == stair.id)) return std::nullopt;
    return Vec2{dot(at - toMetres(stair.origin), alongOf(stair)), heightAt(walkable.surfaces[surface], at)};
}

}
