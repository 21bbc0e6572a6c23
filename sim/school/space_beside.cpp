#include "sim/school/space_beside.hpp"

#include "sim/geometry/polygon.hpp"

namespace stairwise {
namespace {

constexpr std::int32_t kProbe = 20; // mm between two looks; assumed: no space is narrower

std::vector<const Space*> near(const Storey& storey, const Segment& door)
{
    std::vector<const Space*> close;
    for (const Space& space : storey.spaces) {
        const Box box = boxOf(space.polygon.outer);
        const auto outside = [&box](Point p) {
            return p.x < box.low.x - kThickestWall || p.x > box.high.x + kThickestWall ||
                   p.y < box.low.y - kThickestWall || p.y > box.high.y + kThickestWall;
        };
        if (!outside(door.a) || !outside(door.b)) close.push_back(&space);
    }
    return close;
}

SpaceBeside firstAlong(const std::vector<const Space*>& spaces, Vec2 from, Vec2 way)
{
    for (std::int32_t reach = 1; reach <= kThickestWall + kProbe; reach += kProbe) {
        const Vec2 inward = way * (reach / 1000.0);
        for (const Space* space : spaces)
            if (contains(space->polygon, from + inward)) return {space, inward};
    }
    return {};
}

}

std::array<SpaceBeside, 2> spacesBeside(const Storey& storey, const Segment& door)
{
    const Vec2 along = toMetres(door.b) - toMetres(door.a);
    const double size = length(along);
    if (size <= 0.0) return {};
    const Vec2 left{-along.y / size, along.x / size};
    const Vec2 middle = (toMetres(door.a) + toMetres(door.b)) * 0.5;
    const auto close = near(storey, door);
    return {firstAlong(close, middle, left), firstAlong(close, middle, left * -1.0)};
}

}
