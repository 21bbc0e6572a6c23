#pragma once

#include "sim/base/random.hpp"
#include "sim/risk/sight.hpp"
#include "tests/risk/floors.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

/// A plain slow reference for Voronoi cells, and the archive's trajectories.
namespace stairwise {

inline bool crosses(Vec2 a, Vec2 b, const Segment& wall)
{
    const Vec2 p = toMetres(wall.a);
    const Vec2 q = toMetres(wall.b);
    const auto side = [](Vec2 u, Vec2 v, Vec2 w) { return cross(v - u, w - u) > 0.0; };
    return side(a, b, p) != side(a, b, q) && side(p, q, a) != side(p, q, b);
}

inline bool sees(const std::vector<Segment>& walls, Vec2 a, Vec2 b)
{
    return std::ranges::none_of(walls, [&](const Segment& wall) { return crosses(a, b, wall); });
}

/// The share of one person: squares within reach and sight, nearer to them than to anybody they see.
inline double rasterShare(const Floors& floors, const Frame& frame, std::size_t row, double pixel)
{
    const std::vector<Segment> walls = edgesOf(floors.walkable.surfaces[0].area);
    const auto place = [&](std::size_t i) { return toMetres({frame.x[i], frame.y[i]}); };
    const Vec2 me = place(row);
    std::vector<Vec2> others;
    for (std::size_t i = 0; i < frame.size(); ++i)
        if (i != row && length(place(i) - me) < 4.3 && sees(walls, me, place(i))) others.push_back(place(i));
    std::vector<Segment> around;
    for (const Segment& wall : walls)
        if (length(nearestOn(toMetres(wall.a), toMetres(wall.b), me) - me) < 2.2) around.push_back(wall);
    std::size_t mine = 0;
    const int steps = static_cast<int>(std::lround(kCellReach / pixel));
    for (int j = -steps; j < steps; ++j)
        for (int i = -steps; i < steps; ++i) {
            // Somewhere in the square: middles would favour outlines that run along them.
            const auto chance = [&](std::uint32_t purpose) {
                return uniform(
                    {row, static_cast<std::uint64_t>(i + steps), purpose, static_cast<std::uint32_t>(j + steps)});
            };
            const Vec2 at = me + Vec2{(i + chance(1)) * pixel, (j + chance(2)) * pixel};
            const double own = dot(at - me, at - me);
            const bool nearest =
                std::ranges::none_of(others, [&](Vec2 other) { return dot(at - other, at - other) < own; });
            if (nearest && sees(around, me, at)) ++mine;
        }
    return static_cast<double>(mine) * pixel * pixel;
}

/// Frames by number of an archive file, "id frame x y …", with `scale` to metres; empty where the archive is not at
/// hand.
inline std::map<int, Frame> archiveFrames(const char* name, double scale)
{
    std::map<int, Frame> frames;
    std::ifstream stream(std::filesystem::path(STAIRWISE_SOURCE_DIR) / "../shared/validation/data/trajectories" / name);
    std::string text;
    while (std::getline(stream, text)) {
        if (text.empty() || text[0] == '#') continue;
        std::istringstream row(text);
        int id = 0;
        int number = 0;
        double x = 0.0;
        double y = 0.0;
        if (!(row >> id >> number >> x >> y)) continue;
        stand(frames[number], 0, {x * scale, y * scale});
        frames[number].person.back() = static_cast<std::uint32_t>(id);
    }
    return frames;
}

}
