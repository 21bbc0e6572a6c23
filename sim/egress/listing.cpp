#include "sim/egress/dot.hpp"

#include "sim/egress/check.hpp"
#include "sim/egress/least_crowded.hpp"
#include "sim/egress/ways.hpp"
#include "sim/geometry/polygon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace stairwise {
namespace {

Message kindOf(const School& school, const Surface& surface)
{
    const Space* space = findSpace(school, surface.space);
    switch (space == nullptr ? SpaceKind::Landing : space->kind) {
    case SpaceKind::Classroom:
        return {"egress.kind_classroom", {}};
    case SpaceKind::Corridor:
        return {"egress.kind_corridor", {}};
    case SpaceKind::Hall:
        return {"egress.kind_hall", {}};
    case SpaceKind::Auditorium:
        return {"egress.kind_auditorium", {}};
    case SpaceKind::DormitoryRoom:
        return {"egress.kind_dormitory", {}};
    case SpaceKind::Canteen:
        return {"egress.kind_canteen", {}};
    case SpaceKind::Toilet:
        return {"egress.kind_toilet", {}};
    case SpaceKind::Office:
        return {"egress.kind_office", {}};
    case SpaceKind::Landing:
        return {"egress.kind_landing", {}};
    case SpaceKind::Outdoor:
        return {"egress.kind_outdoor", {}};
    case SpaceKind::Other:
        break;
    }
    return {"egress.kind_other", {}};
}

/// Plan metres along the climb, and across it.
struct Extent {
    double along = 0.0;
    double across = 0.0;
};
Extent extentOf(const Surface& flight)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Point corner : flight.area.outer) {
        low = std::min(low, dot(toMetres(corner), flight.uphill));
        high = std::max(high, dot(toMetres(corner), flight.uphill));
    }
    return {high - low, high > low ? area(flight.area) / (high - low) : 0.0};
}

std::string number(double value)
{
    return fmt::format("{:.2f}", value);
}

/// What the listing is made of.
struct Sheet {
    const School& school;
    const Walkable& walkable;
    const Network& network;
    Language language;
    std::string text;

    void heading(const Message& message) { text += (text.empty() ? "" : "\n") + say(message, language) + "\n"; }
    void row(const Message& message) { text += "  " + say(message, language) + "\n"; }
    [[nodiscard]] std::string element(SurfaceIndex surface) const
    {
        if (surface == kNowhere) return say("egress.outside", language);
        return walkable.surfaces[surface].element;
    }
};

void listSpaces(Sheet& sheet)
{
    sheet.heading({"egress.spaces", {}});
    for (const Surface& surface : sheet.walkable.surfaces) {
        if (surface.kind == SurfaceKind::Flight) continue;
        const Space* space = findSpace(sheet.school, surface.space);
        const std::string name = space == nullptr || space->name.empty() ? "" : " " + space->name;
        const std::string kind = say(kindOf(sheet.school, surface), sheet.language);
        sheet.row({"egress.space", {surface.element + name, surface.storey.value, kind, number(area(surface.area))}});
    }
}

void listDoors(Sheet& sheet)
{
    sheet.heading({"egress.doors", {number(kSfpeDoorFlow)}});
    for (std::size_t p = 0; p < sheet.walkable.portals.size(); ++p) {
        const Portal& portal = sheet.walkable.portals[p];
        if (portal.door.none() && portal.gate.none()) continue;
        const PassageIndex passage = passageOf(static_cast<PortalIndex>(p), false);
        const Message state = portal.state == DoorState::Locked ? Message{"egress.locked", {}}
                              : portal.exit                     ? Message{"egress.exit", {}}
                                                                : Message{"egress.open", {}};
        sheet.row({"egress.door",
                   {portal.door.none() ? portal.gate.value : portal.door.value, sheet.element(portal.a),
                    sheet.element(portal.b), number(sheet.network.passages[passage].width),
                    number(sfpeCapacity(sheet.walkable, sheet.network, passage)), say(state, sheet.language)}});
    }
}

void listFlights(Sheet& sheet)
{
    sheet.heading({"egress.flights", {number(kSfpeStairFlow)}});
    for (std::size_t i = 0; i < sheet.walkable.surfaces.size(); ++i) {
        const Surface& surface = sheet.walkable.surfaces[i];
        if (surface.kind != SurfaceKind::Flight) continue;
        const Extent extent = extentOf(surface);
        const std::string name =
            say(nameOf(sheet.school, sheet.walkable, static_cast<SurfaceIndex>(i)), sheet.language);
        sheet.row(
            {"egress.flight",
             {surface.element, name, number(extent.along / planPerSlope(surface)),
              number(extent.along * surface.rising), number(extent.across), number(extent.across * kSfpeStairFlow)}});
    }
}

/// Doors, flights and exits in the order they are passed.
std::string chainOf(const Sheet& sheet, const std::vector<PassageIndex>& passages)
{
    std::string chain;
    for (const PassageIndex passage : passages) {
        const Portal& portal = sheet.walkable.portals[portalOf(passage)];
        const SurfaceIndex to = sheet.network.passages[passage].to;
        std::string name = portal.door.none() ? portal.gate.value : portal.door.value;
        if (name.empty() && to != kNowhere) name = sheet.walkable.surfaces[to].element;
        chain += (chain.empty() ? "" : " → ") + name;
    }
    return chain;
}

void listRoutes(Sheet& sheet)
{
    if (sheet.school.classes.empty()) return;
    sheet.heading({"egress.routes", {}});
    const Goal goal{};
    const auto toGo = secondsToGo(sheet.walkable, sheet.network, {}, goal, {});
    for (const SchoolClass& each : sheet.school.classes) {
        const SurfaceIndex home = each.homeroom.none() ? kNowhere : surfaceOf(sheet.walkable, each.homeroom);
        const Found found = follow(sheet.walkable, sheet.network, home, goal, toGo);
        if (found.passages.empty())
            sheet.row({"egress.no_route", {each.name, each.homeroom.value}});
        else
            sheet.row({"egress.route",
                       {each.name, std::to_string(each.pupils), each.homeroom.value, chainOf(sheet, found.passages),
                        fmt::format("{:.0f}", found.seconds)}});
    }
}

void listWithoutSecondWay(Sheet& sheet)
{
    const auto without = withoutSecondWay(sheet.school, sheet.walkable, sheet.network);
    if (sheet.school.classes.empty()) return;
    sheet.heading(without.empty() ? Message{"egress.all_second_way", {}} : Message{"egress.no_second_way", {}});
    for (const ClassId& id : without) {
        const SchoolClass* each = findClass(sheet.school, id);
        if (each != nullptr) sheet.row({"egress.class", {each->name, each->homeroom.value}});
    }
}

}

std::string listing(const School& school, const Walkable& walkable, const Network& network, Language language)
{
    Sheet sheet{school, walkable, network, language, {}};
    listSpaces(sheet);
    listDoors(sheet);
    listFlights(sheet);
    listRoutes(sheet);
    listWithoutSecondWay(sheet);
    return sheet.text;
}

}
