#include "sim/geometry/way_field.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace stairwise {

namespace {

/// The four cells whose centres surround a point, and their weights; at the rim of the grid the same cell twice.
struct Four {
    std::array<std::size_t, 4> cells;
    std::array<double, 4> weights;
    int column = 0; // the point's own cell
    int row = 0;
};

Four fourAround(const Grid& grid, Vec2 point)
{
    const auto inGrid = [](double v, int count) { return std::clamp(v, 0.0, count - 1.0); };
    const double x = inGrid((point.x - grid.low.x) / grid.size - 0.5, grid.columns);
    const double y = inGrid((point.y - grid.low.y) / grid.size - 0.5, grid.rows);
    const int column = static_cast<int>(x), row = static_cast<int>(y);
    const int right = std::min(column + 1, grid.columns - 1), above = std::min(row + 1, grid.rows - 1);
    const double u = x - column, v = y - row;
    return {{grid.cell(column, row), grid.cell(right, row), grid.cell(column, above), grid.cell(right, above)},
            {(1.0 - u) * (1.0 - v), u * (1.0 - v), (1.0 - u) * v, u * v},
            u < 0.5 ? column : right,
            v < 0.5 ? row : above};
}

/// Somebody stands there: the own cell, or if that lies outside the nearest reached cell within two.
std::size_t reachedCell(const WayField& field, const Four& four)
{
    const Grid& grid = field.grid;
    const std::size_t own = grid.cell(four.column, four.row);
    if (field.distance[own] != kNoFloor) return own;
    int nearest = 9; // beyond (2, 2)
    std::size_t best = own;
    for (int row = std::max(0, four.row - 2); row <= std::min(grid.rows - 1, four.row + 2); ++row) {
        for (int column = std::max(0, four.column - 2); column <= std::min(grid.columns - 1, four.column + 2);
             ++column) {
            const std::size_t cell = grid.cell(column, row);
            const int dx = column - four.column, dy = row - four.row;
            if (dx * dx + dy * dy >= nearest || field.distance[cell] < 0.0F) continue;
            nearest = dx * dx + dy * dy;
            best = cell;
        }
    }
    return best;
}

bool usable(const WayField& field, Vec2 point)
{
    return field.grid.cells() > 0 && std::isfinite(point.x) && std::isfinite(point.y);
}

}

double distanceAt(const WayField& field, Vec2 point)
{
    if (!usable(field, point)) return static_cast<double>(kNoFloor);
    const Four four = fourAround(field.grid, point);
    double sum = 0.0;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto distance = static_cast<double>(field.distance[four.cells[i]]);
        if (distance < 0.0) return static_cast<double>(field.distance[reachedCell(field, four)]);
        sum += four.weights[i] * distance;
    }
    return sum;
}

Vec2 directionAt(const WayField& field, Vec2 point)
{
    if (!usable(field, point)) return {};
    const auto directionOf = [&](std::size_t cell) {
        return Vec2{static_cast<double>(field.dirX[cell]), static_cast<double>(field.dirY[cell])};
    };
    const Four four = fourAround(field.grid, point);
    const std::size_t own = reachedCell(field, four);
    if (field.distance[own] < 0.0F) return {};
    Vec2 sum;
    for (std::size_t i = 0; i < 4; ++i) sum = sum + directionOf(four.cells[i]) * four.weights[i];
    const double size = length(sum);
    // Directions that nearly cancel out say nothing together; a quarter: assumed.
    return size > 0.25 ? sum * (1.0 / size) : directionOf(own);
}

}
