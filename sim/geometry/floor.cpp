#include "sim/geometry/polygon.hpp"
#include "sim/geometry/way_field.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {

namespace {

/// Cells whose centres lie in [from, to], along one axis; empty if first > last.
struct Span {
    int first = 0;
    int last = -1;
};
Span centresIn(double from, double to, double low, double size, int count)
{
    const double first = std::ceil((from - low) / size - 0.5);
    const double last = std::floor((to - low) / size - 0.5);
    return {static_cast<int>(std::clamp(first, 0.0, static_cast<double>(count))),
            static_cast<int>(std::clamp(last, -1.0, count - 1.0))};
}

/// Where the line through a and b has this y.
double crossingX(Vec2 a, Vec2 b, double y)
{
    return a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
}

void openCells(Floor& floor, const Polygon& polygon)
{
    const Grid& grid = floor.grid;
    std::vector<std::vector<double>> crossings(static_cast<std::size_t>(grid.rows));
    for (const Segment edge : edgesOf(polygon)) {
        const auto [low, high] = std::minmax(edge.a, edge.b, [](Point p, Point q) { return p.y < q.y; });
        const Vec2 a = toMetres(low), b = toMetres(high);
        const Span rows = centresIn(a.y, b.y, grid.low.y, grid.size, grid.rows);
        for (int row = rows.first; row <= rows.last; ++row) {
            const double y = grid.centre(0, row).y;
            if (a.y <= y && y < b.y) crossings[static_cast<std::size_t>(row)].push_back(crossingX(a, b, y));
        }
    }
    for (int row = 0; row < grid.rows; ++row) {
        auto& xs = crossings[static_cast<std::size_t>(row)];
        std::sort(xs.begin(), xs.end());
        for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
            const Span columns = centresIn(xs[i], xs[i + 1], grid.low.x, grid.size, grid.columns);
            for (int column = columns.first; column <= columns.last; ++column) floor.open[grid.cell(column, row)] = 1;
        }
    }
}

/// Cells near one wall learn how near it is; row by row, so that a long slanting wall touches its own strip alone.
void clearFrom(Floor& floor, Segment wall)
{
    const Grid& grid = floor.grid;
    const auto [low, high] = std::minmax(wall.a, wall.b, [](Point p, Point q) { return p.y < q.y; });
    const Vec2 a = toMetres(low), b = toMetres(high);
    const Span rows = centresIn(a.y - kFarClear, b.y + kFarClear, grid.low.y, grid.size, grid.rows);
    for (int row = rows.first; row <= rows.last; ++row) {
        const double y = grid.centre(0, row).y;
        double from = std::min(a.x, b.x), to = std::max(a.x, b.x);
        if (b.y > a.y) {
            const double x0 = crossingX(a, b, std::clamp(y - kFarClear, a.y, b.y));
            const double x1 = crossingX(a, b, std::clamp(y + kFarClear, a.y, b.y));
            from = std::min(x0, x1);
            to = std::max(x0, x1);
        }
        const Span columns = centresIn(from - kFarClear, to + kFarClear, grid.low.x, grid.size, grid.columns);
        for (int column = columns.first; column <= columns.last; ++column) {
            const std::size_t cell = grid.cell(column, row);
            if (floor.open[cell] == 0) continue;
            const Vec2 centre = grid.centre(column, row);
            const auto away = static_cast<float>(length(centre - nearestOn(a, b, centre)));
            floor.clearance[cell] = std::min(floor.clearance[cell], away);
        }
    }
}

void unlink(Floor& floor, std::size_t cell, unsigned bit)
{
    floor.links[cell] = static_cast<std::uint8_t>(floor.links[cell] & ~(1U << bit));
}

bool linked(const Floor& floor, int column, int row, unsigned bit)
{
    return (floor.links[floor.grid.cell(column, row)] >> bit & 1U) != 0;
}

/// Open cells beside each other; the walls then cut some of these links.
void linkOpenCells(Floor& floor)
{
    const Grid& grid = floor.grid;
    for (int row = 1; row + 1 < grid.rows; ++row) {
        for (int column = 1; column + 1 < grid.columns; ++column) {
            if (floor.open[grid.cell(column, row)] == 0) continue;
            unsigned links = 0;
            for (unsigned i = 0; i < 4; ++i) {
                const std::size_t other = grid.cell(column + kAround[i].column, row + kAround[i].row);
                if (floor.open[other] != 0) links |= 1U << i;
            }
            floor.links[grid.cell(column, row)] = static_cast<std::uint8_t>(links);
        }
    }
}

