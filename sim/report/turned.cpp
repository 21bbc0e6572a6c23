#include "sim/report/turned.hpp"

#include <cmath>
#include <utility>

namespace stairwise {
namespace {

void turnRing(Ring& ring, QuarterTurn turn)
{
    for (Point& corner : ring) turn.turn(corner);
}

void turnLine(Segment& line, QuarterTurn turn)
{
    turn.turn(line.a);
    turn.turn(line.b);
}

void turnWay(std::optional<WayLine>& way, QuarterTurn turn)
{
    if (!way) return;
    for (WayLeg& leg : way->legs)
        for (Vec2& point : leg.points) turn.turn(point);
    turn.turn(way->door);
    turn.turn(way->through);
}

// x, y → −y, x: once, twice or three times.
template <class Place> void turnPlace(Place& place, int quarters)
{
    for (int i = 0; i < quarters; ++i) place = {-place.y, place.x};
}

}

QuarterTurn QuarterTurn::upward(Vec2 way)
{
    QuarterTurn turn;
    if (std::abs(way.x) > std::abs(way.y))
        turn.quarters_ = way.x > 0.0 ? 1 : 3;
    else
        turn.quarters_ = way.y >= 0.0 ? 0 : 2;
    return turn;
}

void QuarterTurn::turn(Point& point) const
{
    turnPlace(point, quarters_);
}

void QuarterTurn::turn(Vec2& vector) const
{
    turnPlace(vector, quarters_);
}

School turned(School school, QuarterTurn turn)
{
    for (Building& building : school.buildings)
        for (auto& storey : building.storeys) {
            Storey own = *storey;
            for (Door& door : own.doors) turnLine(door.at, turn);
            for (Equipment& one : own.equipment) turn.turn(one.at);
            storey = std::make_shared<const Storey>(std::move(own));
        }
    for (AssemblyArea& area : school.grounds.assemblyAreas) turnRing(area.polygon, turn);
    return school;
}

Walkable turned(Walkable walkable, QuarterTurn turn)
{
    for (Surface& surface : walkable.surfaces) {
        turnRing(surface.area.outer, turn);
        for (Ring& hole : surface.area.holes) turnRing(hole, turn);
        turn.turn(surface.uphill);
        turn.turn(surface.foot);
    }
    for (Portal& portal : walkable.portals) turnLine(portal.line, turn);
    return walkable;
}

TwoWays turned(TwoWays ways, QuarterTurn turn)
{
    turnWay(ways.first, turn);
    turnWay(ways.second, turn);
    return ways;
}

}
