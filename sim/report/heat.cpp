#include "sim/report/heat.hpp"

#include "sim/report/phrases.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::size_t kFlowSteps = 6;

double levelAt(const Grid& grid, const std::vector<float>& values, double factor, int column, int row)
{
    return factor * static_cast<double>(values[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                                               static_cast<std::size_t>(column)]);
}

// Neighbours in a row are one rectangle, so that files stay small.
template <class Wanted> std::vector<Area> runsOf(const Grid& grid, const Wanted& wanted)
{
    std::vector<Area> runs;
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            if (!wanted(column, row)) continue;
            const int first = column;
            while (column + 1 < grid.columns && wanted(column + 1, row)) ++column;
            runs.push_back({{grid.low.x + first * grid.size, grid.low.y + row * grid.size},
                            {grid.low.x + (column + 1) * grid.size, grid.low.y + (row + 1) * grid.size}});
        }
    return runs;
}

}

HeatScale densityScale()
{
    // Lightness L* 90, 77, 59, 36, 8.
    return {{0.0, 2.0, 3.5, 5.0, 6.5}, {{205, 234, 192}, {238, 183, 44}, {222, 116, 25}, {168, 24, 38}, {24, 20, 22}}};
}

HeatScale stairLoadScale()
{
    // Lightness L* 90, 82, 72, 58, 44, 24, 6.
    return {
        {0.0, 1.0, 1.5, 1.9, 2.7, 3.5, 5.0},
        {{205, 234, 192}, {242, 201, 92}, {233, 165, 60}, {219, 112, 28}, {190, 50, 40}, {112, 12, 52}, {22, 18, 22}}};
}

HeatScale flowScale(double greatest)
{
    std::vector<double> round;
    for (double decade = 1.0; decade < 1e7; decade *= 10.0)
        for (const double digit : {1.0, 2.0, 5.0}) round.push_back(digit * decade);
    const auto below = std::ranges::count_if(round, [&](double value) { return value < greatest; });
    const std::size_t end = std::max<std::size_t>(static_cast<std::size_t>(below), kFlowSteps - 1);
    HeatScale scale{{0.0},
                    {{225, 238, 246}, {178, 209, 232}, {121, 173, 212}, {63, 128, 184}, {24, 82, 146}, {8, 34, 82}}};
    scale.from.insert(scale.from.end(), round.begin() + static_cast<std::ptrdiff_t>(end - (kFlowSteps - 1)),
                      round.begin() + static_cast<std::ptrdiff_t>(end));
    return scale;
}

std::string stepLabel(const HeatScale& scale, std::size_t step)
{
    if (step == 0) return "< " + brief(scale.from[1]);
    if (step + 1 == scale.from.size()) return "≥ " + brief(scale.from[step]);
    return brief(scale.from[step]) + "–" + brief(scale.from[step + 1]);
}

std::size_t stepOf(const HeatScale& scale, double value)
{
    const auto above = std::ranges::upper_bound(scale.from, value);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - scale.from.begin(), 1)) - 1;
}

void addHeat(std::vector<Shape>& shapes, const Outlines& within, const Grid& grid, const std::vector<float>& values,
             double factor, const HeatScale& scale)
{
    if (values.size() != grid.cells()) return;
    // Each step is laid under all that are darker, so that no seam shows between them.
    for (std::size_t step = 0; step < scale.from.size(); ++step) {
        const auto wanted = [&](int column, int row) {
            const double level = levelAt(grid, values, factor, column, row);
            return level > 0.0 && stepOf(scale, level) >= step;
        };
        FillShape fill{{}, scale.colours[step]};
        for (const Area& run : runsOf(grid, wanted))
            for (Outline& part : clipped(within, run)) fill.rings.push_back(std::move(part));
        if (!fill.rings.empty()) shapes.emplace_back(std::move(fill));
    }
}

}
