#include "sim/report/plan_docx.hpp"

#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/workbook/table_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace stairwise {
namespace {

std::string cellOf(const std::vector<std::string>& row, std::size_t column)
{
    if (column >= row.size() || row[column] == kDash) return {};
    return row[column];
}

bool hasHead(const DocxTable& table, std::initializer_list<std::string_view> keys)
{
    if (table.empty() || table.front().size() != keys.size()) return false;
    return std::ranges::equal(table.front(), keys, says);
}

std::vector<std::string> partsOf(const std::string& text)
{
    constexpr std::array<std::string_view, 5> kMarks = {"、", "，", ",", "；", "\n"};
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size();) {
        const auto mark = std::ranges::find_if(kMarks, [&](auto m) { return text.compare(i, m.size(), m) == 0; });
        if (mark == kMarks.end()) {
            if (text[i] != ' ' || !parts.back().empty()) parts.back() += text[i];
            ++i;
        } else {
            parts.emplace_back();
            i += mark->size();
        }
    }
    std::erase(parts, std::string());
    return parts;
}

/// "2:05", "2分05秒", "45秒", "125": seconds.
std::optional<double> secondsIn(std::string_view text)
{
    std::vector<int> numbers;
    bool minutes = false;
    while (!text.empty()) {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc{}) {
            numbers.push_back(value);
            text.remove_prefix(static_cast<std::size_t>(end - text.data()));
            continue;
        }
        constexpr std::array<std::string_view, 3> kMinutes = {":", "：", "分"};
        constexpr std::array<std::string_view, 4> kOther = {"秒", "钟", "s", " "};
        const auto known = [&](std::string_view mark) { return text.starts_with(mark); };
        const auto* minute = std::ranges::find_if(kMinutes, known);
        const auto* other = std::ranges::find_if(kOther, known);
        if (minute == kMinutes.end() && other == kOther.end()) return std::nullopt;
        minutes = minutes || minute != kMinutes.end();
        text.remove_prefix(minute != kMinutes.end() ? minute->size() : other->size());
    }
    if (numbers.empty() || numbers.size() > 2 || std::ranges::any_of(numbers, [](int n) { return n < 0; }))
        return std::nullopt;
    if (numbers.size() == 2 && !minutes) return std::nullopt;
    return minutes ? 60.0 * numbers[0] + (numbers.size() == 2 ? numbers[1] : 0) : numbers[0];
}

void setPair(std::vector<SaidPair>& pairs, const std::string& what, const std::string& text)
{
    const auto found = std::ranges::find(pairs, what, &SaidPair::what);
    if (found == pairs.end())
        pairs.push_back({what, text});
    else
        found->text = text;
}

/// Takes up what one table of the document says.
class Taker {
public:
    Taker(SaidOfDrill said, const std::string& file) : said_(std::move(said)), file_(file) {}

    void take(const DocxTable& table)
    {
        if (hasHead(table, {"plan.phase", "plan.phase.seconds"})) return takePhases(table);
        if (hasHead(table, {"plan.team", "plan.team.leader", "plan.team.members", "plan.team.duties"}))
            return takeTeams(table);
        if (hasHead(table, {"plan.post", "plan.post.who"})) return takePairs(table, said_.wardens);
        if (hasHead(table, {"plan.class", "plan.helpers.who"})) return takePairs(table, said_.helpers);
        if (hasHead(table, {"plan.equipment.what", "plan.equipment.text"})) return takePairs(table, said_.equipment);
        if (hasHead(table, {"plan.answers.what", "plan.answers.text"})) return takePairs(table, said_.answers);
        if (hasHead(table, {"plan.risk.number", "plan.risk.place", "plan.risk.when", "plan.risk.share", "plan.risk.why",
                            "plan.risk.answer"}))
            return takeAnswers(table);
        if (hasHead(table, {"plan.class", "plan.class.pupils", "plan.class.order", "plan.class.release",
                            "plan.class.way", "plan.class.place", "plan.class.out"}))
            return takePlaces(table);
        for (const auto& row : table)
            if (row.size() == 2) takeField(row);
    }
    [[nodiscard]] Result<SaidOfDrill> said() &&
    {
        if (fault_) return *fault_;
        if (taken_ == 0) return Fault{file_, "", {"plan.docx.none", {}}, {"plan.docx.none.mend", {}}};
        return std::move(said_);
    }

private:
    void takeField(const std::vector<std::string>& row)
    {
        struct Field {
            std::string_view key;
            std::string SaidOfDrill::*text;
        };
        constexpr Field kFields[] = {
            {"plan.number", &SaidOfDrill::number},       {"plan.author", &SaidOfDrill::author},
            {"plan.reviewer", &SaidOfDrill::reviewer},   {"plan.place", &SaidOfDrill::place},
            {"plan.scope", &SaidOfDrill::scope},         {"plan.purpose", &SaidOfDrill::purpose},
            {"plan.commander", &SaidOfDrill::commander}, {"plan.signal", &SaidOfDrill::signal},
            {"plan.notice", &SaidOfDrill::notice}};
        const std::string text = cellOf(row, 1);
        if (says(row[0], "plan.date")) return takeDate(text);
        for (const Field& field : kFields) {
            if (!says(row[0], field.key)) continue;
            said_.*field.text = text;
            ++taken_;
        }
    }
    void takeDate(const std::string& text)
    {
        ++taken_;
        const auto blank = text.find_first_of(" \n");
        const std::string day = text.substr(0, blank);
        said_.date = parseDate(day);
        said_.time = !said_.date ? text : blank == std::string::npos ? std::string() : text.substr(blank + 1);
        if (!text.empty() && !said_.date && text.size() >= kShortestDay) refuse("plan.docx.date", text);
    }
    void takePhases(const DocxTable& table)
    {
        ++taken_;
        said_.phases.clear();
        for (std::size_t i = 1; i < table.size(); ++i) {
            Phase phase{cellOf(table[i], 0), {}};
            const std::string time = cellOf(table[i], 1);
            phase.seconds = secondsIn(time);
            if (!time.empty() && !phase.seconds) refuse("plan.docx.time", time);
            if (!phase.name.empty()) said_.phases.push_back(std::move(phase));
        }
    }
    void takeTeams(const DocxTable& table)
    {
        ++taken_;
        said_.teams.clear();
        for (std::size_t i = 1; i < table.size(); ++i)
            if (const auto& row = table[i]; !cellOf(row, 0).empty())
                said_.teams.push_back({cellOf(row, 0), cellOf(row, 1), partsOf(cellOf(row, 2)), cellOf(row, 3)});
    }
    void takePairs(const DocxTable& table, std::vector<SaidPair>& pairs)
    {
        ++taken_;
        for (std::size_t i = 1; i < table.size(); ++i)
            if (const std::string what = cellOf(table[i], 0); !what.empty()) setPair(pairs, what, cellOf(table[i], 1));
    }
    void takeAnswers(const DocxTable& table)
    {
        ++taken_;
        for (std::size_t i = 1; i < table.size(); ++i)
            if (const std::string place = cellOf(table[i], 1); !place.empty())
                setPair(said_.answers, place, cellOf(table[i], 5));
    }
    // Area and place stand in one cell; what the area is called is known when the plan is made again.
    void takePlaces(const DocxTable& table)
    {
        ++taken_;
        for (std::size_t i = 1; i < table.size(); ++i) {
            const std::string cell = cellOf(table[i], 5);
            const std::string name = cellOf(table[i], 0);
            for (const std::string_view mark : {"：", ":"})
                if (const auto at = cell.rfind(mark); !name.empty() && at != std::string::npos) {
                    setPair(said_.places, name, trimmed(cell.substr(at + mark.size())));
                    break;
                }
        }
    }
    void refuse(std::string_view key, const std::string& text)
    {
        if (!fault_) fault_ = Fault{file_, "", {key, {text}}, {"plan.docx.mend", {}}};
    }

