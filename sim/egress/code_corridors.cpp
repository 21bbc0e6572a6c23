#include "sim/egress/code_rules.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr Clause kBothSides[] = {{Code::Gb50099, 2.40, "GB 50099-2011 8.2.3 (figure from memory, check)"},
                                 {Code::Gb50016, 1.10, "GB 50016-2014 5.5.18"},
                                 {Code::Gb55037, 1.10, "GB 55037-2022 7.1.4 (figure from memory, check)"}};
constexpr Clause kOneSide[] = {{Code::Gb50099, 1.80, "GB 50099-2011 8.2.3 (figure from memory, check)"},
                               {Code::Gb50016, 1.10, "GB 50016-2014 5.5.18"},
                               {Code::Gb55037, 1.10, "GB 55037-2022 7.1.4 (figure from memory, check)"}};
constexpr double kSlack = 0.02; // metres that drawing and measuring may be off; assumed

struct RoomDoor {
    Vec2 middle;
    Vec2 inward; // into the corridor
    bool classroom = false;
};

std::vector<RoomDoor> roomDoorsOf(const Site& site, SurfaceIndex corridor)
{
    std::vector<RoomDoor> doors;
    for (const PortalIndex index : site.network.surfaces[corridor].portals) {
        const Portal& portal = site.walkable.portals[index];
        const SurfaceIndex other = portal.a == corridor ? portal.b : portal.a;
        if (portal.door.none() || other == kNowhere) continue;
        const Space* room = findSpace(site.school, site.walkable.surfaces[other].space);
        if (room == nullptr || room->kind == SpaceKind::Corridor || room->kind == SpaceKind::Hall ||
            room->kind == SpaceKind::Landing || room->kind == SpaceKind::Outdoor)
            continue;
        const Vec2 along = toMetres(portal.line.b) - toMetres(portal.line.a);
        const Vec2 left = Vec2{-along.y, along.x} * (1.0 / std::max(length(along), 1e-9));
        doors.push_back({middleOf(site.walkable, index), portal.a == corridor ? left : left * -1.0,
                         room->kind == SpaceKind::Classroom});
    }
    return doors;
}

/// Do doors face each other over the corridor, within it and not over a court between two of its arms?
bool onBothSides(const std::vector<RoomDoor>& doors, double width)
{
    for (const RoomDoor& one : doors)
        for (const RoomDoor& other : doors)
            if (dot(one.inward, other.inward) < -0.5 && dot(other.middle - one.middle, one.inward) > 0.0 &&
                dot(other.middle - one.middle, one.inward) < 1.5 * width + 0.5)
                return true;
    return false;
}

}

void checkCorridors(const Site& site, std::vector<Finding>& findings)
{
    for (std::size_t i = 0; i < site.walkable.surfaces.size(); ++i) {
        const auto index = static_cast<SurfaceIndex>(i);
        const Surface& surface = site.walkable.surfaces[i];
        const Space* space = findSpace(site.school, surface.space);
        if (space == nullptr || space->kind != SpaceKind::Corridor) continue;
        const auto doors = roomDoorsOf(site, index);
        std::vector<Code> codes = site.codes; // 50099 speaks of corridors of teaching rooms
        if (std::ranges::none_of(doors, &RoomDoor::classroom)) std::erase(codes, Code::Gb50099);
        const double width = site.network.surfaces[i].width.get();
        const bool both = onBothSides(doors, width);
        const auto limit = both ? strictest(kBothSides, codes) : strictest(kOneSide, codes);
        if (doors.empty() || !limit || width >= limit->limit - kSlack) continue;
        const Message what = both ? Message{"check.corridor_both", {}} : Message{"check.corridor_one", {}};
        const Saying saying{
            Severity::Warning, "corridor.width", std::string(limit->source), what, {"check.corridor.mend", {}}};
        Finding finding = findingOf(saying, placeOf(site.walkable, index));
        finding.measured = metresText(width);
        finding.required = "≥ " + metresText(limit->limit);
        findings.push_back(std::move(finding));
    }
}

}
