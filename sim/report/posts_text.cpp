#include "sim/report/posts_report.hpp"
#include "sim/report/risk_phrases.hpp"
#include "sim/report/text.hpp"

#include <algorithm>
#include <array>

namespace stairwise {
namespace {

constexpr double kTold = 0.5; // person-seconds; less reads as nought

std::string lineOf(const Message& message, Language language)
{
    return say(message, language) + "\n";
}

std::string whole(double value)
{
    return fixed(value, 0);
}

std::string percentOf(double part, double all)
{
    return all > 0.0 ? fixed(100.0 * part / all, 0) : "0";
}

std::string outText(const PostTrial& trial, Language language)
{
    if (!trial.clearance)
        return say({"posts.not_out", {std::to_string(trial.notEmpty), std::to_string(trial.runs)}}, language);
    return say({"posts.out", {minutes(trial.clearance, language)}}, language);
}

std::string costText(const PostTrial& before, const PostTrial& after, Language language)
{
    if (!before.clearance || !after.clearance) return outText(after, language);
    const double by = *after.clearance - *before.clearance;
    return say({"posts.cost",
                {minutes(before.clearance, language), minutes(after.clearance, language),
                 (by < 0.0 ? "−" : "+") + whole(by < 0.0 ? -by : by)}},
               language);
}

std::string changeText(const PostsReport& report, std::string_view key, const PlaceChange& change, Language language)
{
    return "   " + lineOf({key,
                           {pointName(report.school, report.walkable, change.typical, language), whole(change.before),
                            whole(change.after)}},
                          language);
}

std::string chosenText(const PostsReport& report, std::size_t number, const PostTrial& before, Language language)
{
    const ChosenPost& chosen = report.result.chosen[number];
    std::string text =
        lineOf({"posts.chosen",
                {std::to_string(number + 1), nameOf(report.school, chosen.post, language), whole(before.risk),
                 whole(chosen.with.risk), percentOf(before.risk - chosen.with.risk, before.risk),
                 costText(before, chosen.with, language)}},
               language);
    if (chosen.lowered) text += changeText(report, "posts.lowered", *chosen.lowered, language);
    if (chosen.raised && chosen.raised->after - chosen.raised->before >= kTold)
        text += changeText(report, "posts.raised", *chosen.raised, language);
    return text;
}

std::string endText(const PostsReport& report, Language language)
{
    const PostsResult& result = report.result;
    switch (result.end) {
    case PostsEnd::AllPlaced:
        return lineOf({"posts.end.all_placed", {whole(lastOf(result).risk)}}, language);
    case PostsEnd::LittleGain:
        if (!result.next) return lineOf({"posts.end.keeps_in", {}}, language);
        return lineOf({"posts.end.little_gain",
                       {nameOf(report.school, result.next->posts.back(), language),
                        whole(lastOf(result).risk - result.next->risk), percentOf(report.ask.leastGain, 1.0)}},
                      language);
    case PostsEnd::NoRisk:
        return lineOf({"posts.end.no_risk", {}}, language);
    case PostsEnd::NoPlace:
        return lineOf({"posts.end.no_place", {whole(lastOf(result).risk)}}, language);
    case PostsEnd::Stopped:
        break;
    }
    return lineOf({"posts.end.stopped", {std::to_string(result.walked)}}, language);
}

std::string coverText(const PostsReport& report, Language language)
{
    const PostsResult& result = report.result;
    if (result.absences.empty()) return {};
    std::string text = "\n" + lineOf({"posts.cover", {}}, language);
    std::string spared; // by whoever may leave
    for (std::size_t i = 0; i < result.absences.size(); ++i) {
        const Absence& absence = result.absences[i];
        const std::string name = nameOf(report.school, result.chosen[i].post, language);
        const std::string now = whole(lastOf(result).risk);
        if (!absence.from) {
            text += "  " + lineOf({"posts.cover.stay", {name, now, whole(absence.empty.risk)}}, language);
            continue;
        }
        spared = nameOf(report.school, result.chosen[*absence.from].post, language);
        text += "  " + lineOf({"posts.cover.move", {name, spared, whole(absence.covered), whole(absence.empty.risk)}},
                              language);
    }
    const bool gates =
        std::ranges::any_of(report.duties, [](const DutyPost& post) { return post.kind == DutyKind::Gate; });
    if (gates && !spared.empty()) text += "  " + lineOf({"posts.cover.gate", {spared}}, language);
    return text;
}

std::string rotaText(const PostsReport& report, Language language)
{
    if (report.duties.empty()) return {};
    if (report.rota.empty()) return "\n" + lineOf({"posts.rota.nobody", {}}, language);
    std::string text = "\n" + lineOf({"posts.rota.title", {report.school.name}}, language);
    std::vector<std::vector<std::string>> rows{{say("posts.column.week", language)}};
    for (const DutyPost& post : report.duties) rows.front().push_back(nameOf(report.school, post, language));
    for (std::size_t week = 0; week < report.rota.size(); ++week) {
        rows.push_back({std::to_string(week + 1)});
        for (const std::string& name : report.rota[week]) rows.back().push_back(name.empty() ? "–" : name);
    }
    text += alignedTable(rows);
    const auto empty = std::ranges::count(report.rota.front(), std::string{});
    if (empty > 0) text += lineOf({"posts.rota.few", {std::to_string(empty)}}, language);
    return text;
}

}

std::string postsText(const PostsReport& report, Language language)
{
    const PostsResult& result = report.result;
    std::string text = lineOf({"posts.heading",
                               {report.school.name, report.scenario.name, std::to_string(report.ask.teachers),
                                std::to_string(report.ask.seeds), std::to_string(kEngineNumber)}},
                              language);
    if (result.without.runs > 0)
        text += lineOf({"posts.without", {whole(result.without.risk), outText(result.without, language)}}, language);
    const PostTrial* before = &result.without;
    for (std::size_t i = 0; i < result.chosen.size(); ++i) {
        text += chosenText(report, i, *before, language);
        before = &result.chosen[i].with;
    }
    text += endText(report, language);
    if (!result.chosen.empty()) text += lineOf({"posts.how", {fixed(kUsualMeter, 1)}}, language);
    if (result.end == PostsEnd::Stopped) return text;
    return text + coverText(report, language) + rotaText(report, language);
}

}
