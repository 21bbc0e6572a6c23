#pragma once

#include "sim/base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// A spreadsheet as a value: sheets of rows of cells. Made from .xlsx and .csv files, and written as .xlsx.

enum class CellKind { Empty, Text, Number, Time };
struct Cell {
    CellKind kind = CellKind::Empty;
    std::string text = {}; // as a person sees it: "三（2）班", "45", "16:40", "16:40:30"; blanks about it taken off
    double number = 0.0;   // Number; Time: share of a day
};
[[nodiscard]] Cell textCell(std::string text); // empty: no cell
[[nodiscard]] Cell numberCell(double value);   // finite
enum class Shows { Minutes, Seconds };
/// Seconds after midnight, rounded to whole ones; a day is taken off until it is one of the first.
[[nodiscard]] Cell timeCell(double seconds, Shows shows);

/// Counted from 0.
struct CellPlace {
    std::size_t row = 0;
    std::size_t column = 0;
    friend bool operator==(const CellPlace&, const CellPlace&) = default;
};
struct CellRange {
    CellPlace first, last; // both of it
    friend bool operator==(const CellRange&, const CellRange&) = default;
};
[[nodiscard]] std::string nameOf(const CellPlace& place); // "B3"
[[nodiscard]] std::string nameOf(const CellRange& range); // "B3:B5"

struct Sheet {
    std::string name; // empty: of a text file
    std::vector<std::vector<Cell>> rows;
    std::vector<CellRange> merged; // read, never written
};
struct Workbook {
    std::vector<Sheet> sheets; // those that are shown; one of a text file
};
[[nodiscard]] const Cell& cellAt(const Sheet& sheet, CellPlace place); // an empty one where there is none

inline constexpr std::size_t kMostWorkbookBytes = 16U << 20U; // assumed: a timetable has some ten kilobytes

/// By its content: .xlsx, or text in UTF-8, UTF-16 or GB 18030 (GBK) with tabs, semicolons or commas. Refused: old
/// .xls, what is protected by a password, damaged, no table, or too large.
[[nodiscard]] Result<Workbook> readWorkbook(const std::filesystem::path& path);
[[nodiscard]] Result<Workbook> parseWorkbook(std::string_view bytes, const std::string& file);

/// .xlsx: the first row of each sheet is bold and stays in sight, columns are as wide as what they hold. The same bytes
/// for the same workbook.
[[nodiscard]] Result<std::string> formatXlsx(const Workbook& workbook, const std::string& file);

}
