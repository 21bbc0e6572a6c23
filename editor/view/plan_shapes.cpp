#include "editor/view/plan_shapes.hpp"

#include "editor/model/kinds.hpp"
#include "editor/model/picking.hpp"
#include "editor/model/situations.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/report/plan.hpp"
#include "sim/walkable/stair_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace stairwise::editor {
namespace {

using Shapes = std::vector<Shape>;

constexpr Colour kFaint{150, 160, 175, 110};
constexpr Colour kObstacle{170, 150, 130};
constexpr Colour kGraph{86, 60, 140};
constexpr Colour kFirstWay{0, 133, 63};
constexpr Colour kSecondWay{213, 94, 0};
constexpr Colour kFire{190, 30, 40};
constexpr Colour kGrid{225, 228, 233};
constexpr Colour kGridTen{205, 210, 218};

std::vector<Vec2> metresOf(const Ring& ring)
{
    std::vector<Vec2> points;
    points.reserve(ring.size());
    for (const Point p : ring) points.push_back(toMetres(p));
    return points;
}

Plan planOf(const Derived& derived, const StoreyId& storey, double point)
{
    return {*derived.school, derived.walkable, storey, point, Language::Chinese};
}

bool showsGrounds(const School& school, const StoreyId& storey)
{
    const Storey* shown = storey.none() ? nullptr : findStorey(school, storey);
    return shown != nullptr && shown->elevation == 0;
}

// Pieces of a line with gaps between, so that it differs from a whole one in grey as well.
void addDashes(Shapes& shapes, const std::vector<Vec2>& points, double width, Colour colour)
{
    constexpr double kDash = 0.6; // metres; assumed: seen at every scale at which rooms are told apart
    double walked = 0.0;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const double whole = length(points[i + 1] - points[i]);
        if (std::fmod(walked, 2.0 * kDash) < kDash)
            shapes.emplace_back(LineShape{{points[i], points[i + 1]}, false, width, colour});
        walked += whole;
    }
}

void addSquare(Shapes& shapes, Vec2 at, double half, Colour colour)
{
    shapes.emplace_back(FillShape{
        {{at + Vec2{-half, -half}, at + Vec2{half, -half}, at + Vec2{half, half}, at + Vec2{-half, half}}}, colour});
}

void addSign(Shapes& shapes, const Equipment& equipment)
{
    const Vec2 at = toMetres(equipment.at);
    const bool green = equipment.kind == EquipmentKind::EmergencyLight || equipment.kind == EquipmentKind::ExitSign;
    addSquare(shapes, at, 0.25, green ? kExitGreen : kFire);
    const Colour white{255, 255, 255};
    switch (equipment.kind) {
    case EquipmentKind::Extinguisher:
        addSquare(shapes, at, 0.08, white);
        shapes.emplace_back(LineShape{{at + Vec2{0.0, 0.08}, at + Vec2{0.12, 0.16}}, false, 1.0, white});
        break;
    case EquipmentKind::Hydrant:
        shapes.emplace_back(DiscShape{at, 0.14, white});
        shapes.emplace_back(DiscShape{at, 0.07, kFire});
        break;
    case EquipmentKind::EmergencyLight:
        shapes.emplace_back(DiscShape{at + Vec2{-0.1, 0.0}, 0.09, white});
        shapes.emplace_back(DiscShape{at + Vec2{0.1, 0.0}, 0.09, white});
        break;
    case EquipmentKind::ExitSign:
        shapes.emplace_back(LineShape{{at + Vec2{-0.15, 0.0}, at + Vec2{0.15, 0.0}}, false, 1.2, white});
        shapes.emplace_back(
            LineShape{{at + Vec2{0.02, 0.12}, at + Vec2{0.15, 0.0}, at + Vec2{0.02, -0.12}}, false, 1.2, white});
        break;
    case EquipmentKind::Alarm:
        shapes.emplace_back(DiscShape{at, 0.1, white});
        break;
    }
}

