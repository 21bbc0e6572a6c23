#include "sim/report/posts_report.hpp"

#include "sim/report/phrases.hpp"
#include "sim/report/risk_phrases.hpp"
#include "sim/report/tables.hpp"

#include <algorithm>
#include <utility>

namespace stairwise {
namespace {

std::string seconds(std::optional<double> value)
{
    return value ? fixed(*value, 1) : std::string{};
}

Row placeCells(const PostsReport& report, const std::optional<PlaceChange>& change, Language language)
{
    if (!change) return {"", "", ""};
    return {harmless(pointName(report.school, report.walkable, change->typical, language)), fixed(change->before, 1),
            fixed(change->after, 1)};
}

std::string coverOf(const PostsReport& report, std::size_t post, Language language)
{
    if (post >= report.result.absences.size()) return {};
    const Absence& absence = report.result.absences[post];
    if (!absence.from) return say("posts.stays_empty", language);
    return nameOf(report.school, report.result.chosen[*absence.from].post, language);
}

}

std::string nameOf(const School& school, const StairPost& post, Language language)
{
    const std::string stair = nameOrId(findStair(school, post.stair), post.stair.value);
    return say({"posts.at_stair", {stair, storeyName(school, post.storey, language)}}, language);
}

std::string nameOf(const School& school, const DutyPost& post, Language language)
{
    if (post.kind == DutyKind::Stair) return nameOf(school, post.stair, language);
    if (post.kind == DutyKind::Place) return nameOrId(findSpace(school, post.space), post.space.value);
    const auto& gates = school.grounds.gates;
    const auto gate = std::ranges::find(gates, post.gate, &Gate::id);
    return nameOrId(gate == gates.end() ? nullptr : &*gate, post.gate.value);
}

std::string postsCsv(const PostsReport& report, Language language)
{
    std::string text =
        csvHead({"posts.column.number", "report.column.stair", "report.column.storey", "posts.column.risk_before",
                 "posts.column.risk_after", "posts.column.stairs_before", "posts.column.stairs_after",
                 "posts.column.clearance_before", "posts.column.clearance_after", "posts.column.lowered",
                 "posts.column.lowered_before", "posts.column.lowered_after", "posts.column.raised",
                 "posts.column.raised_before", "posts.column.raised_after", "posts.column.cover"},
                language);
    const PostTrial* before = &report.result.without;
    for (std::size_t i = 0; i < report.result.chosen.size(); ++i) {
        const ChosenPost& chosen = report.result.chosen[i];
        Row row{std::to_string(i + 1),
                harmless(nameOrId(findStair(report.school, chosen.post.stair), chosen.post.stair.value)),
                harmless(storeyName(report.school, chosen.post.storey, language)),
                fixed(before->risk, 1),
                fixed(chosen.with.risk, 1),
                fixed(before->onStairs, 1),
                fixed(chosen.with.onStairs, 1),
                seconds(before->clearance),
                seconds(chosen.with.clearance)};
        for (const auto& change : {chosen.lowered, chosen.raised})
            for (std::string& cell : placeCells(report, change, language)) row.push_back(std::move(cell));
        row.push_back(harmless(coverOf(report, i, language)));
        text += csvRow(row);
        before = &chosen.with;
    }
    return text;
}

std::string rotaCsv(const PostsReport& report, Language language)
{
    std::string text = csvHead({"posts.column.week", "posts.column.post", "posts.column.name"}, language);
    for (std::size_t week = 0; week < report.rota.size(); ++week)
        for (std::size_t p = 0; p < report.duties.size(); ++p)
            text += csvRow({std::to_string(week + 1), harmless(nameOf(report.school, report.duties[p], language)),
                            harmless(report.rota[week][p])});
    return text;
}

Done writePosts(const PostsReport& report, const Staging& staging, Language language)
{
    std::vector<std::pair<const char*, std::string>> files{{"posts.json", postsJson(report, language)},
                                                           {"posts.csv", postsCsv(report, language)}};
    if (!report.rota.empty()) {
        files.emplace_back("rota.csv", rotaCsv(report, language));
        files.emplace_back(
            "rota.pdf", toPdf(rotaPages(report, language), say({"posts.rota.title", {report.school.name}}, language)));
    }
    for (const auto& [name, bytes] : files)
        if (auto written = staging.write(name, bytes); !written) return written;
    return done();
}

}
