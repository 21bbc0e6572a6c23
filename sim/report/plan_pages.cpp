#include "sim/report/paper.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/script.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

void addHead(Script& w, const DrillPlan& plan)
{
    const SaidOfDrill& said = plan.said;
    const DerivedOfDrill& derived = plan.derived;
    w.title({"plan.title", {derived.school, kindName(said.kind, w.language())}});
    w.field("plan.number", said.number);
    w.field("plan.author", said.author);
    w.field("plan.reviewer", said.reviewer);
    w.field("plan.date", said.date ? textOf(*said.date) + (said.time.empty() ? "" : " " + said.time) : said.time);
    w.field("plan.place", said.place);
    w.field("plan.scope", said.scope);
    w.field("plan.purpose", said.purpose);
    w.field("plan.commander", said.commander);
    w.field("plan.participants",
            w.text({"plan.participants.count",
                    {std::to_string(derived.classes), std::to_string(derived.pupils), std::to_string(derived.staff)}}));
    w.field("plan.signal", said.signal);
    w.field("plan.notice", said.notice);
    w.field("plan.blocked",
            derived.blocked.empty() ? w.text("plan.blocked.none") : joined(derived.blocked, w.language()));
}

void addPhases(Script& w, const DrillPlan& plan)
{
    w.heading("plan.phases");
    TablePart table = w.table({0.6, 0.4}, {"plan.phase", "plan.phase.seconds"});
    for (const Phase& phase : plan.said.phases)
        table.rows.push_back({phase.name, orDash(minutes(phase.seconds, w.language()))});
    w.put(std::move(table));
}

void addTeams(Script& w, const DrillPlan& plan)
{
    w.heading("plan.teams");
    TablePart table =
        w.table({0.18, 0.14, 0.26, 0.42}, {"plan.team", "plan.team.leader", "plan.team.members", "plan.team.duties"});
    for (const Team& team : plan.said.teams)
        table.rows.push_back({team.name, orDash(team.leader), joined(team.members, w.language()), team.duties});
    w.put(std::move(table));
}

void addPairs(Script& w, std::string_view heading, std::string_view what, std::string_view text,
              const std::vector<SaidPair>& pairs)
{
    if (pairs.empty()) return;
    w.heading(heading);
    TablePart table = w.table({0.45, 0.55}, {what, text});
    for (const SaidPair& pair : pairs) table.rows.push_back({pair.what, orDash(pair.text)});
    w.put(std::move(table));
}

std::string textFor(const std::vector<SaidPair>& pairs, const std::string& what)
{
    const auto found = std::ranges::find(pairs, what, &SaidPair::what);
    return found == pairs.end() ? std::string() : found->text;
}

std::string placeOf(const Script& w, const std::vector<SaidPair>& places, const PlannedClass& one)
{
    const std::string place = textFor(places, one.name);
    if (one.area.empty()) return orDash(place);
    return place.empty() ? one.area : w.text({"plan.class.place_of", {one.area, place}});
}

std::string predictedOf(const Script& w, const std::string& id, const std::vector<PredictedTime>& times)
{
    const auto found = std::ranges::find(times, id, &PredictedTime::id);
    return orDash(found == times.end() ? std::string() : spanText(*found, w.language()));
}

void addClasses(Script& w, const DrillPlan& plan)
{
    w.heading("plan.routes");
    TablePart table = w.table({0.16, 0.08, 0.08, 0.13, 0.2, 0.15, 0.2},
                              {"plan.class", "plan.class.pupils", "plan.class.order", "plan.class.release",
                               "plan.class.way", "plan.class.place", "plan.class.out"});
    for (const PlannedClass& one : plan.derived.participants) {
        std::vector<std::string> way = one.stairs;
        way.insert(way.end(), one.exits.begin(), one.exits.end());
        table.rows.push_back({one.name, std::to_string(one.pupils), orDash(one.order),
                              orDash(minutes(one.release, w.language())), joined(way, w.language()),
                              placeOf(w, plan.said.places, one), predictedOf(w, one.id, plan.simulated.classes)});
    }
    w.put(std::move(table));
}

void addPredicted(Script& w, const DrillPlan& plan)
{
    const SimulatedOfDrill& simulated = plan.simulated;
    w.heading("plan.predicted");
    w.paragraph(w.text({"plan.predicted.how", {std::to_string(simulated.runs), std::to_string(simulated.engine)}}));
    if (!simulated.enough) w.paragraph(w.text("plan.predicted.few"));
    w.field("plan.clearance", spanText(simulated.clearance, w.language()));
    w.field("plan.bound", minutes(simulated.lowerBound, w.language()));
    if (simulated.notEmpty > 0)
        w.paragraph(w.text({"plan.not_empty", {std::to_string(simulated.notEmpty), std::to_string(simulated.runs)}}));
    TablePart table = w.table({0.5, 0.5}, {"plan.stair_or_exit", "plan.clear"});
    for (const auto* times : {&simulated.stairs, &simulated.exits})
        for (const PredictedTime& time : *times)
            if (time.runs > 0) table.rows.push_back({time.name, spanText(time, w.language())});
    w.put(std::move(table));
}

