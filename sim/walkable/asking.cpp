// What others ask of the walkable surfaces.
#include "sim/base/steady_math.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/walkable/making.hpp"
#include "sim/walkable/stretches.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kShortestWall = 2.0; // mm: what is left between a rounded portal and its throat's corner

const Storey* storeyOf(const School& school, const Stair& stair, int rise)
{
    const auto index = static_cast<std::size_t>(std::max(rise, 1) - 1);
    return index < stair.storeys.size() ? findStorey(school, stair.storeys[index]) : nullptr;
}

std::string numberOf(const Storey* storey)
{
    return storey == nullptr ? "?" : fmt::to_string(storey->number);
}

template <class Thing> std::string nameOrId(const Thing& thing)
{
    return thing.name.empty() ? thing.id.value : thing.name;
}

}

double heightAt(const Surface& surface, Vec2 point)
{
    if (surface.rising == 0.0) return surface.elevation;
    return surface.elevation + surface.rising * dot(surface.uphill, point - toMetres(surface.foot));
}

double planPerSlope(const Surface& surface)
{
    return 1.0 / steady::sqrt(1.0 + surface.rising * surface.rising);
}

std::vector<PortalIndex> portalsOf(const Walkable& walkable, SurfaceIndex surface)
{
    std::vector<PortalIndex> found;
    for (PortalIndex p = 0; p < walkable.portals.size(); ++p)
        if (walkable.portals[p].a == surface || walkable.portals[p].b == surface) found.push_back(p);
    return found;
}

std::vector<Segment> wallsOf(const Walkable& walkable, SurfaceIndex surface)
{
    const std::vector<PortalIndex> portals = portalsOf(walkable, surface);
    std::vector<Segment> walls;
    for (const Segment& edge : edgesOf(walkable.surfaces[surface].area)) {
        std::vector<Stretch> left{{0.0, lengthOf(edge)}};
        for (const PortalIndex p : portals) left = without(left, besides(edge, walkable.portals[p].line, kTouch + 1));
        for (const Stretch& stretch : left)
            if (stretch.size() >= std::min(kShortestWall, lengthOf(edge))) walls.push_back(pieceOf(edge, stretch));
    }
    return walls;
}

SurfaceIndex surfaceOf(const Walkable& walkable, const SpaceId& space)
{
    if (space.none()) return kNowhere;
    const auto found = std::ranges::find(walkable.surfaces, space, &Surface::space);
    return found == walkable.surfaces.end() ? kNowhere : static_cast<SurfaceIndex>(found - walkable.surfaces.begin());
}

Message nameOf(const School& school, const Walkable& walkable, SurfaceIndex surface)
{
    const Surface& on = walkable.surfaces[surface];
    if (const Space* space = findSpace(school, on.space)) return {"walkable.name.space", {nameOrId(*space)}};
    const Stair* stair = findStair(school, on.stair);
    if (stair == nullptr) return {"walkable.name.space", {on.element}};
    const std::string name = nameOrId(*stair);
    const std::string lower = numberOf(storeyOf(school, *stair, on.rise));
    if (on.kind == SurfaceKind::FloorLanding) return {"walkable.name.floor_landing", {name, lower}};
    const std::string upper = numberOf(storeyOf(school, *stair, on.rise + 1));
    const std::string number = fmt::to_string(on.flight);
    if (on.kind == SurfaceKind::Flight) return {"walkable.name.flight", {name, lower, upper, number}};
    const auto rise = static_cast<std::size_t>(on.rise) - 1;
    if (rise < stair->steps.size() && stair->steps[rise].size() > 2)
        return {"walkable.name.half_landing_of_several", {name, lower, upper, number}};
    return {"walkable.name.half_landing", {name, lower, upper}};
}

}
