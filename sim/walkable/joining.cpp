// Stairs: their parts joined to each other, and to the floors they touch.
#include "sim/geometry/polygon.hpp"
#include "sim/walkable/making.hpp"
#include "sim/walkable/stretches.hpp"

#include <algorithm>

namespace stairwise {
namespace {

bool isFlight(const StairPart& part)
{
    return part.kind == StairPart::Kind::Flight;
}

bool isLast(const MadeStair& made, const StairPart& flight)
{
    return flight.number == static_cast<int>(made.stair->steps[static_cast<std::size_t>(flight.rise) - 1].size());
}

void addPortal(Making& making, SurfaceIndex a, SurfaceIndex b, Segment line)
{
    Portal portal;
    portal.a = a;
    portal.b = b;
    portal.line = line;
    making.made.portals.push_back(portal);
}

// Flights to the landings at their ends; a straight stair without floor landings goes on from flight to flight.
void joinParts(Making& making, const MadeStair& made)
{
    for (std::size_t i = 0; i < made.parts.size(); ++i) {
        const StairPart& part = made.parts[i];
        if (!isFlight(part)) continue;
        const bool first = part.number == 1;
        const bool last = isLast(made, part);
        const auto join = [&](Segment end, StairPart::Kind kind, int rise, int number) {
            for (std::size_t k = 0; k < made.parts.size(); ++k)
                if (made.parts[k].kind == kind && made.parts[k].rise == rise && made.parts[k].number == number)
                    addPortal(making, made.surface(i), made.surface(k), end);
        };
        join(part.lower, first ? StairPart::Kind::FloorLanding : StairPart::Kind::HalfLanding, part.rise,
             part.number - 1);
        if (!last)
            join(part.upper, StairPart::Kind::HalfLanding, part.rise, part.number);
        else if (made.stair->floorLandingDepth > 0)
            join(part.upper, StairPart::Kind::FloorLanding, part.rise + 1, 0);
        else if (made.stair->kind == StairKind::Straight)
            join(part.upper, StairPart::Kind::Flight, part.rise + 1, 1);
    }
}

// What is left of a shared stretch beside the portals that are there. A door in it means that there is a wall.
std::vector<Stretch> freeOf(const Making& making, SurfaceIndex surface, Segment edge, std::vector<Stretch> stretches)
{
    for (const Portal& portal : making.made.portals) {
        if (portal.a != surface && portal.b != surface) continue;
        const Stretch taken = besides(edge, portal.line, kTouch + 1);
        if (taken.size() < kNarrowestPortal) continue;
        if (portal.door.none() && portal.gate.none()) {
            stretches = without(stretches, taken);
            continue;
        }
        std::erase_if(stretches, [&](const Stretch& s) {
            return std::min(s.to, taken.to) - std::max(s.from, taken.from) > kNarrowestPortal;
        });
    }
    return stretches;
}

void joinEdge(Making& making, SurfaceIndex surface, Segment edge, const Level& level)
{
    std::vector<SurfaceIndex> floors = level.floors;
    if (level.nearGround())
        floors.insert(floors.end(), making.levels.back().floors.begin(), making.levels.back().floors.end());
    const Box near = grown(boxOf(edge), kTouch);
    const auto landing = [&](SurfaceIndex s) { return making.made.surfaces[s].kind == SurfaceKind::FloorLanding; };
    for (const SurfaceIndex other : floors) {
        if (other == surface || !overlap(near, making.boxes[other])) continue;
        if (landing(surface) && landing(other) && other < surface) continue; // joined from its own side
        const auto touching = along(edge, making.drawn[other], kTouch);
        for (const Stretch& stretch : freeOf(making, surface, edge, touching)) {
            if (stretch.size() < kNarrowestJoin) continue;
            const Segment line = pieceOf(edge, stretch);
            addPortal(making, surface, other, line);
            making.made.portals.back().exit = making.made.surfaces[other].outdoor && level.nearGround();
            reachTo(making, other, turned(line), floors, kTouch);
        }
    }
}

void joinFloors(Making& making, const MadeStair& made)
{
    for (std::size_t i = 0; i < made.parts.size(); ++i) {
        const StairPart& part = made.parts[i];
        const auto rise = static_cast<std::size_t>(part.rise);
        if (part.kind == StairPart::Kind::FloorLanding)
            for (const Segment& edge : edgesOf({part.polygon, {}}))
                joinEdge(making, made.surface(i), edge, making.levels[made.levels[rise - 1]]);
        if (!isFlight(part) || made.stair->floorLandingDepth > 0) continue;
        if (part.number == 1) joinEdge(making, made.surface(i), part.lower, making.levels[made.levels[rise - 1]]);
        if (isLast(made, part)) joinEdge(making, made.surface(i), part.upper, making.levels[made.levels[rise]]);
    }
}

// Does a portal lead from this part of a stair away from the stair, along `edge` if there is one?
bool leadsAway(const Making& making, SurfaceIndex surface, std::optional<Segment> edge)
{
    const StairId& stair = making.made.surfaces[surface].stair;
    return std::ranges::any_of(making.made.portals, [&](const Portal& portal) {
        if (portal.a != surface && portal.b != surface) return false;
        const SurfaceIndex other = portal.a == surface ? portal.b : portal.a;
        if (other != kNowhere && making.made.surfaces[other].stair == stair) return false;
        return !edge || besides(*edge, portal.line, kTouch + 1).size() > 0.0;
    });
}

bool meets(const Making& making, const MadeStair& made, std::size_t storey)
{
    const int rise = static_cast<int>(storey) + 1;
    for (std::size_t i = 0; i < made.parts.size(); ++i) {
        const StairPart& part = made.parts[i];
        const bool floor = part.kind == StairPart::Kind::FloorLanding && part.rise == rise;
        const bool open = isFlight(part) && made.stair->floorLandingDepth == 0;
        const bool foot = open && part.number == 1 && part.rise == rise;
        const bool top = open && isLast(made, part) && part.rise + 1 == rise;
        if (floor && !leadsAway(making, made.surface(i), std::nullopt)) return false;
        if (foot && !leadsAway(making, made.surface(i), part.lower)) return false;
        if (top && !leadsAway(making, made.surface(i), part.upper)) return false;
    }
    return true;
}

}

void joinStairs(Making& making)
{
    for (const MadeStair& made : making.stairs) joinParts(making, made);
    for (const MadeStair& made : making.stairs) joinFloors(making, made);
}

void findUnmetStairs(Making& making)
{
    for (const MadeStair& made : making.stairs)
        for (std::size_t k = 0; k < made.levels.size(); ++k)
            if (!meets(making, made, k))
                note(making, Severity::Error,
                     {made.stair->id.value, idOf(making.levels[made.levels[k]]), made.stair->origin},
                     {"walkable.stair_meets_no_storey", {idOf(making.levels[made.levels[k]])}},
                     {"walkable.stair_meets_no_storey.mend", {}});
}

}
