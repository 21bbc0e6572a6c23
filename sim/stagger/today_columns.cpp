#include "sim/stagger/today_columns.hpp"

#include "sim/school/fold.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::size_t kTitleRows = 10; // rows that may stand above the headings and with them; assumed

enum class Heading { Class, Time, Grade, Stair, Exit, AnyWay };
struct Word {
    std::string_view word;
    std::optional<Heading> heading; // none: another column, whatever else its heading says
};
// In this order: 班主任 is nobody's class, and 楼梯出口 is a stair's.
constexpr Word kWords[] = {
    {"班主任", {}},
    {"教师", {}},
    {"老师", {}},
    {"teacher", {}},
    {"用时", {}},
    {"清空", {}},
    {"clear", {}},
    {"时间", Heading::Time},
    {"时刻", Heading::Time},
    {"time", Heading::Time},
    {"leaves", Heading::Time},
    {"release", Heading::Time},
    {"楼梯", Heading::Stair},
    {"stair", Heading::Stair},
    {"出口", Heading::Exit},
    {"exit", Heading::Exit},
    {"路线", Heading::AnyWay},
    {"通道", Heading::AnyWay},
    {"route", Heading::AnyWay},
    {"way", Heading::AnyWay},
    {"班", Heading::Class},
    {"class", Heading::Class},
    {"年级", Heading::Grade},
    {"grade", Heading::Grade},
};

std::optional<Heading> headingOf(const Cell& cell)
{
    if (cell.kind != CellKind::Text) return {};
    const std::string text = folded(cell.text);
    for (const Word& word : kWords)
        if (text.find(word.word) != std::string::npos) return word.heading;
    return {};
}

std::optional<TodayColumns> columnsIn(const std::vector<Cell>& row)
{
    TodayColumns columns;
    std::optional<std::size_t> className, time;
    for (std::size_t c = 0; c < row.size(); ++c) {
        const auto heading = headingOf(row[c]);
        if (heading == Heading::Class && !className) className = c;
        if (heading == Heading::Time && !time) time = c;
        if (heading == Heading::Grade && !columns.grade) columns.grade = c;
        if (heading == Heading::Stair) columns.ways.push_back({c, WayKind::Stair});
        if (heading == Heading::Exit) columns.ways.push_back({c, WayKind::Exit});
        if (heading == Heading::AnyWay) columns.ways.push_back({c, WayKind::Any});
    }
    if (!className || !time) return {};
    columns.className = *className;
    columns.time = *time;
    return columns;
}

}

std::optional<TodayColumns> todayColumns(const Sheet& sheet)
{
    for (std::size_t r = 0; r < std::min(kTitleRows, sheet.rows.size()); ++r)
        if (auto columns = columnsIn(sheet.rows[r])) {
            columns->headings = r;
            return columns;
        }
    return {};
}

}
