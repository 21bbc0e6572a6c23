#include "sim/walkable/walkable.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"
#include "sim/walkable/making.hpp"

namespace stairwise {
namespace {

void add(Hasher& hasher, const Ring& ring)
{
    hasher.add(std::uint64_t{ring.size()});
    for (const Point p : ring) {
        hasher.add(p.x);
        hasher.add(p.y);
    }
}

void add(Hasher& hasher, const Polygon& polygon)
{
    add(hasher, polygon.outer);
    hasher.add(std::uint64_t{polygon.holes.size()});
    for (const Ring& hole : polygon.holes) add(hasher, hole);
}

void add(Hasher& hasher, const Surface& surface)
{
    hasher.add(static_cast<std::uint32_t>(surface.kind));
    for (const std::string* id : {&surface.element, &surface.space.value, &surface.stair.value, &surface.storey.value})
        hasher.add(std::string_view(*id));
    hasher.add(std::int32_t{surface.rise});
    hasher.add(std::int32_t{surface.flight});
    hasher.add(std::uint32_t{surface.outdoor});
    add(hasher, surface.area);
    for (const double value :
         {surface.elevation, surface.rising, surface.uphill.x, surface.uphill.y, surface.tread, surface.riser})
        hasher.add(value + 0.0); // −0 and 0 are one
    add(hasher, Ring{surface.foot});
}

void add(Hasher& hasher, const Portal& portal)
{
    hasher.add(portal.a);
    hasher.add(portal.b);
    add(hasher, Ring{portal.line.a, portal.line.b});
    hasher.add(std::string_view(portal.door.value));
    hasher.add(std::string_view(portal.gate.value));
    hasher.add(static_cast<std::uint32_t>(portal.state));
    hasher.add(std::uint32_t{portal.exit});
}

}

Digest hashOf(const Walkable& walkable)
{
    Hasher hasher;
    hasher.add(std::uint64_t{walkable.surfaces.size()});
    for (const Surface& surface : walkable.surfaces) add(hasher, surface);
    hasher.add(std::uint64_t{walkable.portals.size()});
    for (const Portal& portal : walkable.portals) add(hasher, portal);
    hasher.add(std::uint64_t{walkable.assemblies.size()});
    for (const Assembly& assembly : walkable.assemblies) {
        hasher.add(std::string_view(assembly.id.value));
        hasher.add(assembly.surface);
        add(hasher, assembly.polygon);
    }
    return hasher.digest();
}

void placeAssemblies(Making& making)
{
    constexpr double kRoomToStand = 0.5; // m²: assumed: less of an area on a surface is a drawing's rounding
    std::vector<SurfaceIndex> grounds;
    for (const Level& level : making.levels)
        for (const SurfaceIndex floor : level.floors)
            if (level.nearGround() && making.made.surfaces[floor].outdoor) grounds.push_back(floor);
    for (const AssemblyArea& area : making.school->grounds.assemblyAreas) {
        const std::size_t before = making.made.assemblies.size();
        const Polygon polygon{area.polygon, {}};
        const bool usable = valid(polygon);
        for (const SurfaceIndex ground : grounds) {
            if (!usable || !overlap(boxOf(area.polygon), making.boxes[ground])) continue;
            if (areaOf(intersect({polygon}, {making.made.surfaces[ground].area})) >= kRoomToStand)
                making.made.assemblies.push_back({area.id, ground, area.polygon});
        }
        if (making.made.assemblies.size() > before) continue;
        Where where{area.id.value, "", {}};
        if (!area.polygon.empty()) where.at = area.polygon.front();
        note(making, Severity::Error, where, {"walkable.assembly_nowhere", {}}, {"walkable.assembly_nowhere.mend", {}});
    }
}

Walkable walkableOf(const School& school)
{
    Making making = surfacesOf(school);
    findOverlaps(making);
    placeDoors(making);
    placeGates(making);
    joinStairs(making);
    finish(making);
    findUnmetStairs(making);
    placeAssemblies(making);
    making.made.hash = hashOf(making.made);
    return std::move(making.made);
}

}
