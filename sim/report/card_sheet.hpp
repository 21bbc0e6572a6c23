#pragma once

#include "sim/report/page.hpp"

#include <functional>
#include <vector>

namespace stairwise {

/// Cards of one size on A4, with dashes where they are cut apart.
struct CardGrid {
    std::size_t columns = 2;
    std::size_t rows = 2;
};
/// Draws card number `index` onto a page within its corner and size.
using DrawCard = std::function<void(Page& page, Vec2 corner, Vec2 size, std::size_t index)>;
[[nodiscard]] std::vector<Picture> cardSheets(const CardGrid& grid, std::size_t count, const DrawCard& draw);
[[nodiscard]] Vec2 cardSize(const CardGrid& grid); // points, its margin included

}
