#pragma once

#include "sim/geometry/way_field.hpp"

#include <cmath>
#include <limits>

namespace stairwise {

enum class FirstCell { Counted, Skipped };

/// Calls visit(cell) for every cell that the straight way from a to b passes, in order (Amanatides and Woo 1987).
/// Cells beside the grid are left out.
template <class Visit> void walkGrid(const Grid& grid, Vec2 a, Vec2 b, FirstCell first, Visit visit)
{
    const Vec2 from{(a.x - grid.low.x) / grid.size, (a.y - grid.low.y) / grid.size};
    const Vec2 to{(b.x - grid.low.x) / grid.size, (b.y - grid.low.y) / grid.size};
    int column = static_cast<int>(std::floor(from.x));
    int row = static_cast<int>(std::floor(from.y));
    const int lastColumn = static_cast<int>(std::floor(to.x));
    const int lastRow = static_cast<int>(std::floor(to.y));
    const auto pass = [&] {
        if (column >= 0 && row >= 0 && column < grid.columns && row < grid.rows)
            visit(static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                  static_cast<std::size_t>(column));
    };
    if (first == FirstCell::Counted) pass();

    constexpr double kNever = std::numeric_limits<double>::infinity();
    const Vec2 way = to - from;
    const int stepX = lastColumn > column ? 1 : -1;
    const int stepY = lastRow > row ? 1 : -1;
    // Parts of the way to the next line of the grid, and from line to line.
    double nextX = lastColumn == column ? kNever : (column + (stepX > 0 ? 1 : 0) - from.x) / way.x;
    double nextY = lastRow == row ? kNever : (row + (stepY > 0 ? 1 : 0) - from.y) / way.y;
    while (column != lastColumn || row != lastRow) {
        const bool alongX = row == lastRow || (column != lastColumn && nextX <= nextY);
        if (alongX) {
            column += stepX;
            nextX += std::abs(1.0 / way.x);
        } else {
            row += stepY;
            nextY += std::abs(1.0 / way.y);
        }
        pass();
    }
}

}
