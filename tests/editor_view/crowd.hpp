#pragma once

#include "editor/view/canvas.hpp"
#include "sim/geometry/polygon.hpp"

#include <cmath>
#include <iterator>
#include <vector>

namespace stairwise::editor {

/// So many, spread evenly.
inline std::vector<Body> bodiesIn(const Box& box, std::size_t count)
{
    std::vector<Body> bodies;
    const Colour colours[] = {{0, 114, 178}, {230, 159, 0}, {0, 158, 115}, {204, 121, 167}};
    for (std::size_t i = 0; i < count; ++i) {
        const double x = std::fmod(0.618034 * static_cast<double>(i), 1.0);
        const double y = std::fmod(0.754878 * static_cast<double>(i), 1.0);
        const Vec2 low = toMetres(box.low);
        const Vec2 high = toMetres(box.high);
        bodies.push_back(
            {{low.x + x * (high.x - low.x), low.y + y * (high.y - low.y)}, 0.2F, colours[i % std::size(colours)]});
    }
    return bodies;
}

/// A field of waves over a surface.
inline HeatField waves(const Polygon& area)
{
    HeatField field{gridOver(boxOf(area.outer), 0.5), {}};
    for (int row = 0; row < field.grid.rows; ++row)
        for (int column = 0; column < field.grid.columns; ++column) {
            const Vec2 at = field.grid.centre(column, row);
            field.values.push_back(contains(area, at) ? static_cast<float>(3.0 + 3.0 * std::sin(0.3 * at.x)) : -1.0F);
        }
    return field;
}

}