/// Over a corner one may walk where both ways round it are free.
void linkCorners(Floor& floor)
{
    const Grid& grid = floor.grid;
    for (int row = 1; row + 1 < grid.rows; ++row) {
        for (int column = 1; column + 1 < grid.columns; ++column) {
            unsigned links = floor.links[grid.cell(column, row)];
            for (unsigned i = 0; i < 4; ++i) {
                const unsigned next = (i + 1) % 4; // corner 4 + i lies between sides i and next
                const bool free = (links >> i & 1U) != 0 && (links >> next & 1U) != 0 &&
                                  linked(floor, column + kAround[i].column, row + kAround[i].row, next) &&
                                  linked(floor, column + kAround[next].column, row + kAround[next].row, i);
                if (free) links |= 1U << (4 + i);
            }
            floor.links[grid.cell(column, row)] = static_cast<std::uint8_t>(links);
        }
    }
}

/// Links between neighbouring centres that the wall crosses, so that thin walls hold although no centre lies in them.
enum class Axis { X, Y };
void cutLinks(Floor& floor, Segment wall, Axis axis)
{
    const Grid& grid = floor.grid;
    const auto turned = [&](Vec2 v) { return axis == Axis::X ? v : Vec2{v.y, v.x}; };
    const Vec2 gridLow = turned(grid.low);
    const int across = axis == Axis::X ? grid.columns : grid.rows;
    const int lines = axis == Axis::X ? grid.rows : grid.columns;
    Vec2 a = turned(toMetres(wall.a)), b = turned(toMetres(wall.b));
    if (a.y > b.y) std::swap(a, b);
    if (a.y == b.y) return; // runs along the links
    const Span span = centresIn(a.y, b.y, gridLow.y, grid.size, lines);
    for (int line = span.first; line <= span.last; ++line) {
        const double x = crossingX(a, b, gridLow.y + (line + 0.5) * grid.size);
        const double before = std::floor((x - gridLow.x) / grid.size - 0.5);
        if (before < 0.0 || before >= across - 1) continue;
        const int at = static_cast<int>(before);
        if (axis == Axis::X) {
            unlink(floor, grid.cell(at, line), 0);
            unlink(floor, grid.cell(at + 1, line), 2);
        } else {
            unlink(floor, grid.cell(line, at), 1);
            unlink(floor, grid.cell(line, at + 1), 3);
        }
    }
}

bool openNear(const Floor& floor, int column, int row)
{
    const Grid& grid = floor.grid;
    for (int j = std::max(0, row - 2); j <= std::min(grid.rows - 1, row + 2); ++j) {
        for (int i = std::max(0, column - 2); i <= std::min(grid.columns - 1, column + 2); ++i) {
            if (floor.open[grid.cell(i, j)] != 0) return true;
        }
    }
    return false;
}

}

namespace {

constexpr double kBetweenMm = 0.00025; // metres: keeps centres off whole millimetres, so that none lies on a wall

}

Grid gridOver(const Box& box, double size)
{
    const Vec2 low = toMetres(box.low);
    const Vec2 extent = toMetres(box.high) - low;
    const auto across = [&](double metres) { return std::max(1.0, std::ceil(metres / size)) + 2.0; };
    while (across(extent.x) * across(extent.y) > kMostGridCells) size *= 2.0;
    const double margin = size + kBetweenMm;
    return {low - Vec2{margin, margin}, size, static_cast<int>(across(extent.x)), static_cast<int>(across(extent.y))};
}

Floor floorOf(const Polygon& polygon, const std::vector<Segment>& walls, double cellSize)
{
    Floor floor;
    floor.grid = gridOver(boxOf(polygon.outer), cellSize);
    floor.walls = walls;
    floor.open.assign(floor.grid.cells(), 0);
    floor.links.assign(floor.grid.cells(), 0);
    openCells(floor, polygon);
    linkOpenCells(floor);
    floor.clearance.assign(floor.grid.cells(), 0.0F);
    for (std::size_t cell = 0; cell < floor.grid.cells(); ++cell) {
        if (floor.open[cell] != 0) floor.clearance[cell] = static_cast<float>(kFarClear);
    }
    for (const Segment wall : walls) {
        clearFrom(floor, wall);
        cutLinks(floor, wall, Axis::X);
        cutLinks(floor, wall, Axis::Y);
    }
    linkCorners(floor);
    for (int row = 0; row < floor.grid.rows; ++row) {
        for (int column = 0; column < floor.grid.columns; ++column) {
            const std::size_t cell = floor.grid.cell(column, row);
            if (floor.open[cell] == 0 && openNear(floor, column, row)) {
                floor.fringe.push_back(static_cast<std::uint32_t>(cell));
            }
        }
    }
    return floor;
}

}
