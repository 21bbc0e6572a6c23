#pragma once

#include "sim/geometry/point.hpp"

#include <cstdint>
#include <vector>

namespace stairwise {

/// A square grid laid over a polygon; cell (i, j) spans [low + i·size, low + (i+1)·size).
struct Grid {
    Vec2 low;          // metres
    double size = 0.0; // metres
    int columns = 0;
    int rows = 0;

    [[nodiscard]] std::size_t cells() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
    [[nodiscard]] Vec2 centre(int column, int row) const
    {
        return {low.x + (column + 0.5) * size, low.y + (row + 0.5) * size};
    }
};
/// One cell of margin on every side.
[[nodiscard]] Grid gridOver(const Box& box, double size);

/// Where one may walk and how near the walls are, once per surface.
struct Floor {
    Grid grid;
    std::vector<std::uint8_t> open;     // 1: the cell's centre lies in the polygon
    std::vector<float> clearance;       // metres from the cell's centre to the nearest wall; 0 where not open
};
/// `walls`: the edges that stop people (edges of the polygon less its portals).
[[nodiscard]] Floor floorOf(const Polygon& polygon, const std::vector<Segment>& walls, double cellSize);

/// The way to a target: distance still to walk, and its direction, at each cell. Solved by fast marching (Sethian
/// 1996) with a cost that rises near walls, so that people keep clear of corners when there is room.
struct WayField {
    Grid grid;
    std::vector<float> distance;  // metres, wall cost included; negative where the target cannot be reached
    std::vector<float> dirX;      // unit vector towards the target; 0 where there is none
    std::vector<float> dirY;
};
/// `targets`: open cells are seeded with their distance to the nearest of these segments, out to the first cell ring.
/// `keepClear`: metres from walls under which walking costs more (0: plain shortest way).
[[nodiscard]] WayField wayTo(const Floor& floor, const std::vector<Segment>& targets, double keepClear);

/// Distance at a point, metres (bilinear where all four cells are reached, else the nearest reached cell; negative: none).
[[nodiscard]] double distanceAt(const WayField& field, Vec2 point);

}
