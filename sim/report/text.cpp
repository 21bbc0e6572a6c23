#include "sim/report/text.hpp"

#include "sim/picture/text.hpp"
#include "sim/report/both.hpp"
#include "sim/report/phrases.hpp"

#include <algorithm>
#include <map>

namespace stairwise {
namespace {

constexpr std::size_t kAllClasses = 60; // what still can be overlooked on a terminal (assumed); else the slowest
constexpr std::size_t kSlowest = 10;
constexpr std::size_t kMostGroups = 12; // of people left behind, by name
constexpr std::size_t kMostPoints = 10; // risk points in the table
constexpr std::size_t kExplained = 3;   // of them with causes
constexpr std::size_t kMostClasses = 6; // named at one of them

using Rows = std::vector<std::vector<std::string>>;

// Writes line after line in one language.
struct Paper {
    Language language;
    std::string text;

    void line(const Message& message) { text += say(message, language) + "\n"; }
    void indented(const Message& message) { text += "  " + say(message, language) + "\n"; }
    void heading(const Message& message) { text += "\n" + say(message, language) + "\n"; }
    [[nodiscard]] std::string time(std::optional<double> seconds) const
    {
        return seconds ? minutes(*seconds, language) : "–";
    }
};

bool leftBehind(const RunResult& result, const PersonResult& person)
{
    return result.evacuated < result.people ? !person.out : !person.arrived;
}

// "12 of Class 7.1, barred by Door 3", most people first.
std::vector<Message> whoIsLeft(const RunResult& result, Language language)
{
    std::map<std::pair<std::string, std::string>, int> count; // group and what bars it
    for (const PersonResult& person : result.persons)
        if (leftBehind(result, person)) ++count[{person.group, person.barredBy}];
    if (result.model == Model::Hydraulic && result.hand)
        for (const auto& [group, people] : result.hand->withoutWay) count[{group, {}}] = people;
    std::vector<std::pair<std::pair<std::string, std::string>, int>> groups(count.begin(), count.end());
    std::ranges::stable_sort(groups, std::ranges::greater{}, [](const auto& group) { return group.second; });
    std::vector<Message> lines;
    for (const auto& [who, number] : groups) {
        const std::string name = groupName(result, who.first, language);
        if (who.second.empty())
            lines.push_back({"report.left.group", {std::to_string(number), name}});
        else
            lines.push_back(
                {"report.left.barred", {std::to_string(number), name, passageName(result.exits, who.second)}});
    }
    return lines;
}

void tellWhoIsLeft(Paper& paper, const RunResult& result)
{
    const auto groups = whoIsLeft(result, paper.language);
    if (groups.empty()) return;
    paper.line({"report.left", {}});
    for (std::size_t i = 0; i < std::min(groups.size(), kMostGroups); ++i) paper.indented(groups[i]);
    if (groups.size() > kMostGroups)
        paper.indented({"report.left.more", {std::to_string(groups.size() - kMostGroups), "people.csv"}});
}

void tellEnding(Paper& paper, const RunResult& result)
{
    paper.text += headline(result, paper.language) + "\n";
    if (!everybodyOut(result)) tellWhoIsLeft(paper, result);
    if (result.model == Model::Hydraulic)
        paper.line({"report.calculated", {result.school, result.scenario}});
    else
        paper.line({"report.simulated",
                    {result.school, result.scenario, std::to_string(result.seed), std::to_string(kEngineNumber)}});
    if (everybodyOut(result) && result.assembled)
        paper.line({"report.assembled", {minutes(*result.assembled, paper.language), fixed(*result.assembled, 1)}});
}

void tellBound(Paper& paper, const RunResult& result)
{
    if (!result.bound) return paper.line({"report.no_bound", {}});
    const Pace& pace = result.bound->pace;
    paper.line({"report.bound", {minutes(result.bound->seconds, paper.language), fixed(result.bound->seconds, 1)}});
    paper.indented({"report.bound.pace",
                    {fixed(pace.levelSpeed, 2), fixed(pace.slopeSpeedDown, 2), fixed(pace.slopeSpeedUp, 2),
                     fixed(pace.doorFlow, 2), fixed(pace.stairFlow, 2)}});
}

std::vector<ClassResult> slowestFirst(std::vector<ClassResult> classes)
{
    const auto rank = [](const ClassResult& c) { return c.lastOut.value_or(1e12); };
    std::ranges::stable_sort(classes, std::ranges::greater{}, rank);
    return classes;
}

void tellClasses(Paper& paper, const RunResult& result)
{
    if (result.classes.empty()) return;
    const Language lang = paper.language;
    const bool all = result.classes.size() <= kAllClasses;
    auto classes = all ? result.classes : slowestFirst(result.classes);
    if (!all) classes.resize(kSlowest);
    if (all)
        paper.heading({"report.classes", {}});
    else
        paper.heading({"report.classes.slowest", {std::to_string(kSlowest), std::to_string(result.classes.size())}});
    const bool assembly = std::ranges::any_of(classes, [](const ClassResult& c) { return c.assembled.has_value(); });
    Rows rows = {{say("report.column.class", lang), say("report.column.people", lang), say("report.column.out", lang),
                  say("report.short.released", lang), say("report.short.room_clear", lang),
                  say("report.short.last_out", lang)}};
    if (assembly) rows.front().push_back(say("report.short.assembled", lang));
    for (const ClassResult& c : classes) {
        rows.push_back({c.name.empty() ? c.id : c.name, std::to_string(c.people), std::to_string(c.out),
                        paper.time(c.released), paper.time(c.roomClear), paper.time(c.lastOut)});
        if (assembly) rows.back().push_back(paper.time(c.assembled));
    }
    paper.text += alignedTable(rows);
}

void tellPassages(Paper& paper, const std::vector<PassageResult>& passages, const Message& heading,
                  const std::string& kind)
{
    if (passages.empty()) return;
    paper.heading(heading);
    const Language lang = paper.language;
    Rows rows = {{kind, say("report.column.width", lang), say("report.column.passed", lang),
                  say("report.short.first", lang), say("report.short.last", lang), say("report.short.clear", lang),
                  say("report.column.peak_flow", lang)}};
    for (const PassageResult& p : passages)
        rows.push_back({p.name.empty() ? p.id : p.name, fixed(p.width, 2), std::to_string(p.passed),
                        paper.time(p.first), paper.time(p.last), paper.time(p.clear), fixed(p.peakFlow, 2)});
    paper.text += alignedTable(rows);
}

void tellPoint(Paper& paper, const NamedPoint& named)
{
    const std::string separator(separatorOf(paper.language));
    std::string classes;
    for (std::size_t i = 0; i < std::min(named.classes.size(), kMostClasses); ++i)
        classes += (i > 0 ? separator : std::string()) + named.classes[i];
    if (named.classes.size() > kMostClasses) classes += " …";
    if (!classes.empty()) paper.indented({"report.risk.classes", {classes}});
    for (const std::string& why : named.why) paper.indented({"report.risk.why", {why}});
    for (const std::string& help : named.help) paper.indented({"report.risk.help", {help}});
}

void tellPoints(Paper& paper, const RunResult& result, const std::vector<NamedPoint>& points)
{
    const RiskLimits& limits = result.riskLimits;
    if (result.maps.empty()) return paper.heading({"report.places.not_measured", {}});
    if (points.empty()) return paper.heading({"report.risk.none", {fixed(limits.density, 1), fixed(limits.least, 0)}});
    paper.heading({"report.risk", {}});
    const Language lang = paper.language;
    Rows rows = {{say("report.column.place", lang), say("report.column.storey", lang), say("report.column.rank", lang),
                  say("report.column.rank_reason", lang), say("report.column.peak", lang),
                  say("report.column.from_to", lang)}};
    const std::size_t shown = std::min(points.size(), kMostPoints);
    for (std::size_t i = 0; i < shown; ++i) {
        const RiskPoint& point = points[i].point;
        rows.push_back({std::to_string(i + 1) + ". " + points[i].place, points[i].storey, rankName(point.rank, lang),
                        rankReason(point, limits, lang), fixed(point.peak, 1),
                        paper.time(point.from) + "–" + paper.time(point.to)});
    }
    paper.text += alignedTable(rows);
    for (std::size_t i = 0; i < std::min(shown, kExplained); ++i) {
        paper.line({"report.risk.point", {std::to_string(i + 1), points[i].place}});
        tellPoint(paper, points[i]);
    }
    if (points.size() > shown)
        paper.line({"report.risk.more", {std::to_string(points.size() - shown), "risk_points.csv"}});
}

void tellEffort(Paper& paper, const RunResult& result)
{
    const double pace = result.stepSeconds > 0.0 ? static_cast<double>(result.agentSteps) / result.stepSeconds : 0.0;
    paper.line({"report.effort", {std::to_string(result.agentSteps), fixed(result.wallSeconds, 1), fixed(pace, 0)}});
}

void tellRest(Paper& paper, const RunResult& result, const std::string& folder)
{
    paper.text += "\n";
    if (!result.findings.empty())
        paper.line({"report.findings", {std::to_string(result.findings.size()), "summary.json"}});
    if (result.model == Model::Agents) tellEffort(paper, result);
    paper.line({"report.digest", {result.digest.hex()}});
    if (folder.empty()) return;
    paper.line({"report.files", {folder}});
    if (!result.maps.empty()) paper.line({"report.pictures", {folder}});
}

}

std::size_t terminalWidth(const std::string& text)
{
    std::size_t columns = 0;
    for (const char32_t point : codePoints(text))
        if (!joinsTheOneBefore(point)) columns += wide(point) ? 2U : 1U;
    return columns;
}

std::string alignedTable(const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], terminalWidth(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - terminalWidth(row[i]), ' ');
            line += "  " + (i == 0 ? row[i] + blanks : blanks + row[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string resultText(const RunResult& result, const ResultNames& names, const std::string& folder, Language language)
{
    Paper paper{language, {}};
    tellEnding(paper, result);
    if (result.model == Model::Agents) tellBound(paper, result);
    paper.text += bothText(result, language);
    tellClasses(paper, result);
    tellPassages(paper, result.stairs, {"report.stairs", {}}, say("report.column.stair", language));
    tellPassages(paper, result.exits, {"report.exits", {}}, say("report.column.exit", language));
    paper.text += handText(result, language);
    if (result.model == Model::Agents) tellPoints(paper, result, names.points);
    tellRest(paper, result, folder);
    return paper.text;
}

}
