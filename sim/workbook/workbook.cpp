#include "sim/workbook/workbook.hpp"

#include "sim/base/system.hpp"
#include "sim/base/utf8.hpp"
#include "sim/workbook/table_text.hpp"
#include "sim/workbook/xlsx_read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kDay = 86400.0; // seconds

Fault refused(const std::string& file, Message what, Message mend)
{
    return {file, "", std::move(what), std::move(mend)};
}

// As a text editor would show it; nothing: in no encoding that we know.
std::optional<std::string> decoded(std::string_view bytes)
{
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    if (bytes.starts_with("\xff\xfe")) return utf8From("UTF-16LE", bytes.substr(2));
    if (bytes.starts_with("\xfe\xff")) return utf8From("UTF-16BE", bytes.substr(2));
    if (isUtf8(bytes)) return std::string(bytes);
    return utf8From("GB18030", bytes); // what Excel saves as .csv on a Chinese computer
}

Result<Workbook> parseText(std::string_view bytes, const std::string& file)
{
    const auto text = decoded(bytes);
    if (!text || text->find('\0') != std::string::npos)
        return refused(file, {"workbook.no_table", {}}, {"workbook.no_table.mend", {}});
    TableText table = tableOf(*text);
    if (table.cut)
        return refused(file, {"workbook.many_rows", {fmt::to_string(kMostTableRows)}}, {"workbook.too_large.mend", {}});
    Sheet sheet;
    for (auto& row : table.rows) {
        std::vector<Cell>& cells = sheet.rows.emplace_back();
        for (std::string& cell : row) cells.push_back(textCell(std::move(cell)));
    }
    return Workbook{{std::move(sheet)}};
}

}

Cell textCell(std::string text)
{
    if (text.empty()) return {};
    return {CellKind::Text, std::move(text), 0.0};
}

Cell numberCell(double value)
{
    return {CellKind::Number, fmt::format("{}", value), value};
}

Cell timeCell(double seconds, Shows shows)
{
    const double within = std::fmod(std::max(std::round(seconds), 0.0), kDay);
    const int whole = static_cast<int>(within);
    std::string text = fmt::format("{}:{:02}", whole / 3600, whole / 60 % 60);
    if (shows == Shows::Seconds || whole % 60 != 0) text += fmt::format(":{:02}", whole % 60);
    return {CellKind::Time, std::move(text), within / kDay};
}

std::string nameOf(const CellPlace& place)
{
    std::string letters;
    for (std::size_t left = place.column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters + fmt::to_string(place.row + 1);
}

std::string nameOf(const CellRange& range)
{
    return nameOf(range.first) + ":" + nameOf(range.last);
}

const Cell& cellAt(const Sheet& sheet, CellPlace place)
{
    static const Cell kNone;
    if (place.row >= sheet.rows.size() || place.column >= sheet.rows[place.row].size()) return kNone;
    return sheet.rows[place.row][place.column];
}

Result<Workbook> parseWorkbook(std::string_view bytes, const std::string& file)
{
    if (bytes.size() > kMostWorkbookBytes)
        return refused(file, {"workbook.too_large", {}}, {"workbook.too_large.mend", {}});
    if (bytes.starts_with("PK")) return parseXlsx(bytes, file);
    if (bytes.starts_with("\xd0\xcf\x11\xe0")) // OLE: Excel's old files, and any that has a password
        return refused(file, {"workbook.old", {}}, {"workbook.old.mend", {}});
    return parseText(bytes, file);
}

Result<Workbook> readWorkbook(const std::filesystem::path& path)
{
    const auto bytes = readFile(path, kMostWorkbookBytes);
    if (!bytes) return bytes.fault();
    return parseWorkbook(bytes.value(), path.string());
}

}
