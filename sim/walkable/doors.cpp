// Doors, openings and gates: which surfaces they join, and how these reach through the wall to meet.
#include "sim/geometry/polygon.hpp"
#include "sim/walkable/making.hpp"
#include "sim/walkable/stretches.hpp"

#include <algorithm>

namespace stairwise {
namespace {

// The part of the line that people pass: `width` in its middle.
Segment clearPart(Segment line, std::int32_t width)
{
    const double size = lengthOf(line);
    if (width <= 0 || width >= size - 1.0) return line;
    const Vec2 a = inMillimetres(line.a);
    const Vec2 way = (inMillimetres(line.b) - a) * (1.0 / size);
    const double from = (size - width) / 2;
    return {rounded(a + way * from), rounded(a + way * (from + width))};
}

// The floor that one comes to first when one leaves the middle of `line` to its left; kNowhere: none.
SurfaceIndex floorLeftOf(const Making& making, Segment line, const std::vector<SurfaceIndex>& floors)
{
    const Box near = grown(boxOf(line), kThickestWall);
    const Vec2 middle = (inMillimetres(line.a) + inMillimetres(line.b)) * 0.5;
    const Vec2 way = leftOf(line);
    SurfaceIndex nearest = kNowhere;
    double least = kThickestWall + 1.0;
    for (const SurfaceIndex floor : floors) {
        if (!overlap(near, making.boxes[floor])) continue;
        const auto distance = reach(making.drawn[floor], middle, way);
        if (!distance || *distance >= least) continue;
        least = *distance;
        nearest = floor;
    }
    return nearest;
}

// What may lie beside a door: the storey's floors, and for an exit near the ground the grounds too.
struct Beside {
    const std::vector<SurfaceIndex>& storey;
    std::vector<SurfaceIndex> grounds;

    [[nodiscard]] SurfaceIndex leftOf(const Making& making, Segment line) const
    {
        const SurfaceIndex floor = floorLeftOf(making, line, storey);
        return floor != kNowhere ? floor : floorLeftOf(making, line, grounds);
    }
    [[nodiscard]] std::vector<SurfaceIndex> all() const
    {
        std::vector<SurfaceIndex> both = storey;
        both.insert(both.end(), grounds.begin(), grounds.end());
        return both;
    }
};

// From indoors to outdoors, if it is an exit.
void turnOutward(const Making& making, Portal& portal)
{
    const auto outdoor = [&](SurfaceIndex s) { return s == kNowhere || making.made.surfaces[s].outdoor; };
    if (portal.a == kNowhere || (portal.exit && outdoor(portal.a) && !outdoor(portal.b))) {
        std::swap(portal.a, portal.b);
        portal.line = turned(portal.line);
    }
}

void checkExit(Making& making, const Door& door, const Where& where, Portal& portal)
{
    if (!portal.exit || portal.b == kNowhere) return;
    if (making.made.surfaces[portal.a].outdoor != making.made.surfaces[portal.b].outdoor) return;
    portal.exit = false;
    note(making, Severity::Warning, where,
         {"walkable.exit_not_outward",
          {door.id.value, making.made.surfaces[portal.a].element, making.made.surfaces[portal.b].element}},
         {"walkable.exit_not_outward.mend", {}});
}

void addPortal(Making& making, const Portal& portal, const std::vector<SurfaceIndex>& others)
{
    reachTo(making, portal.a, portal.line, others, kThickestWall);
    if (portal.b != kNowhere) reachTo(making, portal.b, turned(portal.line), others, kThickestWall);
    making.made.portals.push_back(portal);
}

void placeDoor(Making& making, const Level& level, const Door& door)
{
    const Where where{door.id.value, idOf(level), middleOf(door.at)};
    Beside beside{level.floors, {}};
    if (door.exit && level.nearGround()) beside.grounds = making.levels.back().floors;
    Portal portal;
    portal.line = clearPart(door.at, door.clearWidth);
    portal.a = beside.leftOf(making, portal.line);
    portal.b = beside.leftOf(making, turned(portal.line));
    portal.door = door.id;
    portal.state = door.state;
    portal.exit = door.exit;
    if (portal.a == kNowhere && portal.b == kNowhere) {
        note(making, Severity::Error, where, {"walkable.door_on_no_wall", {}}, {"walkable.door_on_no_wall.mend", {}});
        return;
    }
    if (portal.a == portal.b) {
        note(making, Severity::Error, where, {"walkable.door_in_one_space", {making.made.surfaces[portal.a].element}},
             {"walkable.door_in_one_space.mend", {}});
        return;
    }
    turnOutward(making, portal);
    if (portal.b == kNowhere && !door.exit) {
        note(making, Severity::Error, where, {"walkable.door_onto_nothing", {making.made.surfaces[portal.a].element}},
             {"walkable.door_onto_nothing.mend", {}});
        return;
    }
    checkExit(making, door, where, portal);
    addPortal(making, portal, beside.all());
}

void placeGate(Making& making, const Gate& gate)
{
    const std::vector<SurfaceIndex>& floors = making.levels.back().floors;
    Portal portal;
    portal.line = clearPart(gate.at, gate.clearWidth);
    portal.gate = gate.id;
    portal.a = floorLeftOf(making, portal.line, floors);
    const SurfaceIndex right = floorLeftOf(making, turned(portal.line), floors);
    const Where where{gate.id.value, "", middleOf(gate.at)};
    if (portal.a == kNowhere && right == kNowhere) {
        note(making, Severity::Error, where, {"walkable.gate_on_no_edge", {}}, {"walkable.gate_on_no_edge.mend", {}});
        return;
    }
    if (portal.a == right) {
        note(making, Severity::Error, where, {"walkable.gate_inside", {making.made.surfaces[right].element}},
             {"walkable.gate_inside.mend", {}});
        return;
    }
    if (portal.a != kNowhere && right != kNowhere)
        note(making, Severity::Warning, where,
             {"walkable.gate_between", {making.made.surfaces[portal.a].element, making.made.surfaces[right].element}},
             {"walkable.gate_between.mend", {}});
    if (portal.a == kNowhere) {
        portal.a = right;
        portal.line = turned(portal.line);
    }
    addPortal(making, portal, floors);
}

}

void placeDoors(Making& making)
{
    for (std::size_t i = 0; i + 1 < making.levels.size(); ++i)
        for (const Door& door : making.levels[i].storey->doors) placeDoor(making, making.levels[i], door);
}

void placeGates(Making& making)
{
    for (const Gate& gate : making.school->grounds.gates) placeGate(making, gate);
}

}