void addNode(Shapes& shapes, const Derived& derived, SurfaceIndex surface, double point)
{
    const Vec2 middle = centroid(derived.walkable.surfaces[surface].area);
    for (const PortalIndex portal : derived.network.surfaces[surface].portals) {
        const Vec2 way = middleOf(derived.walkable, portal);
        shapes.emplace_back(LineShape{{middle, way}, false, 1.2, kGraph});
        shapes.emplace_back(DiscShape{way, 2.5 * point, derived.walkable.portals[portal].exit ? kExitGreen : kGraph});
    }
    shapes.emplace_back(DiscShape{middle, 5.0 * point, kGraph});
}

void addCross(Shapes& shapes, Vec2 at, double half)
{
    shapes.emplace_back(LineShape{{at + Vec2{-half, -half}, at + Vec2{half, half}}, false, 3.0, kLockedRed});
    shapes.emplace_back(LineShape{{at + Vec2{-half, half}, at + Vec2{half, -half}}, false, 3.0, kLockedRed});
}

void addGridLines(Shapes& shapes, Vec2 low, Vec2 high, double each, Colour colour)
{
    for (double x = std::floor(low.x / each) * each; x <= high.x; x += each)
        shapes.emplace_back(LineShape{{{x, low.y}, {x, high.y}}, false, 1.0, colour});
    for (double y = std::floor(low.y / each) * each; y <= high.y; y += each)
        shapes.emplace_back(LineShape{{{low.x, y}, {high.x, y}}, false, 1.0, colour});
}

NameTag tagOf(const Space& space, const School& school, Language language)
{
    const Box box = boxOf(space.polygon.outer);
    NameTag tag;
    tag.at = centroid(space.polygon);
    tag.room = (box.high.x - box.low.x) / 1000.0;
    tag.tall = (box.high.y - box.low.y) / 1000.0;
    tag.first = space.name.empty() ? say(kindWord(space.kind), language) : space.name;
    const auto home = std::ranges::find(school.classes, space.id, &SchoolClass::homeroom);
    if (home != school.classes.end()) tag.second = fmt::format("{} · {}", home->name, home->pupils);
    return tag;
}

NameTag tagOf(Segment at, const std::string& name)
{
    const Vec2 middle = (toMetres(at.a) + toMetres(at.b)) * 0.5;
    return {middle, 1e3, 1e3, name, {}, true};
}

}

std::vector<Shape> floorShapes(const Derived& derived, const StoreyId& storey, double point)
{
    Shapes shapes;
    if (showsGrounds(*derived.school, storey)) {
        addFloors(shapes, planOf(derived, {}, point));
        addAssemblyAreas(shapes, planOf(derived, {}, point));
    }
    const Plan plan = planOf(derived, storey, point);
    addFloors(shapes, plan);
    if (storey.none()) addAssemblyAreas(shapes, plan);
    addStairs(shapes, plan);
    return shapes;
}

std::vector<Shape> wallShapes(const Derived& derived, const StoreyId& storey, double point)
{
    Shapes shapes;
    if (showsGrounds(*derived.school, storey)) {
        addWalls(shapes, planOf(derived, {}, point));
        addDoors(shapes, planOf(derived, {}, point));
    }
    const Plan plan = planOf(derived, storey, point);
    addWalls(shapes, plan);
    addDoors(shapes, plan);
    return shapes;
}

std::vector<Shape> belowShapes(const School& school, const StoreyId& storey)
{
    Shapes shapes;
    const Building* building = buildingOf(school, storey);
    if (building == nullptr) return shapes;
    for (std::size_t i = 1; i < building->storeys.size(); ++i)
        if (building->storeys[i]->id == storey)
            for (const Space& space : building->storeys[i - 1]->spaces)
                shapes.emplace_back(LineShape{metresOf(space.polygon.outer), true, 1.0, kFaint});
    return shapes;
}

std::vector<Shape> obstacleShapes(const School& school, const StoreyId& storey)
{
    Shapes shapes;
    for (const Obstacle* obstacle : elementsOf(school, storey).obstacles) {
        shapes.emplace_back(FillShape{{metresOf(obstacle->polygon)}, kObstacle});
        shapes.emplace_back(LineShape{metresOf(obstacle->polygon), true, 1.0, kWallInk});
    }
    return shapes;
}

std::vector<Shape> equipmentShapes(const School& school, const StoreyId& storey)
{
    Shapes shapes;
    for (const Equipment* equipment : elementsOf(school, storey).equipment) addSign(shapes, *equipment);
    return shapes;
}

