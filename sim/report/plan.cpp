#include "sim/report/plan.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace stairwise {
namespace {

constexpr Colour kTreadInk{140, 146, 154};
constexpr Colour kBuilt{222, 225, 229}; // a building seen from the grounds
constexpr double kTreadsApart = 2.0;    // points, at least

Colour floorColour(const Plan& plan, const Surface& surface)
{
    if (surface.kind != SurfaceKind::Space) return {234, 237, 241};
    const Space* space = findSpace(plan.school, surface.space);
    switch (space == nullptr ? SpaceKind::Other : space->kind) {
    case SpaceKind::Classroom:
        return {251, 247, 236};
    case SpaceKind::DormitoryRoom:
        return {251, 244, 238};
    case SpaceKind::Auditorium:
        return {246, 241, 249};
    case SpaceKind::Canteen:
        return {250, 242, 235};
    case SpaceKind::Toilet:
        return {236, 245, 248};
    case SpaceKind::Office:
        return {244, 247, 238};
    case SpaceKind::Outdoor:
        return {246, 249, 243};
    case SpaceKind::Corridor:
    case SpaceKind::Hall:
        return {243, 245, 247};
    case SpaceKind::Landing:
        return {238, 241, 244};
    case SpaceKind::Other:
        return {247, 247, 247};
    }
    return {};
}

// Extent of a flight up the slope and across it.
struct Extent {
    double low = 0.0;
    double high = 0.0;
};
Extent extentOf(const Outlines& rings, Vec2 axis)
{
    Extent extent{1e12, -1e12};
    for (const Outline& ring : rings)
        for (const Vec2 point : ring)
            extent = {std::min(extent.low, dot(axis, point)), std::max(extent.high, dot(axis, point))};
    return extent;
}

void addFlight(std::vector<Shape>& shapes, const Surface& surface, double point)
{
    const Vec2 up = surface.uphill;
    const Vec2 side{-up.y, up.x};
    const Outlines rings = outlinesOf(surface.area);
    const Extent along = extentOf(rings, up);
    const Extent across = extentOf(rings, side);
    const double each = std::max(surface.tread, 0.1);
    const double apart = each * std::ceil(kTreadsApart * point / each);
    for (double at = along.low + apart; at < along.high - 0.3 * apart; at += apart)
        shapes.emplace_back(
            LineShape{{up * at + side * across.low, up * at + side * across.high}, false, 0.35, kTreadInk});
    const Vec2 middle = side * (0.5 * (across.low + across.high));
    const double run = along.high - along.low;
    addArrow(shapes, middle + up * (along.low + 0.15 * run), middle + up * (along.high - 0.15 * run), point);
}

const Storey* lowestOf(const Building& building)
{
    for (const auto& storey : building.storeys)
        if (storey->number == 1) return storey.get();
    return building.storeys.empty() ? nullptr : building.storeys.front().get();
}

void putSpaceNames(Labels& labels, const Plan& plan, const Surface& surface)
{
    const Space* space = findSpace(plan.school, surface.space);
    if (space == nullptr) return;
    const std::string name = space->name.empty() ? space->id.value : space->name;
    const auto home = std::ranges::find(plan.school.classes, surface.space, &SchoolClass::homeroom);
    std::vector<Lines> choices = {{name}};
    if (home != plan.school.classes.end() && home->name != name && !home->name.empty())
        choices = {{name, home->name}, {home->name}, {name}};
    choices.push_back({space->id.value});
    labels.putInside(outlinesOf(surface.area), choices);
}

void putBuildingNames(Labels& labels, const Plan& plan)
{
    for (const Building& building : plan.school.buildings) {
        Outlines all;
        const Storey* storey = lowestOf(building);
        for (const SurfaceIndex s : surfacesOn(plan.walkable, storey == nullptr ? StoreyId{} : storey->id))
            all.push_back(outlinesOf(plan.walkable.surfaces[s].area).front());
        if (storey == nullptr || all.empty()) continue;
        labels.putInside({outlineOf(hull(all))}, {{building.name.empty() ? building.id.value : building.name}});
    }
}

void putAssemblyNames(Labels& labels, const Plan& plan)
{
    for (const AssemblyArea& area : plan.school.grounds.assemblyAreas)
        labels.putInside(outlinesOf({area.polygon, {}}),
                         {{area.name.empty() ? say("report.assembly_area", plan.language) : area.name}});
}

// On a landing where there is room, else anywhere on the stair.
void putStairNames(Labels& labels, const Plan& plan)
{
    for (const Building& building : plan.school.buildings)
        for (const Stair& stair : building.stairs) {
            std::vector<const Surface*> parts;
            Outlines whole;
            for (const SurfaceIndex s : surfacesOn(plan.walkable, plan.storey)) {
                const Surface& surface = plan.walkable.surfaces[s];
                if (surface.stair != stair.id) continue;
                if (surface.kind != SurfaceKind::Flight) parts.push_back(&surface);
                whole.push_back(outlinesOf(surface.area).front());
            }
            if (whole.empty()) continue;
            // The half landing is less often the one where a crowded place is marked.
            std::stable_partition(parts.begin(), parts.end(),
                                  [](auto* part) { return part->kind == SurfaceKind::HalfLanding; });
            const std::vector<Lines> names = {{stair.name.empty() ? stair.id.value : stair.name}, {stair.id.value}};
            const auto put = [&](const Surface* part) { return labels.putInside(outlinesOf(part->area), names); };
            if (std::ranges::none_of(parts, put)) labels.putInside({outlineOf(hull(whole))}, names);
        }
}

}

