#pragma once

#include "sim/crowd/crowd.hpp"
#include "sim/walkable/walkable.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

/// One closed room with people who stand in it, or who all want to its end, which is a wall.
namespace stairwise::pen {

struct Pen {
    Walkable walkable;
    Network network;
    double length = 0.0, width = 0.0; // metres, along x and y
};

inline Pen penOf(double length, double width)
{
    const Point far = toMillimetres({length, width});
    Space space;
    space.id = {"P"};
    space.kind = SpaceKind::Hall;
    space.polygon.outer = {{0, 0}, {far.x, 0}, far, {0, far.y}};
    Storey storey;
    storey.id = {"F1"};
    storey.spaces = {space};
    Building building;
    building.id = {"B"};
    building.storeys = {std::make_shared<const Storey>(storey)};
    School school;
    school.code.kind = SchoolKind::Other;
    school.buildings = {building};
    Pen pen{walkableOf(school), {}, length, width};
    pen.network = networkOf(pen.walkable);
    return pen;
}

inline Walker bodyAt(double x, double y)
{
    Walker walker;
    walker.at = {x, y};
    walker.surface = 0;
    return walker;
}

/// Everybody wants across a line that lies on the end wall, where nobody's middle comes.
inline CrowdDef towardsTheWall(const Pen& pen, std::vector<Walker> walkers)
{
    CrowdDef def;
    def.walkable = &pen.walkable;
    def.network = &pen.network;
    def.walkers = std::move(walkers);
    for (std::size_t i = 0; i < def.walkers.size(); ++i) def.walkers[i].key = i;
    Wish wish;
    wish.goal.kind = Goal::Kind::Surface;
    wish.endsAtLine = true;
    def.wishes = {wish};
    const Point far = toMillimetres({pen.length, pen.width});
    def.lines = {{0, {{far.x, 0}, far}}};
    return def;
}

/// Newtons on the walls whose stretches lie at x.
inline double loadAt(const Forces& forces, double x)
{
    double newtons = 0.0;
    for (const Forces::OnWall& wall : forces.walls)
        if (std::abs(wall.a.x - x) < 1e-3 && std::abs(wall.b.x - x) < 1e-3)
            newtons += wall.newtonsPerMetre * length(wall.b - wall.a);
    return newtons;
}

/// Nobody wants anything.
inline CrowdDef standing(const Pen& pen, std::vector<Walker> walkers)
{
    CrowdDef def = towardsTheWall(pen, std::move(walkers));
    def.lines.clear();
    return def;
}

inline void walkFor(Crowd& crowd, double seconds)
{
    Workers workers(1);
    const double end = crowd.time() + seconds - 1e-6;
    while (crowd.time() < end) crowd.step(workers);
}

inline double peopleBetween(const Crowd& crowd, double x0, double x1)
{
    const Frame frame = crowd.frame();
    return static_cast<double>(std::ranges::count_if(frame.x, [&](int x) { return x >= 1e3 * x0 && x <= 1e3 * x1; }));
}

inline std::size_t peopleWithin(const Crowd& crowd, const Pen& pen)
{
    const Frame frame = crowd.frame();
    std::size_t count = 0;
    for (std::size_t i = 0; i < frame.size(); ++i)
        count += frame.x[i] > 0 && frame.x[i] < 1e3 * pen.length && frame.y[i] > 0 && frame.y[i] < 1e3 * pen.width;
    return count;
}

}
