#include "sim/run/fill.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

bool wanted(const Fill& fill, SpaceKind kind)
{
    return fill.kinds.empty() || std::ranges::count(fill.kinds, kind) > 0;
}

// Stairs count as landings.
bool takesPart(const Surface& surface, const School& school, const Fill& fill)
{
    if (surface.outdoor) return false;
    if (surface.kind != SurfaceKind::Space) return wanted(fill, SpaceKind::Landing);
    const Space* space = findSpace(school, surface.space);
    return space != nullptr && space->kind != SpaceKind::Outdoor && wanted(fill, space->kind);
}

// As drawn: door throats belong to no room.
double floorArea(const Surface& surface, const School& school)
{
    const Space* space = findSpace(school, surface.space);
    return area(space != nullptr ? space->polygon : surface.area);
}

// Across the foot of the first flight, from landing to landing down to one that people stand on.
SurfaceIndex standingPlace(const Walkable& walkable, SurfaceIndex from)
{
    const Surface& part = walkable.surfaces[from];
    if (part.kind == SurfaceKind::Space || part.kind == SurfaceKind::FloorLanding) return from;
    SurfaceIndex lowest = kNowhere;
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Surface& other = walkable.surfaces[s];
        if (other.stair == part.stair && other.rise == part.rise && other.kind == SurfaceKind::Flight &&
            other.flight == 1)
            lowest = s;
    }
    if (lowest == kNowhere) return from;
    for (const PortalIndex p : portalsOf(walkable, lowest)) {
        const Portal& portal = walkable.portals[p];
        const SurfaceIndex there = portal.a == lowest ? portal.b : portal.a;
        if (there == kNowhere) continue;
        const SurfaceKind kind = walkable.surfaces[there].kind;
        if (kind == SurfaceKind::Space || kind == SurfaceKind::FloorLanding) return there;
    }
    return from;
}

}

std::vector<std::pair<SurfaceIndex, std::size_t>> fillCounts(const Walkable& walkable, const School& school,
                                                             const Fill& fill)
{
    struct Share {
        SurfaceIndex surface;
        double people;
        std::size_t whole;
    };
    std::vector<Share> shares;
    double total = 0.0;
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        if (!takesPart(walkable.surfaces[s], school, fill)) continue;
        const double people = fill.density * floorArea(walkable.surfaces[s], school);
        total += people;
        const SurfaceIndex place = standingPlace(walkable, s);
        const auto known = std::ranges::find(shares, place, &Share::surface);
        if (known != shares.end())
            known->people += people;
        else
            shares.push_back({place, people, 0});
    }
    auto left = static_cast<std::size_t>(std::floor(total + 0.5));
    for (Share& share : shares) {
        share.whole = static_cast<std::size_t>(std::floor(share.people));
        left -= std::min(left, share.whole);
    }
    std::vector<std::size_t> order(shares.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) {
        return shares[i].people - static_cast<double>(shares[i].whole);
    });
    for (std::size_t i = 0; i < order.size() && left > 0; ++i, --left) ++shares[order[i]].whole;
    std::vector<std::pair<SurfaceIndex, std::size_t>> counts;
    for (const Share& share : shares)
        if (share.whole > 0) counts.emplace_back(share.surface, share.whole);
    return counts;
}

}
