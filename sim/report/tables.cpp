#include "sim/report/tables.hpp"

#include "sim/report/both.hpp"
#include "sim/report/phrases.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr const char* kByteOrderMark = "\xef\xbb\xbf";

std::string time(std::optional<double> seconds)
{
    return seconds ? fixed(*seconds, 1) : std::string();
}

std::string ratio(const RunResult& result, std::optional<double> agents, std::optional<double> hand)
{
    const auto value = ratioOf(agents, hand);
    return value && result.model == Model::Agents ? fixed(*value, 2) : std::string();
}

// The other cases beside a stair or exit: by hand, ratio, capped, whether the flow limit holds.
void addOthers(Row& row, const RunResult& result, Counted what, const PassageResult& passage, Language language)
{
    std::optional<double> hand;
    std::optional<double> capped;
    if (result.hand)
        for (const HandPassage& p : what == Counted::Stair ? result.hand->stairs : result.hand->exits)
            if (p.times.id == passage.id) hand = p.times.clear;
    if (result.capped)
        for (const PassageResult& p : what == Counted::Stair ? result.capped->stairs : result.capped->exits)
            if (p.id == passage.id) capped = p.clear;
    const auto limit = std::ranges::find_if(
        result.limits, [&](const LimitCheck& check) { return check.what == what && check.id == passage.id; });
    row.push_back(time(hand));
    row.push_back(ratio(result, passage.clear, hand));
    row.push_back(time(capped));
    row.push_back(limit != result.limits.end() ? wordOf(limit->state, language) : std::string());
}

std::string passagesCsv(const RunResult& result, Counted what, std::string_view name, Language language)
{
    std::string text =
        csvHead({"report.column.id", name, "report.column.width", "report.column.passed", "report.column.first",
                 "report.column.last", "report.column.clear", "report.column.peak_flow", "report.column.hand_clear",
                 "report.column.ratio", "report.column.capped_clear", "report.column.limit"},
                language);
    for (const PassageResult& p : what == Counted::Stair ? result.stairs : result.exits) {
        Row row = {harmless(p.id), harmless(p.name), fixed(p.width, 2), std::to_string(p.passed),
                   time(p.first),  time(p.last),     time(p.clear),     fixed(p.peakFlow, 2)};
        addOthers(row, result, what, p, language);
        text += csvRow(row);
    }
    return text;
}

}

std::string csvHead(const std::vector<std::string_view>& keys, Language language)
{
    Row cells;
    for (const auto key : keys) cells.push_back(say(key, language));
    return kByteOrderMark + csvRow(cells);
}

std::string csvOf(const Sheet& sheet)
{
    std::string text = kByteOrderMark;
    for (const auto& row : sheet.rows) {
        Row cells;
        for (const Cell& cell : row) cells.push_back(cell.kind == CellKind::Text ? harmless(cell.text) : cell.text);
        text += csvRow(cells);
    }
    return text;
}

std::string csvRow(const Row& cells)
{
    std::string row;
    for (const std::string& cell : cells) {
        if (&cell != &cells.front()) row += ',';
        if (cell.find_first_of(",\"\r\n") == std::string::npos) {
            row += cell;
            continue;
        }
        row += '"';
        for (const char c : cell) row += c == '"' ? std::string("\"\"") : std::string(1, c);
        row += '"';
    }
    return row + "\n";
}

std::string harmless(std::string text)
{
    constexpr std::string_view kBeginsFormula = "=+-@\t\r";
    if (!text.empty() && kBeginsFormula.find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
    return text;
}

std::string classesCsv(const RunResult& result, Language language)
{
    std::string text = csvHead({"report.column.id", "report.column.class", "report.column.people", "report.column.out",
                                "report.column.released", "report.column.first_left", "report.column.room_clear",
                                "report.column.last_out", "report.column.assembled", "report.column.hand_out",
                                "report.column.ratio", "report.column.capped_out"},
                               language);
    for (const ClassResult& c : result.classes) {
        std::optional<double> hand;
        std::optional<double> capped;
        if (result.hand)
            for (const HandClass& other : result.hand->classes)
                if (other.times.id == c.id) hand = other.times.lastOut;
        if (result.capped)
            for (const ClassResult& other : result.capped->classes)
                if (other.id == c.id) capped = other.lastOut;
        text += csvRow({harmless(c.id), harmless(c.name), std::to_string(c.people), std::to_string(c.out),
                        fixed(c.released, 1), time(c.firstLeft), time(c.roomClear), time(c.lastOut), time(c.assembled),
                        time(hand), ratio(result, c.lastOut, hand), time(capped)});
    }
    return text;
}

std::string stairsCsv(const RunResult& result, Language language)
{
    return passagesCsv(result, Counted::Stair, "report.column.stair", language);
}

std::string exitsCsv(const RunResult& result, Language language)
{
    return passagesCsv(result, Counted::Exit, "report.column.exit", language);
}

std::string handCsv(const HandResult& hand, Language language)
{
    std::string text = csvHead({"report.column.element", "report.column.into", "report.column.width",
                                "report.column.effective_width", "report.column.most_flow", "report.column.passed",
                                "report.column.first", "report.column.last", "report.column.flow",
                                "report.column.binds_from", "report.column.binds_until", "report.column.longest_queue"},
                               language);
    for (const HandElement& element : hand.elements) {
        const HydraulicElement& flow = element.flow;
        text += csvRow({harmless(element.id), harmless(element.into), fixed(flow.limit.clearWidth, 2),
                        fixed(flow.limit.effectiveWidth, 2), fixed(flow.limit.capacity, 3), std::to_string(flow.people),
                        time(flow.first), time(flow.last), fixed(flow.peakFlow, 3), time(flow.bindsFrom),
                        time(flow.bindsUntil), std::to_string(flow.longestQueue)});
    }
    return text;
}

std::string peopleCsv(const RunResult& result, Language language)
{
    std::string text =
        csvHead({"report.column.number", "report.column.group", "report.column.from", "report.column.walks_from",
                 "report.column.left_room", "report.column.left_building", "report.column.arrived",
                 "report.column.used_exit", "report.column.walked", "report.column.waited", "report.column.barred_by"},
                language);
    std::size_t number = 0;
    for (const PersonResult& p : result.persons)
        text += csvRow({std::to_string(++number), harmless(groupName(result, p.group, language)), harmless(p.from),
                        fixed(p.released, 1), time(p.leftRoom), time(p.out), time(p.arrived),
                        harmless(passageName(result.exits, p.exit)), fixed(p.walked, 1), fixed(p.waited, 1),
                        harmless(p.barredBy)});
    return text;
}

std::string hashesCsv(const RunResult& result, Language language)
{
    std::string text = csvHead({"report.column.second", "report.column.state"}, language);
    std::size_t second = 0;
    for (const Digest& hash : result.secondHashes) text += csvRow({std::to_string(++second), hash.hex()});
    return text;
}

}
