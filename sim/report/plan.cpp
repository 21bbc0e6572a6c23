#include "sim/report/plan.hpp"

#include "sim/base/steady_math.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr Colour kTreadInk{140, 146, 154};
constexpr Colour kLeafInk{128, 134, 142};
constexpr Colour kBuilt{222, 225, 229}; // a building seen from the grounds
constexpr double kSingleLeaf = 1.25;    // metres; wider doors have two leaves (assumed)
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

struct Leaf {
    Vec2 hinge;
    Vec2 edge; // where it is shut
};

// A quarter of a circle from shut to open, and the leaf standing open.
void addLeaf(std::vector<Shape>& shapes, const Leaf& leaf, Vec2 side)
{
    constexpr int kPieces = 8;
    const Vec2 shut = leaf.edge - leaf.hinge;
    const Vec2 open = side * length(shut);
    LineShape arc{{leaf.hinge, leaf.hinge + open}, false, 0.4, kLeafInk};
    for (int i = kPieces - 1; i >= 0; --i) {
        const double angle = 0.5 * steady::kPi * i / kPieces;
        arc.points.push_back(leaf.hinge + shut * steady::cos(angle) + open * steady::sin(angle));
    }
    shapes.emplace_back(std::move(arc));
}

// `from` and `to`: the clear opening, in the sense of Door::at, so that the left is where In swings.
void addLeaves(std::vector<Shape>& shapes, const Door& door, Vec2 from, Vec2 to)
{
    const bool swings = door.swing == Swing::In || door.swing == Swing::Out || door.swing == Swing::Both;
    const double wide = length(to - from);
    if (door.kind == DoorKind::Opening || !swings || wide < 0.1) return;
    const Vec2 along = (to - from) * (1.0 / wide);
    const Vec2 left{-along.y, along.x};
    const Vec2 middle = (from + to) * 0.5;
    std::vector<Leaf> leaves = {{from, to}};
    if (wide > kSingleLeaf) leaves = {{from, middle}, {to, middle}};
    for (const Leaf& leaf : leaves) {
        if (door.swing != Swing::Out) addLeaf(shapes, leaf, left);
        if (door.swing != Swing::In) addLeaf(shapes, leaf, left * -1.0);
    }
}

struct Opening {
    Vec2 from;
    Vec2 to;
    Vec2 away; // unit vector, to the side of portal.b
    const Portal* portal = nullptr;
};

std::vector<Opening> openingsOn(const Plan& plan)
{
    std::vector<Opening> openings;
    const auto on = [&](SurfaceIndex s) { return s != kNowhere && plan.walkable.surfaces[s].storey == plan.storey; };
    for (const Portal& portal : plan.walkable.portals) {
        if ((portal.door.none() && portal.gate.none()) || (!on(portal.a) && !on(portal.b))) continue;
        const Vec2 from = toMetres(portal.line.a);
        const Vec2 to = toMetres(portal.line.b);
        const double wide = length(to - from);
        if (wide <= 0.0) continue;
        openings.push_back({from, to, Vec2{to.y - from.y, from.x - to.x} * (1.0 / wide), &portal});
    }
    return openings;
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
    labels.putInside(outlinesOf(surface.area), choices);
}

// On a landing where there is room, else on the flights: once a stair.
void putStairNames(Labels& labels, const Plan& plan)
{
    std::vector<StairId> named;
    for (const SurfaceKind kind : {SurfaceKind::HalfLanding, SurfaceKind::FloorLanding, SurfaceKind::Flight})
        for (const SurfaceIndex s : surfacesOn(plan.walkable, plan.storey)) {
            const Surface& surface = plan.walkable.surfaces[s];
            if (surface.kind != kind || std::ranges::count(named, surface.stair) > 0) continue;
            const Stair* stair = findStair(plan.school, surface.stair);
            if (stair == nullptr) continue;
            const std::string name = stair->name.empty() ? stair->id.value : stair->name;
            if (labels.putInside(outlinesOf(surface.area), {{name}})) named.push_back(surface.stair);
        }
}

