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

// What posts are chosen by comes first, and then the other.
std::string countText(const PostTrial& trial, RiskCounted by, Language language)
{
    if (by == RiskCounted::Everywhere)
        return say({"posts.everywhere", {whole(trial.risk), whole(trial.onStairs)}}, language);
    return say({"posts.on_stairs", {whole(trial.onStairs), whole(trial.risk)}}, language);
}

std::string signedSeconds(double value)
{
    const std::string text = whole(value);
    return text.starts_with('-') ? "−" + text.substr(1) : "+" + text;
}

std::string costText(const PostTrial& before, const PostTrial& after, Language language)
{
    if (!before.clearance || !after.clearance) return outText(after, language);
    return say({"posts.cost",
                {minutes(before.clearance, language), minutes(after.clearance, language),
                 signedSeconds(*after.clearance - *before.clearance)}},
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
    const RiskCounted by = report.ask.by;
    const double gain = counted(before, by) - counted(chosen.with, by);
    std::string text = lineOf({"posts.chosen",
                               {std::to_string(number + 1), nameOf(report.school, chosen.post, language),
                                percentOf(gain, counted(before, by)), countText(chosen.with, by, language),
                                costText(before, chosen.with, language)}},
                              language);
    if (chosen.lowered) text += changeText(report, "posts.lowered", *chosen.lowered, language);
    if (chosen.raised && chosen.raised->after - chosen.raised->before >= kTold)
        text += changeText(report, "posts.raised", *chosen.raised, language);
    return text;
}

std::string littleGainText(const PostsReport& report, Language language)
{
    const PostsResult& result = report.result;
    if (!result.next) return lineOf({"posts.end.keeps_in", {}}, language);
    const std::string name = nameOf(report.school, result.next->posts.back(), language);
    const double gain = counted(lastOf(result), report.ask.by) - counted(*result.next, report.ask.by);
    const std::string then = countText(*result.next, report.ask.by, language);
    if (gain < kTold) return lineOf({"posts.end.no_gain", {name, then}}, language);
    return lineOf({"posts.end.little_gain", {name, whole(gain), percentOf(report.ask.leastGain, 1.0), then}}, language);
}

std::string endText(const PostsReport& report, Language language)
{
    const PostsResult& result = report.result;
    const std::string left = whole(counted(lastOf(result), report.ask.by));
    switch (result.end) {
    case PostsEnd::AllPlaced:
        return lineOf({"posts.end.all_placed", {left}}, language);
    case PostsEnd::LittleGain:
        return littleGainText(report, language);
    case PostsEnd::NoRisk:
        return lineOf({"posts.end.no_risk", {}}, language);
    case PostsEnd::NoPlace:
        return lineOf({"posts.end.no_place", {left}}, language);
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
        const std::string now = whole(counted(lastOf(result), report.ask.by));
        if (!absence.from) {
            if (spared.empty()) spared = name; // nobody else may leave
            text += "  " +
                    lineOf({"posts.cover.stay", {name, now, whole(counted(absence.empty, report.ask.by))}}, language);
            continue;
        }
        spared = nameOf(report.school, result.chosen[*absence.from].post, language);
        text += "  " + lineOf({"posts.cover.move",
                               {name, spared, whole(absence.covered), whole(counted(absence.empty, report.ask.by))}},
                              language);
    }
    const bool gates =
        std::ranges::any_of(report.duties, [](const DutyPost& post) { return post.kind == DutyKind::Gate; });
    if (gates && !spared.empty()) text += "  " + lineOf({"posts.cover.gate", {spared}}, language);
    return text;
}

std::string rotaText(const PostsReport& report, Language language)
{
    if (report.duties.empty()) return "\n" + lineOf({"posts.rota.no_posts", {}}, language);
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
        text += lineOf(
            {"posts.without", {countText(result.without, report.ask.by, language), outText(result.without, language)}},
            language);
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
