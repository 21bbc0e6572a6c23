#include "sim/school/class_list.hpp"

#include "sim/school/class_columns.hpp"
#include "sim/school/class_names.hpp"
#include "sim/school/elements.hpp"
#include "sim/school/fold.hpp"
#include "sim/school/school_limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace stairwise {
namespace {

constexpr std::string_view kTotals[] = {"合计", "总计", "小计", "共计", "总数", "total", "sum"};

// One class as the list has it; what it does not say stays as it is.
struct Row {
    std::size_t number = 0; // from 1
    ClassName name;
    std::optional<int> pupils;
    std::optional<int> assisted;
    std::optional<SpaceId> room;
};

bool isTotal(const std::vector<std::string>& row)
{
    return std::ranges::any_of(row, [](const std::string& cell) {
        const std::string text = folded(cell);
        return std::ranges::any_of(kTotals, [&text](std::string_view word) { return text.starts_with(word); });
    });
}

// What is nothing like a class may be somebody's name, which is shown nowhere.
bool mayBeAClass(const std::string& cell)
{
    constexpr std::string_view kSigns[] = {"班", "级", "class", "grade"};
    const std::string text = folded(cell);
    return text.find_first_of("0123456789") != std::string::npos ||
           std::ranges::any_of(kSigns, [&text](std::string_view sign) { return text.find(sign) != std::string::npos; });
}

class Reading {
public:
    Reading(std::string_view text, const School& school)
        : school_(school), table_(tableOf(text)), rooms_(school), columns_(columnsOf(table_, rooms_, school.code.kind)),
          free_(school)
    {
    }
    ClassList list() &&;

private:
    void find(std::size_t row, Message what, Message mend, Severity severity = Severity::Warning);
    void aboutTheWhole();
    void read(std::size_t index);
    [[nodiscard]] std::string cell(std::size_t row, const std::optional<std::size_t>& column) const;
    [[nodiscard]] ClassReading nameIn(std::size_t row) const;
    [[nodiscard]] bool fill(Row& row);
    [[nodiscard]] bool fillCount(std::optional<int>& count, std::size_t row, const std::optional<std::size_t>& column);
    void fillRoom(Row& row);
    void keep(Row row);
    void countPupils();
    void put(const Row& row);
    [[nodiscard]] SchoolClass before(const Row& row);
    void findSharedRooms();

