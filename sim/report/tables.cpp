#include "sim/report/tables.hpp"

#include "sim/report/phrases.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr const char* kByteOrderMark = "\xef\xbb\xbf";

std::string time(std::optional<double> seconds)
{
    return seconds ? fixed(*seconds, 1) : std::string();
}

std::string head(const std::vector<std::string_view>& keys, Language language)
{
    Row cells;
    for (const auto key : keys) cells.push_back(say(key, language));
    return kByteOrderMark + csvRow(cells);
}

std::string passagesCsv(const std::vector<PassageResult>& passages, std::string_view name, Language language)
{
    std::string text =
        head({"report.column.id", name, "report.column.width", "report.column.passed", "report.column.first",
              "report.column.last", "report.column.clear", "report.column.peak_flow"},
             language);
    for (const PassageResult& p : passages)
        text += csvRow({harmless(p.id), harmless(p.name), fixed(p.width, 2), std::to_string(p.passed), time(p.first),
                        time(p.last), time(p.clear), fixed(p.peakFlow, 2)});
    return text;
}

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
    std::string text = head({"report.column.id", "report.column.class", "report.column.people", "report.column.out",
                             "report.column.released", "report.column.first_left", "report.column.room_clear",
                             "report.column.last_out", "report.column.assembled"},
                            language);
    for (const ClassResult& c : result.classes)
        text +=
            csvRow({harmless(c.id), harmless(c.name), std::to_string(c.people), std::to_string(c.out),
                    fixed(c.released, 1), time(c.firstLeft), time(c.roomClear), time(c.lastOut), time(c.assembled)});
    return text;
}

std::string stairsCsv(const RunResult& result, Language language)
{
    return passagesCsv(result.stairs, "report.column.stair", language);
}

std::string exitsCsv(const RunResult& result, Language language)
{
    return passagesCsv(result.exits, "report.column.exit", language);
}

std::string peopleCsv(const RunResult& result, Language language)
{
    std::string text =
        head({"report.column.number", "report.column.group", "report.column.from", "report.column.walks_from",
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
    std::string text = head({"report.column.second", "report.column.state"}, language);
    std::size_t second = 0;
    for (const Digest& hash : result.secondHashes) text += csvRow({std::to_string(++second), hash.hex()});
    return text;
}

}
