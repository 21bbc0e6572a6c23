#include "sim/record/record_words.hpp"
#include "sim/school/class_names.hpp"
#include "sim/workbook/table_text.hpp"

#include <algorithm>
#include <utility>

namespace stairwise {
namespace {

using Row = std::vector<std::string>;

struct ChineseWord {
    std::string_view word;
    DayMark what;
};
// The first word of a mark is the one that forms have.
constexpr ChineseWord kChinese[] = {
    {"开始", DayMark::Start},
    {"信号", DayMark::Start},
    {"离开教室", DayMark::ClassLeft},
    {"班级离开教室", DayMark::ClassLeft},
    {"出教室", DayMark::ClassLeft},
    {"出楼", DayMark::ClassOut},
    {"班级出楼", DayMark::ClassOut},
    {"到达集合点", DayMark::Assembled},
    {"清点人数", DayMark::ClassCounted},
    {"楼梯清空", DayMark::StairClear},
    {"出口清空", DayMark::ExitClear},
    {"全部出楼", DayMark::AllOut},
    {"备注", DayMark::Note},
    {"受伤", DayMark::Injury},
    {"情况", DayMark::Fact},
    {"结束", DayMark::End},
    {"作废", DayMark::Strike},
};
constexpr int kMostPeople = 1'000'000; // assumed: no school has more
constexpr std::size_t kLongest = 4000; // bytes of a note, as kLongText

// Marks that part cells in a pasted table, and characters for private use that stand for them meanwhile.
constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
    {"，", "\xee\x80\x80"}, {"；", "\xee\x80\x81"}, {";", "\xee\x80\x82"}};

void swap(std::string& text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::optional<DayMark> markIn(const std::string& word)
{
    if (const auto mark = valueFor(kMarkWords, word)) return mark;
    for (const auto& entry : kChinese)
        if (entry.word == word) return entry.what;
    return std::nullopt;
}

/// Reads the cells of one row, one after another; the first thing that is wrong is kept.
class RowReader {
public:
    RowReader(const Row& row, const DrillPlan& plan, SchoolKind kind, Fault where)
        : row_(row), plan_(plan), kind_(kind), fault_(std::move(where))
    {
    }

    DrillEvent read(DayMark what)
    {
        DrillEvent event;
        event.what = what;
        fill(event);
        if (good() && at_ < row_.size() && !rest().empty()) refuse({"record.row.more", {row_[at_]}});
        return event;
    }
    [[nodiscard]] bool good() const { return fault_.what.key.empty(); }
    [[nodiscard]] const Fault& fault() const { return fault_; }

private:
    void fill(DrillEvent& event)
    {
        switch (event.what) {
        case DayMark::ClassLeft:
        case DayMark::ClassOut:
        case DayMark::Assembled:
            event.id = classId(next());
            return seconds(event);
        case DayMark::StairClear:
            event.id = placeId(next(), plan_.simulated.stairs);
            return seconds(event);
        case DayMark::ExitClear:
            event.id = placeId(next(), plan_.simulated.exits);
            return seconds(event);
        case DayMark::ClassCounted:
            return counts(event);
        case DayMark::Note:
        case DayMark::Injury:
            return remark(event);
        case DayMark::Fact:
            return fact(event);
        case DayMark::Strike:
            event.struck = number();
            return;
        case DayMark::Start:
            event.text = next(); // the clock, if it is told
            return;
        case DayMark::AllOut:
        case DayMark::End:
            return seconds(event);
        }
    }

    void counts(DrillEvent& event)
    {
        event.id = classId(next());
        event.expected = number();
        event.present = number();
        event.onLeave = number();
        event.missing = number();
        textThenSeconds(event.text, event);
    }
    void remark(DrillEvent& event)
    {
        event.text = next();
        if (event.text.empty()) refuse({"record.row.no_text", {}});
        textThenSeconds(event.place, event);
    }
    void fact(DrillEvent& event)
    {
        event.id = next();
        event.text = next();
        if (event.id.empty() || event.text.empty()) refuse({"record.row.no_text", {}});
    }
    // One cell left: a time if it reads as one.
    void textThenSeconds(std::string& text, DrillEvent& event)
    {
        if (at_ + 1 == row_.size() && parseSeconds(row_[at_])) return seconds(event);
        text = next();
        seconds(event);
    }
    void seconds(DrillEvent& event)
    {
        const std::string cell = next();
        if (cell.empty()) return;
        event.seconds = parseSeconds(cell);
        if (!event.seconds) refuse({"record.row.seconds", {cell}});
    }
    std::optional<int> number()
    {
        const std::string cell = next();
        const auto value = wholeIn(cell, 0, kMostPeople);
        if (!value) refuse({"record.row.number", {cell}});
        return value;
    }
    std::string classId(const std::string& cell)
    {
        const auto& classes = plan_.derived.participants;
        const auto same = [&](const PlannedClass& one) { return one.id == cell || one.name == cell; };
        auto found = std::ranges::find_if(classes, same);
        if (const auto wanted = readClassName(cell, kind_); found == classes.end() && wanted)
            found = std::ranges::find_if(
                classes, [&](const PlannedClass& one) { return readClassName(one.name, kind_) == wanted; });
        if (found != classes.end()) return found->id;
        refuse({"record.row.class", {cell}});
        return {};
    }
    std::string placeId(const std::string& cell, const std::vector<PredictedTime>& places)
    {
        for (const PredictedTime& place : places)
            if (place.id == cell || place.name == cell) return place.id;
        refuse({"record.row.place", {cell}});
        return {};
    }
    std::string next()
    {
        if (at_ >= row_.size()) return {};
        if (row_[at_].size() > kLongest) refuse({"record.row.long", {}});
        return row_[at_++];
    }
    [[nodiscard]] std::string rest() const
    {
        std::string text;
        for (std::size_t i = at_; i < row_.size(); ++i) text += row_[i];
        return text;
    }
    void refuse(Message what)
    {
        if (good()) fault_.what = std::move(what);
    }

    const Row& row_;
    const DrillPlan& plan_;
    SchoolKind kind_;
    Fault fault_;
    std::size_t at_ = 1;
};

}

std::string_view wordOf(DayMark what, Language language)
{
    return language == Language::Chinese ? std::ranges::find(kChinese, what, &ChineseWord::what)->word : codeOf(what);
}

std::string_view headWord(Language language)
{
    return language == Language::Chinese ? "事项" : "what";
}

std::vector<Row> eventRows(std::string_view text)
{
    std::vector<Row> rows;
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string line(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const bool plain = line.find_first_of(",\t") != std::string::npos;
        if (plain)
            for (const auto& [mark, other] : kMarks) swap(line, mark, other);
        const TableText table = tableOf(line);
        rows.push_back(table.rows.empty() ? Row() : table.rows.front());
        if (plain)
            for (std::string& cell : rows.back())
                for (const auto& [mark, other] : kMarks) swap(cell, other, mark);
    }
    return rows;
}

bool isNoEvent(const Row& row)
{
    if (row.empty() || (row.size() == 1 && row[0].empty())) return true;
    return row[0].starts_with('#') || row[0] == headWord(Language::English) || row[0] == headWord(Language::Chinese);
}

Result<DrillEvent> eventOf(const Row& row, const DrillPlan& plan, SchoolKind kind, const std::string& file,
                           std::size_t line)
{
    Fault where{file, std::to_string(line), {}, {"record.row.mend", {}}};
    const auto what = row.empty() ? std::nullopt : markIn(row[0]);
    if (!what) {
        where.what = {"record.row.what", {row.empty() ? std::string() : row[0].substr(0, kNameText.longest)}};
        return where;
    }
    RowReader reader(row, plan, kind, std::move(where));
    DrillEvent event = reader.read(*what);
    if (!reader.good()) return reader.fault();
    return event;
}

}
