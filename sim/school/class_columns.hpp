#pragma once

#include "sim/school/room_names.hpp"
#include "sim/workbook/table_text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// What stands in which column of a pasted list of classes.
struct ClassColumns {
    std::optional<std::size_t> className;
    std::optional<std::size_t> grade;
    std::optional<std::size_t> pupils;
    std::vector<std::size_t> boysAndGirls; // where no column has their sum
    std::optional<std::size_t> assisted;
    std::optional<std::size_t> room;
    std::vector<std::string> persons; // columns of people's names: as they are headed, or "2" for the second
    bool aRowEachPupil = false;       // a column of pupils' names
    std::size_t firstRow = 0;         // below the header
};

/// By the header; without one by what the columns hold.
[[nodiscard]] ClassColumns columnsOf(const TableText& table, const RoomNames& rooms, SchoolKind kind);

/// 45, ４５, 45人; nothing where it is no such number.
[[nodiscard]] std::optional<int> countOf(const std::string& cell);

}
