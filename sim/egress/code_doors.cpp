#include "sim/egress/code_rules.hpp"

#include "sim/geometry/polygon.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kClassroomDoor = 0.90; // metres: GB 50099-2011 8.8.1
constexpr double kOnlyDoor = 1.50;      // metres: the one door that may do alone, at a dead end: the same
constexpr double kOnlyDoorReach = 15.0; // metres from any place in the room to that door: the same
constexpr std::string_view k881 = "GB 50099-2011 8.8.1 (figure from memory, check)";

constexpr Clause kClassroom[] = {{Code::Gb50099, kClassroomDoor, k881},
                                 {Code::Gb50016, 0.90, "GB 50016-2014 5.5.18"},
                                 {Code::Gb55037, 0.80, "GB 55037-2022 7.1.4 (figure from memory, check)"}};
constexpr Clause kRoom[] = {{Code::Gb50016, 0.90, "GB 50016-2014 5.5.18"},
                            {Code::Gb55037, 0.80, "GB 55037-2022 7.1.4 (figure from memory, check)"}};
constexpr Clause kExit[] = {{Code::Gb50099, 1.40, "GB 50099-2011 8.5.3 (figure from memory, check)"},
                            {Code::Gb50016, 0.90, "GB 50016-2014 5.5.18"},
                            {Code::Gb55037, 0.80, "GB 55037-2022 7.1.4 (figure from memory, check)"}};

bool ofClassroom(const Site& site, const Portal& portal)
{
    for (const SurfaceIndex side : {portal.a, portal.b}) {
        if (side == kNowhere) continue;
        const Space* space = findSpace(site.school, site.walkable.surfaces[side].space);
        if (space != nullptr && space->kind == SpaceKind::Classroom) return true;
    }
    return false;
}

void tooNarrow(const Site& site, const Door& door, const Saying& saying, const Clause& limit,
               std::vector<Finding>& findings)
{
    Finding finding = findingOf(saying, placeOf(site.school, door));
    finding.measured = metresText(door.clearWidth / 1000.0);
    finding.required = "≥ " + metresText(limit.limit);
    findings.push_back(std::move(finding));
}

/// Metres, straight.
double farthestCorner(const Ring& ring, Vec2 from)
{
    double farthest = 0.0;
    for (const Point corner : ring) farthest = std::max(farthest, length(toMetres(corner) - from));
    return farthest;
}

}

void checkDoors(const Site& site, std::vector<Finding>& findings)
{
    for (const Portal& portal : site.walkable.portals) {
        const Door* door = portal.door.none() ? nullptr : findDoor(site.school, portal.door);
        if (door == nullptr) continue;
        const auto limit = portal.exit                 ? strictest(kExit, site.codes)
                           : ofClassroom(site, portal) ? strictest(kClassroom, site.codes)
                                                       : strictest(kRoom, site.codes);
        if (!limit || door->clearWidth >= limit->limit * 1000.0 - 1e-6) continue;
        const Saying exit{Severity::Warning,
                          "exit.width",
                          std::string(limit->source),
                          {"check.exit_width", {}},
                          {"check.door_width.mend", {}}};
        const Saying inner{Severity::Warning,
                           "door.width",
                           std::string(limit->source),
                           {"check.door_width", {}},
                           {"check.door_width.mend", {}}};
        tooNarrow(site, *door, portal.exit ? exit : inner, *limit, findings);
    }
}

void checkClassroomDoors(const Site& site, std::vector<Finding>& findings)
{
    if (!site.holds(Code::Gb50099)) return;
    for (std::size_t i = 0; i < site.walkable.surfaces.size(); ++i) {
        const Surface& surface = site.walkable.surfaces[i];
        const Space* space = findSpace(site.school, surface.space);
        if (space == nullptr || space->kind != SpaceKind::Classroom) continue;
        std::vector<PortalIndex> doors;
        for (const PortalIndex portal : site.network.surfaces[i].portals)
            if (!site.walkable.portals[portal].door.none()) doors.push_back(portal);
        if (doors.size() != 1) continue; // none: no way out, which is found elsewhere; two or more: checkDoors
        const Door* door = findDoor(site.school, site.walkable.portals[doors.front()].door);
        if (door == nullptr) continue;
        const bool near = farthestCorner(surface.area.outer, middleOf(site.walkable, doors.front())) <= kOnlyDoorReach;
        if (door->clearWidth >= kOnlyDoor * 1000.0 && near) continue;
        const Saying saying{Severity::Warning,
                            "classroom.doors",
                            std::string(k881),
                            {"check.classroom_doors", {}},
                            {"check.classroom_doors.mend", {}}};
        Finding finding = findingOf(saying, placeOf(site.walkable, static_cast<SurfaceIndex>(i)));
        finding.measured = "1 × " + metresText(door->clearWidth / 1000.0);
        finding.required =
            fmt::format("≥ 2 × {:.2f} m (1 × {:.2f} m, ≤ {:.0f} m)", kClassroomDoor, kOnlyDoor, kOnlyDoorReach);
        findings.push_back(std::move(finding));
    }
}

}
