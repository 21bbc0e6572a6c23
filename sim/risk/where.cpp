#include "sim/risk/where.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kOneHalf = 0.7;
constexpr double kBefore = 3.0; // metres

double distanceTo(const Segment& line, Vec2 at)
{
    const Vec2 a = toMetres(line.a);
    const Vec2 along = toMetres(line.b) - a;
    const double square = dot(along, along);
    const double part = square > 0.0 ? std::clamp(dot(at - a, along) / square, 0.0, 1.0) : 0.0;
    return length(at - (a + along * part));
}

}

PointPart partOf(const Walkable& walkable, SurfaceIndex surface, const Spell& spell)
{
    if (walkable.surfaces[surface].kind != SurfaceKind::Flight) return PointPart::Whole;
    if (spell.lower >= kOneHalf * spell.personSeconds) return PointPart::LowerHalf;
    if (spell.lower <= (1.0 - kOneHalf) * spell.personSeconds) return PointPart::UpperHalf;
    return PointPart::Whole;
}

PortalIndex portalBefore(const Walkable& walkable, SurfaceIndex surface, const Spell& spell)
{
    if (walkable.surfaces[surface].kind != SurfaceKind::Space) return kNowhere;
    PortalIndex nearest = kNowhere;
    double least = kBefore;
    for (const PortalIndex p : portalsOf(walkable, surface)) {
        const Portal& portal = walkable.portals[p];
        const SurfaceIndex beyond = portal.a == surface ? portal.b : portal.a;
        const double distance = distanceTo(portal.line, spell.at);
        if (distance >= least || (beyond != kNowhere && !spell.wentTo.contains(beyond))) continue;
        least = distance;
        nearest = p;
    }
    return nearest;
}

}