void addRisks(Script& w, const DrillPlan& plan)
{
    w.heading("plan.risks");
    if (plan.simulated.risks.empty()) return w.paragraph(w.text("plan.risks.none"));
    TablePart table =
        w.table({0.06, 0.22, 0.13, 0.09, 0.23, 0.27}, {"plan.risk.number", "plan.risk.place", "plan.risk.when",
                                                       "plan.risk.share", "plan.risk.why", "plan.risk.answer"});
    for (const PlannedRisk& risk : plan.simulated.risks) {
        table.rows.push_back({std::to_string(table.rows.size() + 1), risk.place,
                              minutes(risk.from, w.language()) + "–" + minutes(risk.to, w.language()),
                              fmt::format("{:.0f} %", 100.0 * risk.shareOfRuns), joined(risk.why, w.language()),
                              orDash(textFor(plan.said.answers, risk.place))});
    }
    w.put(std::move(table));
    if (plan.simulated.otherRisks > 0)
        w.paragraph(w.text({"plan.risks.others", {std::to_string(plan.simulated.otherRisks)}}));
}

// What the risk points do not foretell.
void addOtherAnswers(Script& w, const DrillPlan& plan)
{
    std::vector<SaidPair> others;
    for (const SaidPair& answer : plan.said.answers)
        if (std::ranges::find(plan.simulated.risks, answer.what, &PlannedRisk::place) == plan.simulated.risks.end())
            others.push_back(answer);
    addPairs(w, "plan.answers", "plan.answers.what", "plan.answers.text", others);
}

void addNotKnown(Script& w, const DrillPlan& plan)
{
    const auto missing = notKnown(plan);
    if (missing.empty()) return;
    std::vector<std::string> names;
    for (const auto key : missing) names.push_back(w.text(key));
    w.heading("plan.not_known");
    w.paragraph(joined(names, w.language()));
}

}

std::string kindName(DrillKind kind, Language language)
{
    return say(keyOf(kind), language);
}

std::string spanText(const PredictedTime& time, Language language)
{
    if (!time.low || !time.median || !time.high) return {};
    return say(
        {"plan.span", {minutes(*time.low, language), minutes(*time.high, language), minutes(*time.median, language)}},
        language);
}

Writing planWriting(const DrillPlan& plan, Language language)
{
    Script w(language, {"plan.foot", {plan.derived.school, plan.drill}});
    addHead(w, plan);
    addPhases(w, plan);
    addTeams(w, plan);
    addPairs(w, "plan.wardens", "plan.post", "plan.post.who", plan.said.wardens);
    addClasses(w, plan);
    addPairs(w, "plan.helpers", "plan.class", "plan.helpers.who", plan.said.helpers);
    addPairs(w, "plan.equipment", "plan.equipment.what", "plan.equipment.text", plan.said.equipment);
    addPredicted(w, plan);
    addRisks(w, plan);
    addOtherAnswers(w, plan);
    addNotKnown(w, plan);
    w.signatures({"plan.author", "plan.reviewer", "plan.principal", "plan.signed_on"});
    return std::move(w).finished();
}

std::vector<Picture> planPages(const DrillPlan& plan, Language language)
{
    return pagesOf(planWriting(plan, language), language);
}

std::string planText(const DrillPlan& plan, Language language)
{
    std::string text = say({"plan.title", {plan.derived.school, kindName(plan.said.kind, language)}}, language) + "\n";
    const auto add = [&](const Message& message) { text += say(message, language) + "\n"; };
    const std::string span = spanText(plan.simulated.clearance, language);
    if (!span.empty()) add({"plan.text.clearance", {span, std::to_string(plan.simulated.runs)}});
    if (plan.simulated.notEmpty > 0)
        add({"plan.not_empty", {std::to_string(plan.simulated.notEmpty), std::to_string(plan.simulated.runs)}});
    if (plan.simulated.lowerBound) add({"plan.text.bound", {minutes(*plan.simulated.lowerBound, language)}});
    constexpr std::size_t kShown = 5; // the rest stands in the plan
    for (std::size_t i = 0; i < std::min(kShown, plan.simulated.risks.size()); ++i) {
        const PlannedRisk& risk = plan.simulated.risks[i];
        add({"plan.text.risk",
             {risk.place, minutes(risk.from, language), minutes(risk.to, language), joined(risk.help, language)}});
    }
    const std::size_t found = plan.simulated.risks.size() + static_cast<std::size_t>(plan.simulated.otherRisks);
    if (found > kShown) add({"plan.text.more_risks", {std::to_string(found - kShown)}});
    std::vector<std::string> missing;
    for (const auto key : notKnown(plan)) missing.push_back(say(key, language));
    if (!missing.empty()) add({"plan.text.not_known", {joined(missing, language)}});
    return text;
}

}
