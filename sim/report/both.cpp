#include "sim/report/both.hpp"

#include "sim/report/phrases.hpp"
#include "sim/report/text.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

using Row = std::vector<std::string>;
constexpr std::size_t kMostDifferences = 8; // on a terminal, assumed; all of them stand in summary.json

std::string timeText(std::optional<double> seconds, Language language)
{
    return seconds ? minutes(*seconds, language) : "–";
}

std::string ratioText(std::optional<double> ratio)
{
    return ratio ? fixed(*ratio, 2) : "–";
}

std::string fromTo(const HandPassage& passage, Language language)
{
    if (!passage.bindsFrom) return "–";
    return timeText(passage.bindsFrom, language) + "–" + timeText(passage.bindsUntil, language);
}

// One line of the table: the time of agents, of the capped run, by hand.
struct Line {
    std::string name;
    std::optional<double> agents;
    std::optional<double> capped;
    std::optional<double> hand;
};

struct Paper {
    const RunResult& result;
    Language language;
    std::string text;

    void line(const Message& message) { text += say(message, language) + "\n"; }
    void heading(const Message& message) { text += "\n" + say(message, language) + "\n"; }
};

std::vector<Line> linesOf(const RunResult& result, Language language)
{
    std::vector<Line> lines;
    const auto* capped = result.capped ? &*result.capped : nullptr;
    const bool emptied = capped != nullptr && capped->ending == Ending::Empty;
    lines.push_back({say("report.both.everybody", language), agentsClearance(result),
                     emptied ? capped->clearance : std::nullopt, result.hand ? result.hand->clearance : std::nullopt});
    const auto add = [&](const std::vector<PassageResult>& agents, const std::vector<PassageResult>* other,
                         const std::vector<HandPassage>* hand) {
        for (const PassageResult& passage : agents) {
            Line line{passage.name.empty() ? passage.id : passage.name, passage.clear, {}, {}};
            if (other != nullptr)
                if (const auto found = std::ranges::find(*other, passage.id, &PassageResult::id); found != other->end())
                    line.capped = found->clear;
            if (hand != nullptr)
                for (const HandPassage& byHand : *hand)
                    if (byHand.times.id == passage.id) line.hand = byHand.times.clear;
            if (line.agents || line.capped || line.hand) lines.push_back(std::move(line));
        }
    };
    add(result.stairs, capped != nullptr ? &capped->stairs : nullptr, result.hand ? &result.hand->stairs : nullptr);
    add(result.exits, capped != nullptr ? &capped->exits : nullptr, result.hand ? &result.hand->exits : nullptr);
    return lines;
}

void tellTimes(Paper& paper)
{
    const RunResult& result = paper.result;
    const Language lang = paper.language;
    paper.heading({"report.both", {}});
    std::vector<Row> rows = {{say("report.both.what", lang), say("report.both.agents", lang)}};
    if (result.capped) rows[0].push_back(say({"report.both.capped", {brief(result.capped->flowCap)}}, lang));
    if (result.hand) {
        rows[0].push_back(say("report.both.hand", lang));
        rows[0].push_back(say("report.both.ratio", lang));
    }
    for (const Line& line : linesOf(result, lang)) {
        rows.push_back({line.name, timeText(line.agents, lang)});
        if (result.capped) rows.back().push_back(timeText(line.capped, lang));
        if (!result.hand) continue;
        rows.back().push_back(timeText(line.hand, lang));
        rows.back().push_back(ratioText(ratioOf(line.agents, line.hand)));
    }
    paper.text += alignedTable(rows);
    if (result.capped && result.capped->ending != Ending::Empty)
        paper.line({"report.both.capped_not_out",
                    {std::to_string(result.people - std::min(result.people, result.capped->evacuated)),
                     std::to_string(result.people)}});
}

void tellDifferences(Paper& paper)
{
    const RunResult& result = paper.result;
    if (!result.hand) return;
    if (!ratioOf(agentsClearance(result), result.hand->clearance)) return paper.line({"report.both.no_ratio", {}});
    if (result.differences.empty()) return paper.line({"report.both.agree", {}});
    paper.line({"report.both.differ", {}});
    const std::size_t shown = std::min(result.differences.size(), kMostDifferences);
    for (std::size_t i = 0; i < shown; ++i) {
        const Difference& one = result.differences[i];
        paper.text += "  " +
                      say({"report.both.difference",
                           {countedName(result, one.what, one.id, paper.language), minutes(one.agents, paper.language),
                            minutes(one.hand, paper.language), ratioText(ratioOf(one.agents, one.hand))}},
                          paper.language) +
                      "\n";
        for (const Reason& reason : one.reasons)
            paper.text += "    – " + reasonText(result, reason, paper.language) + "\n";
    }
    if (result.differences.size() > shown)
        paper.line({"report.both.more", {std::to_string(result.differences.size() - shown), "summary.json"}});
}

std::string flowText(std::optional<double> flow)
{
    return flow ? fixed(*flow, 2) : "–";
}

