// Areas as people walk on them, and portals no wider than what both sides reach.
#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"
#include "sim/walkable/making.hpp"
#include "sim/walkable/stretches.hpp"

#include <algorithm>

namespace stairwise {
namespace {

// Rings that no reader has checked are mended first.
std::vector<Polygon> solid(const std::vector<Ring>& rings)
{
    std::vector<Polygon> polygons;
    for (const Ring& ring : rings)
        for (Polygon& polygon : mend(ring).polygons) polygons.push_back(std::move(polygon));
    return polygons;
}

void clearObstacles(Making& making, SurfaceIndex index)
{
    Surface& surface = making.made.surfaces[index];
    const auto standing = solid(making.obstacles[index]);
    if (standing.empty()) return;
    const Where where{surface.element, surface.storey.value, making.drawn[index].outer.front()};
    const auto left = subtract({surface.area}, standing);
    const Polygon* most = largest(left);
    if (most == nullptr || !valid(*most)) {
        note(making, Severity::Error, where, {"walkable.space_covered", {}}, {"walkable.space_covered.mend", {}});
        return;
    }
    if (left.size() > 1) {
        Finding& finding = note(making, Severity::Warning, where, {"walkable.space_cut", {std::to_string(left.size())}},
                                {"walkable.space_cut.mend", {}});
        finding.measured = squareMetres(area(*most));
        finding.required = squareMetres(areaOf(left));
    }
    surface.area = *most;
}

std::vector<Stretch> reached(const Making& making, const Portal& portal)
{
    std::vector<Stretch> both{{0.0, lengthOf(portal.line)}};
    for (const SurfaceIndex side : {portal.a, portal.b})
        if (side != kNowhere) both = shared(both, along(portal.line, making.made.surfaces[side].area, kTouch + 1));
    return both;
}

std::string elementOf(const Making& making, const Portal& portal)
{
    if (!portal.door.none()) return portal.door.value;
    if (!portal.gate.none()) return portal.gate.value;
    return making.made.surfaces[portal.a].element;
}

// False: the portal is dropped.
bool cut(Making& making, Portal& portal)
{
    constexpr double kRounding = 4.0; // mm: the grid moves corners of a slanted wall by one at each end
    const double wanted = lengthOf(portal.line);
    const Stretch open = longest(reached(making, portal));
    if (open.size() >= wanted - kRounding && wanted >= kNarrowestPortal) return true;
    const Where where{elementOf(making, portal), making.made.surfaces[portal.a].storey.value, middleOf(portal.line)};
    const bool kept = open.size() >= kNarrowestPortal;
    Finding& finding = kept ? note(making, Severity::Warning, where, {"walkable.passage_narrowed", {}},
                                   {"walkable.passage_narrowed.mend", {}})
                       : wanted < kNarrowestPortal
                           ? note(making, Severity::Error, where, {"walkable.passage_too_narrow", {}},
                                  {"walkable.passage_too_narrow.mend", {}})
                           : note(making, Severity::Error, where, {"walkable.passage_blocked", {}},
                                  {"walkable.passage_blocked.mend", {}});
    finding.measured = millimetres(wanted < kNarrowestPortal ? wanted : open.size());
    finding.required = millimetres(wanted < kNarrowestPortal ? kNarrowestPortal : wanted);
    if (kept) portal.line = pieceOf(portal.line, open);
    return kept;
}

}

void finish(Making& making)
{
    for (SurfaceIndex i = 0; i < making.made.surfaces.size(); ++i) {
        making.made.surfaces[i].area = withThroats(making.drawn[i], making.throats[i]);
        clearObstacles(making, i);
    }
    std::vector<Portal> kept;
    for (Portal& portal : making.made.portals)
        if (cut(making, portal)) kept.push_back(portal);
    making.made.portals = std::move(kept);
}

}
