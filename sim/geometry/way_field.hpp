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

    [[nodiscard]] std::size_t cells() const
    {
        return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    }
    [[nodiscard]] std::size_t cell(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
    }
    [[nodiscard]] Vec2 centre(int column, int row) const
    {
        return {low.x + (column + 0.5) * size, low.y + (row + 0.5) * size};
    }
};
/// One cell of margin on every side. The size is doubled until the grid has no more than kMostGridCells.
[[nodiscard]] Grid gridOver(const Box& box, double size);
inline constexpr double kMostGridCells = 1 << 24; // assumed: what a field of 200 MB can hold

/// Where one may walk and how near the walls are, once per surface.
struct Floor {
    Grid grid;
    std::vector<std::uint8_t> open; // 1: the cell's centre lies in the polygon
    std::vector<float> clearance;   // metres from the cell's centre to the nearest wall, kFarClear at most; 0: not open
    std::vector<std::uint8_t> links;   // bit i: one may walk straight to the centre of the open cell at kAround[i]
    std::vector<std::uint32_t> fringe; // cells not open, within two cells of an open one
    std::vector<Segment> walls;
};
/// Neighbours by column and row: the four beside first, then the four at the corners.
struct CellStep {
    int column;
    int row;
};
inline constexpr CellStep kAround[8] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {1, -1}};
inline constexpr double kFarClear = 1.0; // metres; nothing asks for more

/// `walls`: the edges that stop people (edges of the polygon less its portals).
[[nodiscard]] Floor floorOf(const Polygon& polygon, const std::vector<Segment>& walls, double cellSize);

/// The way to a target: distance still to walk, and its direction, at each cell. Solved by fast marching (Sethian
/// 1996) with a cost that rises near walls, so that people keep clear of corners when there is room. Cells that are not
/// open but lie within two cells of a reached one continue it: a person's centre may stand in them.
struct WayField {
    Grid grid;
    std::vector<float> distance; // metres, wall cost included; negative: kNoFloor or kNoWay
    std::vector<float> dirX;     // unit vector towards the target; 0 where there is none
    std::vector<float> dirY;
};
inline constexpr float kNoFloor = -1.0F; // outside
inline constexpr float kNoWay = -2.0F;   // open, but the target cannot be reached from here

/// `targets`: open cells that see them are seeded with their distance to the nearest of these segments, out to the
/// first cell ring. `keepClear`: metres from walls under which walking costs more (0: plain shortest way).
[[nodiscard]] WayField wayTo(const Floor& floor, const std::vector<Segment>& targets, double keepClear);

/// Distance at a point, metres (bilinear where all four cells are reached, else of the point's own cell; outside, of
/// the nearest reached cell within two cells; negative: none).
[[nodiscard]] double distanceAt(const WayField& field, Vec2 point);
/// Direction at a point (bilinear over those of the four cells that have one), a unit vector; (0, 0): none.
[[nodiscard]] Vec2 directionAt(const WayField& field, Vec2 point);

}
