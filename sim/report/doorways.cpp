#include "sim/report/doorways.hpp"

#include "sim/base/steady_math.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr Colour kLeafInk{128, 134, 142};
constexpr double kSingleLeaf = 1.25; // metres; wider doors have two leaves (assumed)

// A quarter of a circle from shut to open, and the leaf standing open.
void addLeaf(std::vector<Shape>& shapes, const Leaf& leaf)
{
    constexpr int kPieces = 8;
    LineShape arc{{leaf.hinge, leaf.hinge + leaf.open}, false, 0.4, kLeafInk};
    for (int i = kPieces - 1; i >= 0; --i) {
        const double angle = 0.5 * steady::kPi * i / kPieces;
        arc.points.push_back(leaf.hinge + leaf.shut * steady::cos(angle) + leaf.open * steady::sin(angle));
    }
    shapes.emplace_back(std::move(arc));
}

std::vector<Lines> namesOf(const Plan& plan, const Doorway& doorway)
{
    if (doorway.door == nullptr) {
        const auto gate = std::ranges::find(plan.school.grounds.gates, doorway.portal->gate, &Gate::id);
        const bool named = gate != plan.school.grounds.gates.end() && !gate->name.empty();
        return {{named ? gate->name : say("report.gate", plan.language)}};
    }
    const std::string& name = doorway.door->name;
    const std::string exit = say("report.exit", plan.language);
    if (name.empty()) return {{exit}};
    if (name.find(exit) != std::string::npos) return {{name}};
    return {{exit + " " + name}, {exit, name}, {name}, {exit}};
}

}

std::vector<Doorway> doorwaysOn(const Plan& plan)
{
    std::vector<Doorway> openings;
    const auto on = [&](SurfaceIndex s) { return s != kNowhere && plan.walkable.surfaces[s].storey == plan.storey; };
    for (const Portal& portal : plan.walkable.portals) {
        if ((portal.door.none() && portal.gate.none()) || (!on(portal.a) && !on(portal.b))) continue;
        const Vec2 from = toMetres(portal.line.a);
        const Vec2 to = toMetres(portal.line.b);
        const double wide = length(to - from);
        if (wide <= 0.0) continue;
        openings.push_back(
            {from, to, Vec2{to.y - from.y, from.x - to.x} * (1.0 / wide), &portal, findDoor(plan.school, portal.door)});
    }
    return openings;
}

std::vector<Leaf> leavesOf(const Doorway& doorway)
{
    const Door* door = doorway.door;
    if (door == nullptr || door->kind == DoorKind::Opening) return {};
    if (door->swing == Swing::None || door->swing == Swing::Sliding) return {};
    const Vec2 shut = doorway.to - doorway.from;
    // In swings to the left of Door::at.
    const bool same = dot(shut, toMetres(door->at.b) - toMetres(door->at.a)) >= 0.0;
    const Vec2 in = doorway.away * (same ? -1.0 : 1.0);
    const double share = length(shut) <= kSingleLeaf ? 1.0 : 0.5;
    std::vector<Leaf> leaves;
    const auto add = [&](Vec2 side) {
        const Vec2 open = side * (length(shut) * share);
        leaves.push_back({doorway.from, shut * share, open});
        if (share < 1.0) leaves.push_back({doorway.to, shut * -share, open});
    };
    if (door->swing != Swing::Out) add(in);
    if (door->swing != Swing::In) add(in * -1.0);
    return leaves;
}

void addDoors(std::vector<Shape>& shapes, const Plan& plan)
{
    for (const Doorway& doorway : doorwaysOn(plan)) {
        for (const Leaf& leaf : leavesOf(doorway)) addLeaf(shapes, leaf);
        const auto addLine = [&](double width, Colour colour) {
            shapes.emplace_back(LineShape{{doorway.from, doorway.to}, false, width, colour});
        };
        if (doorway.portal->state == DoorState::Locked)
            addLine(2.4, kLockedRed);
        else if (doorway.portal->exit || !doorway.portal->gate.none())
            addLine(2.4, kExitGreen);
        else if (doorway.portal->state == DoorState::Closed)
            addLine(0.5, kLeafInk);
    }
}

void putNamesOfWaysOut(Labels& labels, const Plan& plan)
{
    for (const SurfaceIndex s : surfacesOn(plan.walkable, plan.storey))
        if (!plan.storey.none()) labels.keepOff(outlinesOf(plan.walkable.surfaces[s].area));
    const auto openings = doorwaysOn(plan);
    for (const Doorway& doorway : openings)
        for (const Leaf& leaf : leavesOf(doorway))
            labels.keepFree(hull({{leaf.hinge, leaf.hinge + leaf.shut, leaf.hinge + leaf.open}}));
    for (const Doorway& doorway : openings) {
        const Portal& portal = *doorway.portal;
        if (portal.state == DoorState::Locked || (!portal.exit && portal.gate.none())) continue;
        if (portal.exit && plan.storey.none()) continue; // named on the building's own plan
        labels.putBeside({(doorway.from + doorway.to) * 0.5, doorway.away, length(doorway.to - doorway.from)},
                         namesOf(plan, doorway), kExitGreen);
    }
}

}
