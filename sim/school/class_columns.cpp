#include "sim/school/class_columns.hpp"

#include "sim/school/class_names.hpp"
#include "sim/school/fold.hpp"
#include "sim/school/school_limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <utility>

namespace stairwise {
namespace {

constexpr std::size_t kTitleRows = 5; // rows that may stand above the header; assumed

enum class Column { Assisted, BoysOrGirls, Pupils, Room, Pupil, Person, Grade, ClassName };

// In this order: 班主任 names a person though it begins as 班级 does, 学生人数 is a number though 学生 are people.
struct Heading {
    Column column;
    std::string_view word;
};
constexpr Heading kHeadings[] = {
    {Column::Assisted, "需协助"},   {Column::Assisted, "需帮助"},  {Column::Assisted, "残疾"},
    {Column::Assisted, "行动不便"}, {Column::Assisted, "assist"},  {Column::BoysOrGirls, "男"},
    {Column::BoysOrGirls, "女"},    {Column::BoysOrGirls, "boys"}, {Column::BoysOrGirls, "girls"},
    {Column::Pupils, "人数"},       {Column::Pupils, "学生数"},    {Column::Pupils, "pupils"},
    {Column::Pupils, "students"},   {Column::Pupils, "count"},     {Column::Pupils, "size"},
    {Column::Person, "班主任"},     {Column::Person, "老师"},      {Column::Person, "教师"},
    {Column::Person, "负责人"},     {Column::Person, "teacher"},   {Column::Person, "电话"},
    {Column::Person, "联系"},       {Column::Person, "家长"},      {Column::Person, "phone"},
    {Column::Person, "parent"},     {Column::Person, "身份证"},    {Column::Person, "学籍号"},
    {Column::Room, "教室"},         {Column::Room, "房间"},        {Column::Room, "room"},
    {Column::Pupil, "姓名"},        {Column::Pupil, "学生"},       {Column::Pupil, "pupil"},
    {Column::Pupil, "student"},     {Column::ClassName, "班级"},   {Column::ClassName, "classname"},
    {Column::Pupil, "name"},        {Column::ClassName, "班"},     {Column::ClassName, "class"},
    {Column::Grade, "年级"},        {Column::Grade, "grade"},
};

std::optional<Column> headingOf(const std::string& cell)
{
    const std::string text = folded(cell);
    for (const Heading& heading : kHeadings)
        if (text.find(heading.word) != std::string::npos) return heading.column;
    return {};
}

const std::string& cellAt(const std::vector<std::string>& row, std::size_t column)
{
    static const std::string kNone;
    return column < row.size() ? row[column] : kNone;
}

std::size_t widthOf(const TableText& table)
{
    std::size_t width = 0;
    for (const auto& row : table.rows) width = std::max(width, row.size());
    return width;
}

// A header names a column for the class and holds neither a number nor a class.
bool isHeader(const std::vector<std::string>& row, std::size_t width, SchoolKind kind)
{
    bool named = false;
    std::size_t headed = 0;
    for (const std::string& cell : row) {
        if (countOf(cell) || readClass(cell, kind).name) return false;
        const auto heading = headingOf(cell);
        headed += heading ? 1 : 0;
        named = named || heading == Column::ClassName;
    }
    return named && (headed > 1 || width == 1);
}

std::optional<std::size_t>* placeOf(ClassColumns& columns, Column column)
{
    if (column == Column::Assisted) return &columns.assisted;
    if (column == Column::Pupils) return &columns.pupils;
    if (column == Column::Room) return &columns.room;
    if (column == Column::Grade) return &columns.grade;
    return column == Column::ClassName ? &columns.className : nullptr;
}

void headed(ClassColumns& columns, const std::vector<std::string>& row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto heading = headingOf(row[i]);
        if (!heading) continue;
        if (auto* place = placeOf(columns, *heading); place != nullptr && !*place) *place = i;
        if (heading == Column::BoysOrGirls) columns.boysAndGirls.push_back(i);
        if (heading == Column::Pupil) columns.aRowEachPupil = true;
        if (heading == Column::Pupil || heading == Column::Person) columns.persons.push_back(row[i]);
    }
    if (columns.pupils) columns.boysAndGirls.clear();
}

// Most of the cells that hold anything are such.
template <class Is> bool mostly(const TableText& table, std::size_t column, const Is& is)
{
    std::size_t filled = 0;
    std::size_t such = 0;
    for (const auto& row : table.rows) {
        const std::string& cell = cellAt(row, column);
        filled += cell.empty() ? 0 : 1;
        such += !cell.empty() && is(cell) ? 1 : 0;
    }
    return such * 2 > filled;
}

// The column that the most cells of are such; the first of equals.
template <class Is>
std::optional<std::size_t> bestColumn(const TableText& table, const std::vector<bool>& used, const Is& is)
{
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t column = 0; column < used.size(); ++column) {
        if (used[column]) continue;
        std::size_t such = 0;
        for (const auto& row : table.rows) such += is(cellAt(row, column)) ? 1 : 0;
        if (such > most) best = column;
        most = std::max(most, such);
    }
    return best;
}

bool hasLetters(const std::string& cell)
{
    return std::ranges::any_of(cell,
                               [](char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'z'); });
}

void guessed(ClassColumns& columns, const TableText& table, const RoomNames& rooms, SchoolKind kind)
{
    const std::size_t width = widthOf(table);
    std::vector<bool> used(width, false);
    const auto find = [&](std::optional<std::size_t>& place, const auto& is) {
        place = bestColumn(table, used, is);
        if (place) used[*place] = true;
    };
    find(columns.className, [kind](const std::string& cell) { return readClass(cell, kind).name.has_value(); });
    find(columns.room, [&rooms](const std::string& cell) { return !rooms.find(cell).empty(); });
    find(columns.pupils, [](const std::string& cell) { return countOf(cell).has_value(); });
    for (std::size_t column = 0; column < width; ++column)
        if (!used[column] && mostly(table, column, hasLetters)) columns.persons.push_back(fmt::to_string(column + 1));
}

}

std::optional<int> countOf(const std::string& cell)
{
    constexpr std::size_t kMostDigits = 6;
    std::string text = folded(cell);
    for (const std::string_view unit : {"人", "名", "-0"}) // 45.0 of a spreadsheet
        if (text.ends_with(unit)) text.resize(text.size() - unit.size());
    if (text.empty() || text.size() > kMostDigits) return {};
    if (text.find_first_not_of("0123456789") != std::string::npos) return {};
    return std::atoi(text.c_str());
}

ClassColumns columnsOf(const TableText& table, const RoomNames& rooms, SchoolKind kind)
{
    ClassColumns columns;
    for (std::size_t i = 0; i < std::min(kTitleRows, table.rows.size()); ++i)
        if (isHeader(table.rows[i], widthOf(table), kind)) {
            headed(columns, table.rows[i]);
            columns.firstRow = i + 1;
            return columns;
        }
    guessed(columns, table, rooms, kind);
    return columns;
}

}
