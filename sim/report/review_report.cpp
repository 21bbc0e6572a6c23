#include "sim/report/review_report.hpp"

#include "sim/report/paper.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/script.hpp"

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

std::string timesLine(const Review& review, Language language)
{
    return say({"review.times.how", {std::to_string(review.inside), std::to_string(review.inside + review.outside)}},
               language);
}

void addTimes(Script& w, const DrillSummary& summary)
{
    w.heading("review.times");
    w.paragraph(timesLine(summary.review, w.language()));
    TablePart table = w.table({0.2, 0.18, 0.14, 0.32, 0.16},
                              {"review.who", "review.what", "review.measured", "review.predicted", "review.within"});
    for (const ComparedTime& one : summary.review.times)
        if (isWorthALine(one)) table.rows.push_back(rowOf(one, w.language()));
    w.put(std::move(table));
}

void addRisks(Script& w, const DrillSummary& summary)
{
    if (summary.risks.empty()) return;
    w.heading("review.risks");
    TablePart table = w.table({0.5, 0.5}, {"plan.risk.place", "review.seen"});
    for (const SaidPair& risk : summary.risks) table.rows.push_back({risk.what, orDash(risk.text)});
    w.put(std::move(table));
}

void addFaults(Script& w, const DrillSummary& summary)
{
    w.heading("review.faults");
    if (summary.faults.empty()) return w.paragraph(w.text("review.faults.none"));
    TablePart table = w.table({0.4, 0.24, 0.18, 0.18},
                              {"review.fault", "review.fault.place", "review.fault.owner", "review.fault.due"});
    for (const FaultFound& fault : summary.faults)
        table.rows.push_back({fault.text, orDash(fault.place), orDash(fault.owner), orDash(fault.due)});
    w.put(std::move(table));
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
    const Review& review = summary.review;
    text += timesLine(review, language) + "\n";
    text += say({"review.pre_movement", {fittedText(review.preMovement, language)}}, language) + "\n";
    text += say({"review.speed", {fittedText(review.speed, language)}}, language) + "\n";
    for (const Message& doubt : summary.doubts) text += say(doubt, language) + "\n";
    return text;
}

Writing summaryWriting(const DrillSummary& summary, Language language)
{
    Script w(language, {"plan.foot", {summary.school, summary.drill}});
    w.title({"review.title", {summary.school, summary.drill, orDash(summary.date)}});
    addTimes(w, summary);
    w.heading("review.refit");
    w.paragraph(w.text({"review.pre_movement", {fittedText(summary.review.preMovement, language)}}));
    w.paragraph(w.text({"review.speed", {fittedText(summary.review.speed, language)}}));
    addRisks(w, summary);
    addFaults(w, summary);
    if (!summary.doubts.empty()) w.heading("review.doubts");
    for (const Message& doubt : summary.doubts) w.item(w.text(doubt));
    w.heading("review.comments");
    w.paragraph(orDash(summary.comments));
    w.heading("review.changes");
    w.paragraph(orDash(summary.changes));
    w.signatures({"plan.author", "plan.reviewer", "plan.principal", "plan.signed_on"});
    return std::move(w).finished();
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