std::vector<Shape> graphShapes(const Derived& derived, const StoreyId& storey, double point)
{
    Shapes shapes;
    for (SurfaceIndex s = 0; s < derived.walkable.surfaces.size(); ++s)
        if (derived.walkable.surfaces[s].storey == storey) addNode(shapes, derived, s, point);
    return shapes;
}

std::vector<Shape> wayShapes(const TwoWays& ways, const StoreyId& storey)
{
    Shapes shapes;
    if (ways.second)
        for (const WayLeg& leg : ways.second->legs)
            if (leg.storey == storey) addDashes(shapes, leg.points, 4.0, kSecondWay);
    if (ways.first)
        for (const WayLeg& leg : ways.first->legs)
            if (leg.storey == storey) shapes.emplace_back(LineShape{leg.points, false, 4.0, kFirstWay});
    return shapes;
}

std::vector<Shape> shutShapes(const School& school, const Scenario& scenario, const StoreyId& storey, double point)
{
    Shapes shapes;
    const PlanElements all = elementsOf(school, storey);
    for (const Door* door : all.doors)
        if (shutFromStart(scenario, door->id.value))
            addCross(shapes, (toMetres(door->at.a) + toMetres(door->at.b)) * 0.5, 8.0 * point);
    for (const Stair* stair : all.stairs)
        if (shutFromStart(scenario, stair->id.value)) {
            const Box box = boxOf(footprintOf(*stair));
            addCross(shapes, (toMetres(box.low) + toMetres(box.high)) * 0.5, 14.0 * point);
        }
    return shapes;
}

std::vector<Shape> gridShapes(const Camera& camera)
{
    constexpr double kApart = 12.0; // pixels at least; assumed
    Shapes shapes;
    double each = 0.1;
    while (each * camera.pixelsPerMetre < kApart) each *= 10.0;
    const Vec2 low = toMetres(camera, {0.0, camera.size.y});
    const Vec2 high = toMetres(camera, {camera.size.x, 0.0});
    addGridLines(shapes, low, high, each, kGrid);
    addGridLines(shapes, low, high, each * 10.0, kGridTen);
    return shapes;
}

std::vector<NameTag> nameTags(const School& school, const StoreyId& storey, Language language)
{
    std::vector<NameTag> tags;
    const PlanElements all = elementsOf(school, storey);
    for (const Space* space : all.spaces)
        if (space->kind != SpaceKind::Outdoor || storey.none()) tags.push_back(tagOf(*space, school, language));
    for (const Door* door : all.doors)
        if (door->exit) tags.push_back(tagOf(door->at, door->name.empty() ? door->id.value : door->name));
    for (const Gate* gate : all.gates)
        tags.push_back(tagOf(gate->at, gate->name.empty() ? gate->id.value : gate->name));
    for (const Stair* stair : all.stairs) {
        const Ring footprint = footprintOf(*stair);
        if (footprint.empty()) continue;
        const Box box = boxOf(footprint);
        tags.push_back({(toMetres(box.low) + toMetres(box.high)) * 0.5,
                        (box.high.x - box.low.x) / 1000.0,
                        (box.high.y - box.low.y) / 1000.0,
                        stair->name.empty() ? stair->id.value : stair->name,
                        {}});
    }
    return tags;
}

Extent extentOf(const School& school, const StoreyId& storey)
{
    std::vector<Point> points;
    const PlanElements all = elementsOf(school, storey);
    const auto add = [&](const Ring& ring) { points.insert(points.end(), ring.begin(), ring.end()); };
    const bool rooms =
        std::ranges::any_of(all.spaces, [](const Space* space) { return space->kind != SpaceKind::Outdoor; });
    for (const Space* space : all.spaces)
        if (!rooms || space->kind != SpaceKind::Outdoor) add(space->polygon.outer);
    for (const Stair* stair : all.stairs) add(footprintOf(*stair));
    if (points.empty()) return {{-5.0, -5.0}, {45.0, 25.0}}; // an empty sheet for one wing of a school; assumed
    const Box box = boxOf(points);
    return {toMetres(box.low), toMetres(box.high)};
}

}