std::vector<SurfaceIndex> surfacesOn(const Walkable& walkable, const StoreyId& storey)
{
    std::vector<SurfaceIndex> found;
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s)
        if (walkable.surfaces[s].storey == storey) found.push_back(s);
    return found;
}

std::optional<Area> hullOf(const Walkable& walkable, const StoreyId& storey)
{
    std::optional<Area> area;
    for (const SurfaceIndex s : surfacesOn(walkable, storey)) {
        const Area box = hull(outlinesOf(walkable.surfaces[s].area));
        area = area ? hull(*area, box) : box;
    }
    return area;
}

std::optional<Area> hullOf(const Walkable& walkable, const Building& building)
{
    std::optional<Area> area;
    for (const auto& storey : building.storeys)
        if (const auto box = hullOf(walkable, storey->id)) area = area ? hull(*area, *box) : *box;
    return area;
}

std::optional<Area> hullOfGrounds(const School& school, const Walkable& walkable)
{
    auto area = hullOf(walkable, StoreyId{});
    if (!area) return area;
    for (const Building& building : school.buildings)
        if (const auto box = hullOf(walkable, building)) area = hull(*area, *box);
    return area;
}

void addDrawing(std::vector<Shape>& shapes, const Plan& plan)
{
    addFloors(shapes, plan);
    addStairs(shapes, plan);
    addWalls(shapes, plan);
    addDoors(shapes, plan);
    addAssemblyAreas(shapes, plan);
}

void addFloors(std::vector<Shape>& shapes, const Plan& plan)
{
    if (plan.storey.none())
        for (const Building& building : plan.school.buildings)
            if (const Storey* storey = lowestOf(building); storey != nullptr)
                for (const SurfaceIndex s : surfacesOn(plan.walkable, storey->id))
                    shapes.emplace_back(FillShape{{outlinesOf(plan.walkable.surfaces[s].area).front()}, kBuilt});
    for (const SurfaceIndex s : surfacesOn(plan.walkable, plan.storey)) {
        const Surface& surface = plan.walkable.surfaces[s];
        shapes.emplace_back(FillShape{outlinesOf(surface.area), floorColour(plan, surface)});
    }
}

void addAssemblyAreas(std::vector<Shape>& shapes, const Plan& plan)
{
    if (!plan.storey.none()) return;
    for (const AssemblyArea& area : plan.school.grounds.assemblyAreas)
        shapes.emplace_back(LineShape{outlinesOf({area.polygon, {}}).front(), true, 1.2, kExitGreen});
}

void addStairs(std::vector<Shape>& shapes, const Plan& plan)
{
    for (const SurfaceIndex s : surfacesOn(plan.walkable, plan.storey))
        if (plan.walkable.surfaces[s].kind == SurfaceKind::Flight)
            addFlight(shapes, plan.walkable.surfaces[s], plan.point);
}

void addWalls(std::vector<Shape>& shapes, const Plan& plan)
{
    for (const SurfaceIndex s : surfacesOn(plan.walkable, plan.storey)) {
        const double width = plan.walkable.surfaces[s].kind == SurfaceKind::Space ? 0.9 : 0.6;
        for (const Segment& wall : wallsOf(plan.walkable, s))
            shapes.emplace_back(LineShape{{toMetres(wall.a), toMetres(wall.b)}, false, width, kWallInk});
    }
}

void addArrow(std::vector<Shape>& shapes, Vec2 from, Vec2 to, double point)
{
    const double whole = length(to - from);
    if (whole < 4.0 * point) return;
    const Vec2 along = (to - from) * (1.0 / whole);
    const Vec2 side{-along.y, along.x};
    const Vec2 neck = to - along * (3.5 * point);
    for (const auto& [width, colour] : {std::pair{2.6, Colour{255, 255, 255, 190}}, std::pair{0.8, kWallInk}}) {
        shapes.emplace_back(LineShape{{from, to}, false, width, colour});
        shapes.emplace_back(
            LineShape{{neck + side * (2.0 * point), to, neck - side * (2.0 * point)}, false, width, colour});
    }
}

void putNames(Labels& labels, const Plan& plan)
{
    putNamesOfWaysOut(labels, plan);
    if (plan.storey.none()) {
        putBuildingNames(labels, plan);
        putAssemblyNames(labels, plan);
    }
    for (const SurfaceIndex s : surfacesOn(plan.walkable, plan.storey))
        if (plan.walkable.surfaces[s].kind == SurfaceKind::Space)
            putSpaceNames(labels, plan, plan.walkable.surfaces[s]);
    putStairNames(labels, plan);
}

}