    static constexpr std::size_t kShortestDay = 8; // "2026-3-1"; a bare time of day is shorter
    SaidOfDrill said_;
    std::string file_;
    std::optional<Fault> fault_;
    int taken_ = 0;
};

const DocxTable* tableLike(const std::vector<DocxTable>& tables, const TablePart& part)
{
    const auto same = [&](const DocxTable& table) { return !table.empty() && table.front() == part.head; };
    const auto found = std::ranges::find_if(tables, same);
    return found == tables.end() ? nullptr : &*found;
}

std::string plain(const std::string& text)
{
    std::string out;
    for (const char c : text)
        if (c != ' ' && c != '\n') out += c;
    return out == kDash ? std::string() : out;
}

void compare(const DocxTable& table, const TablePart& part, std::vector<Message>& all)
{
    const std::size_t name = says(part.head[0], "plan.risk.number") ? 1 : 0; // the column that a row is known by
    std::vector<bool> taken(table.size());                                   // several may be called the same
    for (const auto& row : part.rows) {
        std::size_t at = 1;
        while (at < table.size() && (taken[at] || plain(cellOf(table[at], name)) != plain(row[name]))) ++at;
        if (at == table.size()) {
            all.push_back({"plan.docx.no_row", {row[name], part.head[name]}});
            continue;
        }
        taken[at] = true;
        for (std::size_t i = name + 1; i < row.size(); ++i)
            if (const std::string cell = cellOf(table[at], i); plain(cell) != plain(row[i]))
                all.push_back({"plan.docx.differs", {row[name], part.head[i], orDash(cell), row[i]}});
    }
}

// Those that a person says were taken in, so whatever differs is the model's.
void compareField(const std::vector<DocxTable>& tables, const FieldPart& field, std::vector<Message>& all)
{
    for (const DocxTable& table : tables)
        for (const auto& row : table)
            if (row.size() == 2 && row[0] == field.name && plain(row[1]) != plain(field.text))
                all.push_back({"plan.docx.field", {field.name, cellOf(row, 1), field.text}});
}

// The document may be in either language.
std::vector<Message> differences(const std::vector<DocxTable>& tables, const Writing& writing, std::size_t& known)
{
    std::vector<Message> all;
    for (const WritingPart& part : writing.parts) {
        if (const auto* field = std::get_if<FieldPart>(&part)) compareField(tables, *field, all);
        const auto* table = std::get_if<TablePart>(&part);
        const DocxTable* theirs = table == nullptr ? nullptr : tableLike(tables, *table);
        if (theirs == nullptr) continue;
        ++known;
        compare(*theirs, *table, all);
    }
    return all;
}

}

Result<SaidOfDrill> saidInDocx(const std::vector<DocxTable>& tables, SaidOfDrill before, const std::string& file)
{
    Taker taker(std::move(before), file);
    for (const DocxTable& table : tables) taker.take(table);
    return std::move(taker).said();
}

std::vector<Message> differencesIn(const std::vector<DocxTable>& tables, const DrillPlan& plan)
{
    std::vector<Message> best;
    std::size_t most = 0;
    for (const Language language : {Language::Chinese, Language::English}) {
        std::size_t known = 0;
        auto all = differences(tables, planWriting(plan, language), known);
        if (known < most || (known == most && most > 0)) continue;
        most = known;
        best = std::move(all);
    }
    return best;
}

}