void tellLimits(Paper& paper)
{
    const RunResult& result = paper.result;
    const Language lang = paper.language;
    std::vector<Row> rows = {{say("report.both.where", lang), say("report.limit.uncapped", lang),
                              say("report.limit.capped", lang), say("report.limit.state", lang)}};
    for (const LimitCheck& check : result.limits)
        if (check.what != Counted::Whole)
            rows.push_back({countedName(result, check.what, check.id, lang), flowText(check.uncapped),
                            flowText(check.capped), wordOf(check.state, lang)});
    if (rows.size() < 2 || (!result.capped && !result.flowCap)) return;
    paper.heading({"report.limit.flow", {brief(result.limits.front().limit)}});
    paper.text += alignedTable(rows);
    for (const LimitCheck& check : result.limits)
        if (check.what == Counted::Whole && check.state == LimitState::Imposed)
            paper.line({"report.limit.time", {minutes(check.limit, lang), wordOf(check.state, lang)}});
}

void addHandRows(std::vector<Row>& rows, const std::vector<HandPassage>& passages, Language language)
{
    for (const HandPassage& passage : passages) {
        if (passage.times.passed == 0) continue;
        const bool limits = passage.mostFlow > 0.0;
        rows.push_back({passage.times.name.empty() ? passage.times.id : passage.times.name,
                        fixed(passage.times.width, 2), limits ? fixed(passage.effectiveWidth, 2) : "–",
                        limits ? fixed(passage.mostFlow * passage.times.width, 2) : "–",
                        std::to_string(passage.times.passed), fromTo(passage, language),
                        std::to_string(passage.longestQueue)});
    }
}

}

std::optional<double> ratioOf(std::optional<double> agents, std::optional<double> hand)
{
    if (!agents || !hand || *hand <= 0.0) return std::nullopt;
    return *agents / *hand;
}

std::optional<double> agentsClearance(const RunResult& result)
{
    return everybodyOut(result) ? result.clearance : std::nullopt;
}

std::string wordOf(LimitState state, Language language)
{
    switch (state) {
    case LimitState::Held:
        return say("report.limit.held", language);
    case LimitState::Imposed:
        return say("report.limit.imposed", language);
    case LimitState::Missed:
        return say("report.limit.missed", language);
    }
    return {};
}

std::string countedName(const RunResult& result, Counted what, const std::string& id, Language language)
{
    switch (what) {
    case Counted::Whole:
        return say("report.both.everybody", language);
    case Counted::Stair:
        return passageName(result.stairs, id);
    case Counted::Exit:
        return passageName(result.exits, id);
    case Counted::SchoolClass:
        return groupName(result, id, language);
    }
    return {};
}

std::string reasonText(const RunResult& result, const Reason& reason, Language language)
{
    const std::string stair = passageName(result.stairs, reason.id);
    const std::string place = stair != reason.id ? stair : passageName(result.exits, reason.id);
    const auto whole = [](double value) { return fixed(value, 0); };
    const auto moment = [&](double value) { return minutes(value, language); };
    Message message;
    switch (reason.cause) {
    case Cause::OtherWay:
        message = {"report.why.other_way", {whole(reason.agents), whole(reason.hand), place}};
        return say(message, language);
    case Cause::Way:
        message = {"report.why.way", {moment(reason.agents), moment(reason.hand)}};
        break;
    case Cause::People:
        message = {"report.why.people", {whole(reason.agents), whole(reason.hand)}};
        break;
    case Cause::Flow:
        message = {"report.why.flow", {fixed(reason.agents, 2), fixed(reason.hand, 2)}};
        break;
    case Cause::First:
        message = {"report.why.first", {moment(reason.agents), moment(reason.hand)}};
        break;
    case Cause::Room:
        message = {"report.why.room", {moment(reason.agents), moment(reason.hand)}};
        break;
    case Cause::Walk:
        message = {"report.why.walk", {moment(reason.agents), moment(reason.hand)}};
        break;
    }
    const std::string text = say(message, language);
    return reason.id.empty() ? text : say({"report.why.at", {place, text}}, language);
}

std::string handText(const RunResult& result, Language language)
{
    if (!result.hand) return {};
    std::vector<Row> rows = {{say("report.both.where", language), say("report.column.width", language),
                              say("report.column.effective_width", language), say("report.column.most_flow", language),
                              say("report.column.passed", language), say("report.column.binds", language),
                              say("report.column.longest_queue", language)}};
    addHandRows(rows, result.hand->stairs, language);
    addHandRows(rows, result.hand->exits, language);
    if (rows.size() < 2) return {};
    return "\n" + say("report.hand", language) + "\n" + alignedTable(rows);
}

std::string bothText(const RunResult& result, Language language)
{
    if (result.model != Model::Agents || (!result.hand && !result.capped)) return {};
    Paper paper{result, language, {}};
    tellTimes(paper);
    tellDifferences(paper);
    tellLimits(paper);
    return paper.text;
}

}
