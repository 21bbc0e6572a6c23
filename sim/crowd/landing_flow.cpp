#include "sim/crowd/landing_flow.hpp"

#include "sim/geometry/polygon.hpp"

#include <cmath>

namespace stairwise {
namespace {

constexpr int kSweeps = 600;       // of Gauss-Seidel; a landing has a few hundred cells
constexpr double kFlattest = 1e-4; // potential per cell under which the shortest way decides

struct Potential {
    const Grid& grid;
    const std::vector<std::uint8_t>& open;
    std::vector<double> value;
    std::vector<bool> fixed;

    [[nodiscard]] std::size_t at(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
               static_cast<std::size_t>(column);
    }
    [[nodiscard]] bool inside(int column, int row) const
    {
        return column >= 0 && row >= 0 && column < grid.columns && row < grid.rows && open[at(column, row)] != 0;
    }
    // The neighbour's value; across a wall one's own: nothing flows there.
    [[nodiscard]] double beside(int column, int row, double own) const
    {
        return inside(column, row) ? value[at(column, row)] : own;
    }
};

// Cells along a portal line are held at its value; where two lines are near, the nearer counts.
void hold(Potential& potential, const Walkable& walkable, const SurfaceWays& ways, std::size_t wanted)
{
    const Grid& grid = potential.grid;
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            if (!potential.inside(column, row)) continue;
            double nearest = grid.size;
            for (std::size_t p = 0; p < ways.portals.size(); ++p) {
                const Segment& line = walkable.portals[ways.portals[p]].line;
                const Vec2 centre = grid.centre(column, row);
                const double distance = length(centre - nearestOn(toMetres(line.a), toMetres(line.b), centre));
                if (distance >= nearest) continue;
                nearest = distance;
                potential.fixed[potential.at(column, row)] = true;
                potential.value[potential.at(column, row)] = p == wanted ? 0.0 : 1.0;
            }
        }
}

void relax(Potential& potential)
{
    const Grid& grid = potential.grid;
    for (int sweep = 0; sweep < kSweeps; ++sweep)
        for (int row = 0; row < grid.rows; ++row)
            for (int column = 0; column < grid.columns; ++column) {
                const std::size_t here = potential.at(column, row);
                if (!potential.inside(column, row) || potential.fixed[here]) continue;
                const double own = potential.value[here];
                potential.value[here] =
                    0.25 * (potential.beside(column - 1, row, own) + potential.beside(column + 1, row, own) +
                            potential.beside(column, row - 1, own) + potential.beside(column, row + 1, own));
            }
}

}

std::vector<float> streamDirections(const Walkable& walkable, const SurfaceWays& ways, std::size_t wanted)
{
    const Grid& grid = ways.floor->grid;
    const WayField& field = ways.fields[wanted];
    Potential potential{grid, ways.floor->open, std::vector<double>(grid.cells(), 0.5),
                        std::vector<bool>(grid.cells())};
    hold(potential, walkable, ways, wanted);
    relax(potential);
    std::vector<float> directions;
    directions.reserve(2 * grid.cells());
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            const std::size_t here = potential.at(column, row);
            const double own = potential.value[here];
            double x = 0.5 * (potential.beside(column - 1, row, own) - potential.beside(column + 1, row, own));
            double y = 0.5 * (potential.beside(column, row - 1, own) - potential.beside(column, row + 1, own));
            const double size = length({x, y});
            const bool atTarget = potential.fixed[here] && own == 0.0;
            const bool stream = potential.inside(column, row) && !atTarget && size > kFlattest;
            directions.push_back(stream ? static_cast<float>(x / size) : field.dirX[here]);
            directions.push_back(stream ? static_cast<float>(y / size) : field.dirY[here]);
        }
    return directions;
}

}
