#include "sim/school/door_place.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kReach = kThickestWall / 1000.0; // metres

bool farFrom(const Ring& ring, const Segment& line)
{
    const Box box = boxOf(ring);
    const auto outside = [&](Point p) {
        return p.x < box.low.x - kThickestWall || p.x > box.high.x + kThickestWall || p.y < box.low.y - kThickestWall ||
               p.y > box.high.y + kThickestWall;
    };
    return outside(line.a) || outside(line.b);
}

bool beside(const Space& space, const Segment& line)
{
    if (space.polygon.outer.size() < 3 || farFrom(space.polygon.outer, line)) return false;
    return distanceToEdges(space.polygon, toMetres(line.a)) <= kReach &&
           distanceToEdges(space.polygon, toMetres(line.b)) <= kReach;
}

// Metres from the stair's origin beyond which nothing of it can lie. Its parts are made in sim/walkable; a landing may
// have a door that leads out of the drawing, with no space on either side.
double farthest(const Stair& stair)
{
    double along = stair.floorLandingDepth;
    for (const auto& rise : stair.steps) {
        along += stair.floorLandingDepth;
        for (const int steps : rise) along += static_cast<double>(stair.tread) * steps + stair.halfLandingDepth;
    }
    return (along + 2.0 * stair.clearWidth + stair.well) / 1000.0 + kReach;
}

bool besideStair(const Stair& stair, const Storey& storey, const Segment& line)
{
    if (std::ranges::find(stair.storeys, storey.id) == stair.storeys.end()) return false;
    const Vec2 origin = toMetres(stair.origin);
    const double most = farthest(stair);
    return length(toMetres(line.a) - origin) <= most && length(toMetres(line.b) - origin) <= most;
}

}

bool standsOnWall(const School& school, const Storey& storey, const Door& door)
{
    if (door.at.a == door.at.b) return false;
    const auto touches = [&](const Space& space) { return beside(space, door.at); };
    if (std::ranges::any_of(storey.spaces, touches) || std::ranges::any_of(school.grounds.spaces, touches)) return true;
    return std::ranges::any_of(school.buildings, [&](const Building& building) {
        return std::ranges::any_of(building.stairs,
                                   [&](const Stair& stair) { return besideStair(stair, storey, door.at); });
    });
}

}
