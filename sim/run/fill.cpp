#include "sim/run/fill.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"
#include "sim/walkable/stair_parts.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

bool wanted(const Fill& fill, SpaceKind kind)
{
    return fill.kinds.empty() || std::ranges::count(fill.kinds, kind) > 0;
}

// People of a stair zone stand on its floor landing: the stair's own, or the space that its flights start from or come
// down to.
SurfaceIndex standingPlace(const Walkable& walkable, const Stair& stair, const StoreyId& storey)
{
    for (const Portal& portal : walkable.portals) {
        if (portal.a == kNowhere || portal.b == kNowhere) continue;
        for (const auto& [flight, place] : {std::pair{portal.a, portal.b}, std::pair{portal.b, portal.a}}) {
            const Surface& part = walkable.surfaces[flight];
            const Surface& floor = walkable.surfaces[place];
            const bool stands = floor.kind == SurfaceKind::Space || floor.kind == SurfaceKind::FloorLanding;
            if (part.kind == SurfaceKind::Flight && part.stair == stair.id && stands && floor.storey == storey)
                return place;
        }
    }
    return kNowhere;
}

// A stair zone is the stair's footprint with the landing that adjoins it, on every storey that it serves.
double zoneArea(const Walkable& walkable, const School& school, const Stair& stair, SurfaceIndex place)
{
    std::vector<Polygon> parts = {{footprintOf(stair), {}}};
    const Space* space = findSpace(school, walkable.surfaces[place].space);
    if (space != nullptr && space->kind == SpaceKind::Landing) parts.push_back(space->polygon);
    double sum = 0.0;
    for (const Polygon& part : unite(parts)) sum += area(part);
    return sum;
}

struct Share {
    SurfaceIndex surface = kNowhere;
    double people = 0.0;
    std::size_t whole = 0;
};

void add(std::vector<Share>& shares, SurfaceIndex surface, double people)
{
    const auto known = std::ranges::find(shares, surface, &Share::surface);
    if (known == shares.end())
        shares.push_back({surface, people, 0});
    else
        known->people += people;
}

// Landings that a stair zone has counted already.
std::vector<SurfaceIndex> addStairs(std::vector<Share>& shares, const Walkable& walkable, const School& school,
                                    const Fill& fill)
{
    std::vector<SurfaceIndex> landings;
    if (!wanted(fill, SpaceKind::Landing)) return landings;
    for (const Building& building : school.buildings)
        for (const Stair& stair : building.stairs)
            for (const StoreyId& storey : stair.storeys) {
                const SurfaceIndex place = standingPlace(walkable, stair, storey);
                if (place == kNowhere) continue;
                add(shares, place, fill.density * zoneArea(walkable, school, stair, place));
                landings.push_back(place);
            }
    return landings;
}

std::vector<Share> sharesOf(const Walkable& walkable, const School& school, const Fill& fill)
{
    std::vector<Share> shares;
    const auto landings = addStairs(shares, walkable, school, fill);
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
        const Space* space = findSpace(school, walkable.surfaces[s].space);
        if (space == nullptr || walkable.surfaces[s].outdoor || !wanted(fill, space->kind)) continue;
        const bool counted = space->kind == SpaceKind::Landing && std::ranges::count(landings, s) > 0;
        if (!counted) add(shares, s, fill.density * area(space->polygon)); // as drawn: door throats belong to no room
    }
    std::ranges::sort(shares, {}, &Share::surface);
    return shares;
}

}

std::vector<std::pair<SurfaceIndex, std::size_t>> fillCounts(const Walkable& walkable, const School& school,
                                                             const Fill& fill)
{
    std::vector<Share> shares = sharesOf(walkable, school, fill);
    double total = 0.0;
    for (const Share& share : shares) total += share.people;
    auto left = static_cast<std::size_t>(std::floor(total + 0.5));
    for (Share& share : shares) {
        share.whole = static_cast<std::size_t>(std::floor(share.people));
        left -= std::min(left, share.whole);
    }
    std::vector<std::size_t> order(shares.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater{},
                             [&](std::size_t i) { return shares[i].people - static_cast<double>(shares[i].whole); });
    for (std::size_t i = 0; i < order.size() && left > 0; ++i, --left) ++shares[order[i]].whole;
    std::vector<std::pair<SurfaceIndex, std::size_t>> counts;
    for (const Share& share : shares)
        if (share.whole > 0) counts.emplace_back(share.surface, share.whole);
    return counts;
}

}
