#include "sim/report/card_sheet.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr double kSide = 30.0; // points
constexpr double kTop = 30.0;
constexpr double kFoot = 38.0;

}

Vec2 cardSize(const CardGrid& grid)
{
    return {(kA4.x - 2.0 * kSide) / static_cast<double>(grid.columns),
            (kA4.y - kTop - kFoot) / static_cast<double>(grid.rows)};
}

namespace {

// About the rows that hold cards.
void addCuts(Page& page, const CardGrid& grid, std::size_t cards)
{
    const Vec2 size = cardSize(grid);
    const std::size_t rows = (cards + grid.columns - 1) / grid.columns;
    const double right = kA4.x - kSide;
    const double low = kTop + static_cast<double>(rows) * size.y;
    for (std::size_t c = 0; c <= grid.columns; ++c) {
        const double x = kSide + static_cast<double>(c) * size.x;
        page.cut({x, kTop}, {x, low});
    }
    for (std::size_t r = 0; r <= rows; ++r) {
        const double y = kTop + static_cast<double>(r) * size.y;
        page.cut({kSide, y}, {right, y});
    }
}

}

std::vector<Picture> cardSheets(const CardGrid& grid, std::size_t count, const DrawCard& draw)
{
    std::vector<Picture> pages;
    const Vec2 size = cardSize(grid);
    const std::size_t most = grid.columns * grid.rows;
    for (std::size_t first = 0; first < count; first += most) {
        Page page(kA4);
        for (std::size_t i = first; i < std::min(first + most, count); ++i) {
            const auto column = static_cast<double>((i - first) % grid.columns);
            const auto row = static_cast<double>((i - first) / grid.columns);
            draw(page, {kSide + column * size.x, kTop + row * size.y}, size, i);
        }
        addCuts(page, grid, std::min(count - first, most));
        pages.push_back(std::move(page).picture());
    }
    return pages;
}

}
