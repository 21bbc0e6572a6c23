#include "sim/report/review_report.hpp"

#include "sim/report/paper.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"

namespace stairwise {
namespace {

bool isWorthALine(const ComparedTime& one)
{
    return one.measured.has_value();
}

std::string nameOf(const ComparedTime& one, Language language)
{
    return one.name.empty() ? say("review.whole", language) : one.name;
}

std::vector<std::string> rowOf(const ComparedTime& one, Language language)
{
    return {nameOf(one, language), measureName(one.measure, language), minutes(one.measured, language),
            orDash(spanText(one.predicted, language)), withinName(one.within, language)};
}

void addTimes(Writing& paper, const DrillSummary& summary, Language language)
{
    paper.parts.emplace_back(HeadingPart{say("review.times", language)});
    paper.parts.emplace_back(ParagraphPart{
        say({"review.times.how",
             {std::to_string(summary.review.inside), std::to_string(summary.review.inside + summary.review.outside)}},
            language)});
    TablePart table{{0.2, 0.18, 0.14, 0.32, 0.16},
                    {say("review.who", language), say("review.what", language), say("review.measured", language),
                     say("review.predicted", language), say("review.within", language)},
                    {}};
    for (const ComparedTime& one : summary.review.times)
        if (isWorthALine(one)) table.rows.push_back(rowOf(one, language));
    paper.parts.emplace_back(std::move(table));
}

void addRisks(Writing& paper, const DrillSummary& summary, Language language)
{
    if (summary.risks.empty()) return;
    paper.parts.emplace_back(HeadingPart{say("review.risks", language)});
    TablePart table{{0.5, 0.5}, {say("plan.risk.place", language), say("review.seen", language)}, {}};
    for (const SaidPair& risk : summary.risks) table.rows.push_back({risk.what, orDash(risk.text)});
    paper.parts.emplace_back(std::move(table));
}

void addFaults(Writing& paper, const DrillSummary& summary, Language language)
{
    paper.parts.emplace_back(HeadingPart{say("review.faults", language)});
    if (summary.faults.empty()) {
        paper.parts.emplace_back(ParagraphPart{say("review.faults.none", language)});
        return;
    }
    TablePart table{{0.4, 0.24, 0.18, 0.18},
                    {say("review.fault", language), say("review.fault.place", language),
                     say("review.fault.owner", language), say("review.fault.due", language)},
                    {}};
    for (const FaultFound& fault : summary.faults)
        table.rows.push_back({fault.text, orDash(fault.place), orDash(fault.owner), orDash(fault.due)});
    paper.parts.emplace_back(std::move(table));
}

}

std::string measureName(Measure measure, Language language)
{
    constexpr std::string_view kKeys[] = {"review.measure.all_out",   "review.measure.class_left",
                                          "review.measure.class_out", "review.measure.assembled",
                                          "review.measure.stair",     "review.measure.exit"};
    return say(kKeys[static_cast<std::size_t>(measure)], language);
}

std::string withinName(Within within, Language language)
{
    constexpr std::string_view kKeys[] = {"review.within.inside", "review.within.earlier", "review.within.later",
                                          "review.within.not_measured", "review.within.not_predicted"};
    return say(kKeys[static_cast<std::size_t>(within)], language);
}

std::string fittedText(const Fitted& fit, Language language)
{
    if (!fit.factor)
        return say({"review.not_known", {std::to_string(fit.classes), std::to_string(kFewestClasses)}}, language);
    return say(
        {"review.factor", {fixed(*fit.factor, 2), fixed(fit.low, 2), fixed(fit.high, 2), std::to_string(fit.classes)}},
        language);
}

std::string summaryText(const DrillSummary& summary, Language language)
{
    std::string text = say({"review.title", {summary.school, summary.drill, orDash(summary.date)}}, language) + "\n";
    for (const ComparedTime& one : summary.review.times) {
        if (!isWorthALine(one)) continue;
        const auto row = rowOf(one, language);
        text += say({"review.line", {row[0], row[1], row[2], row[3], row[4]}}, language) + "\n";
    }
    const auto& review = summary.review;
    text += say({"review.times.how", {std::to_string(review.inside), std::to_string(review.inside + review.outside)}},
                language) +
            "\n";
    text += say({"review.pre_movement", {fittedText(review.preMovement, language)}}, language) + "\n";
    text += say({"review.speed", {fittedText(review.speed, language)}}, language) + "\n";
    for (const Message& doubt : summary.doubts) text += say(doubt, language) + "\n";
    return text;
}

Writing summaryWriting(const DrillSummary& summary, Language language)
{
    Writing paper{say({"plan.foot", {summary.school, summary.drill}}, language), {}};
    const auto add = [&](auto part) { paper.parts.emplace_back(std::move(part)); };
    add(TitlePart{say({"review.title", {summary.school, summary.drill, orDash(summary.date)}}, language)});
    addTimes(paper, summary, language);
    add(HeadingPart{say("review.refit", language)});
    add(ParagraphPart{say({"review.pre_movement", {fittedText(summary.review.preMovement, language)}}, language)});
    add(ParagraphPart{say({"review.speed", {fittedText(summary.review.speed, language)}}, language)});
    addRisks(paper, summary, language);
    addFaults(paper, summary, language);
    if (!summary.doubts.empty()) add(HeadingPart{say("review.doubts", language)});
    for (const Message& doubt : summary.doubts) add(ItemPart{say(doubt, language)});
    add(HeadingPart{say("review.comments", language)});
    add(ParagraphPart{orDash(summary.comments)});
    add(HeadingPart{say("review.changes", language)});
    add(ParagraphPart{orDash(summary.changes)});
    add(SignaturesPart{{say("plan.author", language), say("plan.reviewer", language), say("plan.principal", language),
                        say("plan.signed_on", language)},
                       say("plan.stamp", language)});
    return paper;
}

std::vector<Picture> summaryPages(const DrillSummary& summary, Language language)
{
    return pagesOf(summaryWriting(summary, language), language);
}

std::string calendarText(const DrillCalendar& calendar, const CalendarState& state, Language language)
{
    constexpr std::string_view kStanding[] = {"calendar.held", "calendar.due", "calendar.missed", "calendar.planned"};
    std::string text =
        say({"calendar.title", {calendar.term, textOf(calendar.from), textOf(calendar.to)}}, language) + "\n";
    for (std::size_t i = 0; i < calendar.drills.size(); ++i) {
        const PlannedDrill& drill = calendar.drills[i];
        text += say({"calendar.line",
                     {textOf(drill.date), kindName(drill.kind, language), drill.scope,
                      say(kStanding[static_cast<std::size_t>(state.drills[i])], language)}},
                    language) +
                "\n";
    }
    if (state.nextBy) text += say({"calendar.next_by", {textOf(*state.nextBy)}}, language) + "\n";
    for (const Message& warning : state.warnings) text += say(warning, language) + "\n";
    return text;
}

}