    const School& school_;
    TableText table_;
    RoomNames rooms_;
    ClassColumns columns_;
    FreeIds free_;
    std::vector<Row> rows_;
    std::map<ClassName, int> rowsOf_;
    ClassList list_;
};

void Reading::find(std::size_t row, Message what, Message mend, Severity severity)
{
    Finding finding;
    finding.severity = severity;
    finding.rule = "class_list";
    if (row > 0) finding.element = fmt::to_string(row);
    finding.what = std::move(what);
    finding.mend = std::move(mend);
    list_.findings.push_back(std::move(finding));
}

std::string Reading::cell(std::size_t row, const std::optional<std::size_t>& column) const
{
    const auto& cells = table_.rows[row];
    return column && *column < cells.size() ? cells[*column] : std::string{};
}

ClassList Reading::list() &&
{
    aboutTheWhole();
    if (columns_.className)
        for (std::size_t i = columns_.firstRow; i < table_.rows.size(); ++i)
            if (!table_.rows[i].empty() && !isTotal(table_.rows[i])) read(i);
    if (columns_.aRowEachPupil && !columns_.pupils) countPupils();
    for (const Row& row : rows_) put(row);
    findSharedRooms();
    list_.classes = static_cast<int>(rows_.size());
    list_.edit.name = {"edit.class_list", {fmt::to_string(rows_.size())}};
    return std::move(list_);
}

void Reading::aboutTheWhole()
{
    if (table_.cut)
        find(0, {"class_list.cut", {fmt::to_string(kMostTableRows)}}, {"class_list.cut.mend", {}}, Severity::Error);
    if (!columns_.className)
        find(0, {"class_list.no_classes", {}}, {"class_list.no_classes.mend", {}}, Severity::Error);
    for (const std::string& column : columns_.persons)
        find(0, {"class_list.names_not_kept", {column}}, {"class_list.names_not_kept.mend", {}}, Severity::Note);
}

ClassReading Reading::nameIn(std::size_t row) const
{
    return readClass(cell(row, columns_.grade), cell(row, columns_.className), school_.code.kind);
}

void Reading::read(std::size_t index)
{
    const std::size_t number = index + 1;
    const ClassReading reading = nameIn(index);
    if (!reading.name) {
        const bool shown = mayBeAClass(cell(index, columns_.className));
        find(number, shown ? *reading.doubt : Message{"class_list.no_class", {}}, {"class_list.unread.mend", {}});
        return;
    }
    Row row;
    row.number = number;
    row.name = *reading.name;
    const bool again = ++rowsOf_[row.name] > 1;
    if (again && columns_.aRowEachPupil && !columns_.pupils) return;
    if (again)
        find(number, {"class_list.twice", {className(row.name)}}, {"class_list.twice.mend", {}});
    else if (fill(row))
        rows_.push_back(std::move(row));
}

bool Reading::fillCount(std::optional<int>& count, std::size_t row, const std::optional<std::size_t>& column)
{
    const std::string text = cell(row, column);
    if (text.empty()) return true;
    count = countOf(text);
    if (count && *count <= kMostPupilsPerClass) return true;
    find(row + 1, {"class_list.bad_count", {className(nameIn(row).name.value_or(ClassName{}))}},
         {"class_list.bad_count.mend", {fmt::to_string(kMostPupilsPerClass)}});
    return false;
}

bool Reading::fill(Row& row)
{
    const std::size_t index = row.number - 1;
    if (!fillCount(row.pupils, index, columns_.pupils) || !fillCount(row.assisted, index, columns_.assisted))
        return false;
    for (const std::size_t column : columns_.boysAndGirls) {
        std::optional<int> part;
        if (!fillCount(part, index, column)) return false;
        if (part) row.pupils = std::min(row.pupils.value_or(0) + *part, kMostPupilsPerClass);
    }
    const SchoolClass old = before(row);
    const int pupils = row.pupils.value_or(old.pupils);
    const int assisted = row.assisted.value_or(old.assistedPupils);
    if (assisted > pupils && row.assisted) {
        find(row.number, {"school.more_assisted_than_pupils", {fmt::to_string(assisted), fmt::to_string(pupils)}},
             {"school.more_assisted_than_pupils.mend", {}});
        return false;
    }
    if (columns_.pupils && !row.pupils)
        find(row.number, {"class_list.no_count", {className(row.name)}}, {"class_list.no_count.mend", {}});
    fillRoom(row);
    return true;
}

void Reading::fillRoom(Row& row)
{
    const std::string text = cell(row.number - 1, columns_.room);
    if (text.empty()) return;
    const auto found = rooms_.find(text);
    if (found.size() == 1)
        row.room = found.front();
    else if (found.empty())
        find(row.number, {"class_list.no_such_room", {className(row.name)}}, {"class_list.no_such_room.mend", {}});
    else
        find(row.number, {"class_list.rooms_alike", {found[0].value, found[1].value}},
             {"class_list.rooms_alike.mend", {}});
}

void Reading::countPupils()
{
    for (Row& row : rows_) row.pupils = std::min(rowsOf_[row.name], kMostPupilsPerClass);
}

SchoolClass Reading::before(const Row& row)
{
    if (const SchoolClass* old = findClass(school_, row.name); old != nullptr) return *old;
    SchoolClass fresh;
    fresh.name = className(row.name);
    fresh.grade = row.name.grade;
    fresh.number = row.name.number;
    return fresh;
}

void Reading::put(const Row& row)
{
    SchoolClass schoolClass = before(row);
    if (schoolClass.id.none()) {
        const std::string wish = fmt::format("{}-{}", row.name.grade, row.name.number);
        schoolClass.id.value = row.name.grade > 0 && free_.take(wish) ? wish : free_.next("K");
    }
    if (row.pupils) schoolClass.pupils = *row.pupils;
    if (row.assisted) schoolClass.assistedPupils = *row.assisted;
    schoolClass.assistedPupils = std::min(schoolClass.assistedPupils, schoolClass.pupils);
    if (row.room) schoolClass.homeroom = *row.room;
    list_.edit.changes.emplace_back(std::move(schoolClass));
}

void Reading::findSharedRooms()
{
    std::map<SpaceId, ClassName> taken;
    for (const Row& row : rows_) {
        if (!row.room) continue;
        const auto [first, fresh] = taken.emplace(*row.room, row.name);
        if (!fresh)
            find(row.number,
                 {"class_list.room_shared", {className(row.name), className(first->second), row.room->value}},
                 {"class_list.room_shared.mend", {}});
    }
}

}

ClassList readClassList(std::string_view text, const School& school)
{
    return Reading(text, school).list();
}

}
