// Are these the floors of the same drawing, made by another geometry library?
#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"
#include "sim/walkable/making.hpp"
#include "sim/walkable/stretches.hpp"
#include "sim/walkable/surface_file.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

// Its own area and lines aside, which a geometry library has rounded.
bool sameThing(Surface own, const Surface& sent)
{
    own.area = sent.area;
    return hashOf({{own}, {}, {}, {}, {}}) == hashOf({{sent}, {}, {}, {}, {}});
}
bool sameThing(Portal own, const Portal& sent)
{
    own.line = sent.line;
    return hashOf({{}, {own}, {}, {}, {}}) == hashOf({{}, {sent}, {}, {}, {}});
}

bool within(const Polygon& polygon, const Polygon& other)
{
    return subtract({polygon}, offset(other, kTouch)).empty();
}

bool near(const Polygon& a, const Polygon& b)
{
    return a == b || (valid(a) && valid(b) && within(a, b) && within(b, a));
}

bool near(Point a, Point b)
{
    return std::abs(a.x - b.x) <= kTouch && std::abs(a.y - b.y) <= kTouch;
}

}

std::optional<std::string> otherFloor(const Walkable& own, const Walkable& sent)
{
    for (std::size_t i = 0; i < std::min(own.surfaces.size(), sent.surfaces.size()); ++i) {
        const Surface& surface = own.surfaces[i];
        if (!sameThing(surface, sent.surfaces[i]) || !near(surface.area, sent.surfaces[i].area)) return surface.element;
    }
    if (own.surfaces.size() != sent.surfaces.size()) return std::to_string(sent.surfaces.size());
    for (std::size_t i = 0; i < std::min(own.portals.size(), sent.portals.size()); ++i) {
        const Portal& portal = own.portals[i];
        const Segment line = sent.portals[i].line;
        if (!sameThing(portal, sent.portals[i]) || !near(portal.line.a, line.a) || !near(portal.line.b, line.b))
            return own.surfaces[portal.a].element;
    }
    if (own.portals.size() != sent.portals.size()) return std::to_string(sent.portals.size());
    // Assembly areas are as drawn: only on which surfaces they lie is asked of the library.
    if (hashOf({{}, {}, own.assemblies, {}, {}}) != hashOf({{}, {}, sent.assemblies, {}, {}})) return "assemblies";
    return std::nullopt;
}

}
