#include "sim/crowd/touch.hpp"

#include <map>
#include <tuple>

namespace stairwise {
namespace {

constexpr double kStretch = 1.0; // metres over which a load is shared out, about two people's breadth; assumed

using Place = std::tuple<SurfaceIndex, float, float, float, float, int>; // surface, wall, number of the stretch

/// A wall cut into equal parts.
struct Cut {
    const WallLine& wall;
    int parts;

    explicit Cut(const WallLine& line)
        : wall(line), parts(std::max(1, static_cast<int>(std::ceil(double{line.length} / kStretch))))
    {
    }
    [[nodiscard]] double metres() const { return double{wall.length} / parts; }
    [[nodiscard]] int at(float along) const { return std::min(static_cast<int>(double{along} / metres()), parts - 1); }
    [[nodiscard]] Vec2 end(int part) const
    {
        const double along = part * metres();
        return {double{wall.ax} + along * double{wall.ux}, double{wall.ay} + along * double{wall.uy}};
    }
};

void load(std::map<Place, Forces::OnWall>& walls, SurfaceIndex surface, const Touch& touch, const WallLine& wall,
          float along)
{
    const Cut cut(wall);
    const int part = cut.at(along);
    Forces::OnWall& stretch = walls[{surface, wall.ax, wall.ay, wall.bx, wall.by, part}];
    stretch.surface = surface;
    stretch.a = cut.end(part);
    stretch.b = cut.end(part + 1);
    const float square = std::abs(touch.nx * wall.uy - touch.ny * wall.ux); // past its end a wall is pressed askew
    stretch.newtonsPerMetre += double{touch.force * square} / cut.metres();
}

}

Forces Crowd::forces() const
{
    const Inside& in = *inside_;
    const Body body(in.def.manner);
    const Places at{in.now.x, in.now.y};
    Forces forces;
    std::map<Place, Forces::OnWall> walls;
    for (const std::uint32_t i : byNumber(in)) {
        double newtons = 0.0;
        touchBodies(in, at, body, i, [&](const Touch& touch) { newtons += double{touch.force}; });
        touchWalls(in, at, body, i, [&](const Touch& touch, const WallLine& wall, float along) {
            newtons += double{touch.force};
            load(walls, in.now.room[i], touch, wall, along);
        });
        if (newtons > 0.0) forces.people.push_back({in.now.who[i], newtons});
    }
    for (const auto& [place, wall] : walls) forces.walls.push_back(wall);
    return forces;
}

}