std::string nameOfOpening(const Plan& plan, const Portal& portal)
{
    if (!portal.gate.none()) {
        const auto gate = std::ranges::find(plan.school.grounds.gates, portal.gate, &Gate::id);
        const bool named = gate != plan.school.grounds.gates.end() && !gate->name.empty();
        return named ? gate->name : say("report.gate", plan.language);
    }
    const Door* door = findDoor(plan.school, portal.door);
    const std::string exit = say("report.exit", plan.language);
    if (door == nullptr || door->name.empty()) return exit;
    return door->name.find(exit) == std::string::npos ? exit + " " + door->name : door->name;
}

}

std::vector<SurfaceIndex> surfacesOn(const Walkable& walkable, const StoreyId& storey)
{
    std::vector<SurfaceIndex> found;
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s)
        if (walkable.surfaces[s].storey == storey) found.push_back(s);
    return found;
}

void addFloors(std::vector<Shape>& shapes, const Plan& plan)
{
    if (plan.storey.none())
        for (const Building& building : plan.school.buildings)
            if (const Storey* storey = lowestOf(building); storey != nullptr)
                for (const SurfaceIndex s : surfacesOn(plan.walkable, storey->id))
                    shapes.emplace_back(FillShape{outlinesOf(plan.walkable.surfaces[s].area), kBuilt});
    for (const SurfaceIndex s : surfacesOn(plan.walkable, plan.storey)) {
        const Surface& surface = plan.walkable.surfaces[s];
        shapes.emplace_back(FillShape{outlinesOf(surface.area), floorColour(plan, surface)});
    }
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

void addDoors(std::vector<Shape>& shapes, const Plan& plan)
{
    for (const Opening& opening : openingsOn(plan)) {
        const Door* door = findDoor(plan.school, opening.portal->door);
        if (door != nullptr) {
            const Vec2 sense = toMetres(door->at.b) - toMetres(door->at.a);
            const bool same = dot(sense, opening.to - opening.from) >= 0.0;
            addLeaves(shapes, *door, same ? opening.from : opening.to, same ? opening.to : opening.from);
        }
        const bool out = opening.portal->exit || !opening.portal->gate.none();
        if (opening.portal->state == DoorState::Locked)
            shapes.emplace_back(LineShape{{opening.from, opening.to}, false, 2.4, kLockedRed});
        else if (out)
            shapes.emplace_back(LineShape{{opening.from, opening.to}, false, 2.4, kExitGreen});
        else if (opening.portal->state == DoorState::Closed)
            shapes.emplace_back(LineShape{{opening.from, opening.to}, false, 0.5, kLeafInk});
    }
}

void addArrow(std::vector<Shape>& shapes, Vec2 from, Vec2 to, double point)
{
    const double whole = length(to - from);
    if (whole < 4.0 * point) return;
    const Vec2 along = (to - from) * (1.0 / whole);
    const Vec2 side{-along.y, along.x};
    const Vec2 neck = to - along * (3.5 * point);
    shapes.emplace_back(LineShape{{from, to}, false, 0.8, kWallInk});
    shapes.emplace_back(
        LineShape{{neck + side * (2.0 * point), to, neck - side * (2.0 * point)}, false, 0.8, kWallInk});
}

void putNames(Labels& labels, const Plan& plan)
{
    const auto surfaces = surfacesOn(plan.walkable, plan.storey);
    for (const SurfaceIndex s : surfaces)
        if (!plan.storey.none()) labels.keepOff(outlinesOf(plan.walkable.surfaces[s].area));
    for (const Opening& opening : openingsOn(plan)) {
        if (opening.portal->state == DoorState::Locked) continue;
        if (!opening.portal->exit && opening.portal->gate.none()) continue;
        if (opening.portal->exit && plan.storey.none()) continue; // named on the building's own plan
        labels.putBeside((opening.from + opening.to) * 0.5, opening.away, nameOfOpening(plan, *opening.portal), 7.0,
                         kExitGreen);
    }
    for (const SurfaceIndex s : surfaces)
        if (plan.walkable.surfaces[s].kind == SurfaceKind::Space)
            putSpaceNames(labels, plan, plan.walkable.surfaces[s]);
    putStairNames(labels, plan);
}

}
