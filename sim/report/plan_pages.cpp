#include "sim/report/paper.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

/// What is written, in one language.
struct Script {
    const DrillPlan& plan;
    Language language;
    std::vector<WritingPart> parts;

    [[nodiscard]] std::string text(std::string_view key) const { return say(key, language); }
    void field(std::string_view key, const std::string& value) { parts.emplace_back(FieldPart{text(key), value}); }
    void heading(std::string_view key) { parts.emplace_back(HeadingPart{text(key)}); }
    void paragraph(const std::string& words) { parts.emplace_back(ParagraphPart{words}); }
    void table(TablePart table) { parts.emplace_back(std::move(table)); }
};

void addHead(Script& w)
{
    const SaidOfDrill& said = w.plan.said;
    const DerivedOfDrill& derived = w.plan.derived;
    w.parts.emplace_back(TitlePart{say({"plan.title", {derived.school, kindName(said.kind, w.language)}}, w.language)});
    w.field("plan.number", said.number);
    w.field("plan.author", said.author);
    w.field("plan.reviewer", said.reviewer);
    w.field("plan.date", said.date ? textOf(*said.date) + (said.time.empty() ? "" : " " + said.time) : said.time);
    w.field("plan.place", said.place);
    w.field("plan.scope", said.scope);
    w.field("plan.purpose", said.purpose);
    w.field("plan.commander", said.commander);
    w.field("plan.participants",
            say({"plan.participants.count",
                 {std::to_string(derived.classes), std::to_string(derived.pupils), std::to_string(derived.staff)}},
                w.language));
    w.field("plan.signal", said.signal);
    w.field("plan.notice", said.notice);
    w.field("plan.blocked",
            derived.blocked.empty() ? w.text("plan.blocked.none") : joined(derived.blocked, w.language));
}

void addPhases(Script& w)
{
    w.heading("plan.phases");
    TablePart table{{0.6, 0.4}, {w.text("plan.phase"), w.text("plan.phase.seconds")}, {}};
    for (const Phase& phase : w.plan.said.phases)
        table.rows.push_back({phase.name, phase.seconds ? minutes(*phase.seconds, w.language) : "—"});
    w.table(std::move(table));
}

void addTeams(Script& w)
{
    w.heading("plan.teams");
    TablePart table{
        {0.18, 0.14, 0.26, 0.42},
        {w.text("plan.team"), w.text("plan.team.leader"), w.text("plan.team.members"), w.text("plan.team.duties")},
        {}};
    for (const Team& team : w.plan.said.teams)
        table.rows.push_back(
            {team.name, team.leader.empty() ? "—" : team.leader, joined(team.members, w.language), team.duties});
    w.table(std::move(table));
}

void addPairs(Script& w, std::string_view heading, std::string_view what, std::string_view text,
              const std::vector<SaidPair>& pairs)
{
    if (pairs.empty()) return;
    w.heading(heading);
    TablePart table{{0.45, 0.55}, {w.text(what), w.text(text)}, {}};
    for (const SaidPair& pair : pairs) table.rows.push_back({pair.what, pair.text.empty() ? "—" : pair.text});
    w.table(std::move(table));
}

std::string placeOf(const Script& w, const PlannedClass& one)
{
    const auto& places = w.plan.said.places;
    const auto found = std::ranges::find(places, one.name, &SaidPair::what);
    const std::string place = found == places.end() ? std::string() : found->text;
    if (one.area.empty()) return place.empty() ? "—" : place;
    return place.empty() ? one.area : say({"plan.class.place_of", {one.area, place}}, w.language);
}

std::string predictedOf(const Script& w, const std::string& id, const std::vector<PredictedTime>& times)
{
    const auto found = std::ranges::find(times, id, &PredictedTime::id);
    const std::string text = found == times.end() ? std::string() : spanText(*found, w.language);
    return text.empty() ? "—" : text;
}

void addClasses(Script& w)
{
    w.heading("plan.routes");
    TablePart table{{0.16, 0.08, 0.08, 0.13, 0.2, 0.15, 0.2},
                    {w.text("plan.class"), w.text("plan.class.pupils"), w.text("plan.class.order"),
                     w.text("plan.class.release"), w.text("plan.class.way"), w.text("plan.class.place"),
                     w.text("plan.class.out")},
                    {}};
    for (const PlannedClass& one : w.plan.derived.participants) {
        std::vector<std::string> way = one.stairs;
        way.insert(way.end(), one.exits.begin(), one.exits.end());
        table.rows.push_back({one.name, std::to_string(one.pupils), one.order ? std::to_string(*one.order) : "—",
                              one.release ? minutes(*one.release, w.language) : "—", joined(way, w.language),
                              placeOf(w, one), predictedOf(w, one.id, w.plan.simulated.classes)});
    }
    w.table(std::move(table));
}

void addPredicted(Script& w)
{
    const SimulatedOfDrill& simulated = w.plan.simulated;
    w.heading("plan.predicted");
    w.paragraph(
        say({"plan.predicted.how", {std::to_string(simulated.runs), std::to_string(simulated.engine)}}, w.language));
    if (!simulated.enough) w.paragraph(w.text("plan.predicted.few"));
    const std::string whole = spanText(simulated.clearance, w.language);
    w.field("plan.clearance", whole);
    w.field("plan.bound", simulated.lowerBound ? minutes(*simulated.lowerBound, w.language) : std::string());
    if (simulated.notEmpty > 0)
        w.paragraph(
            say({"plan.not_empty", {std::to_string(simulated.notEmpty), std::to_string(simulated.runs)}}, w.language));
    TablePart table{{0.5, 0.5}, {w.text("plan.stair_or_exit"), w.text("plan.clear")}, {}};
    for (const auto* times : {&simulated.stairs, &simulated.exits})
        for (const PredictedTime& time : *times)
            if (time.runs > 0) table.rows.push_back({time.name, spanText(time, w.language)});
    w.table(std::move(table));
}

void addRisks(Script& w)
{
    w.heading("plan.risks");
    if (w.plan.simulated.risks.empty()) return w.paragraph(w.text("plan.risks.none"));
    TablePart table{{0.06, 0.22, 0.13, 0.09, 0.23, 0.27},
                    {w.text("plan.risk.number"), w.text("plan.risk.place"), w.text("plan.risk.when"),
                     w.text("plan.risk.share"), w.text("plan.risk.why"), w.text("plan.risk.answer")},
                    {}};
    for (const PlannedRisk& risk : w.plan.simulated.risks) {
        const auto& answers = w.plan.said.answers;
        const auto answer = std::ranges::find(answers, risk.place, &SaidPair::what);
        table.rows.push_back({std::to_string(table.rows.size() + 1), risk.place,
                              minutes(risk.from, w.language) + "–" + minutes(risk.to, w.language),
                              fmt::format("{:.0f} %", 100.0 * risk.shareOfRuns), joined(risk.why, w.language),
                              answer == answers.end() || answer->text.empty() ? "—" : answer->text});
    }
    w.table(std::move(table));
    if (w.plan.simulated.otherRisks > 0)
        w.paragraph(say({"plan.risks.others", {std::to_string(w.plan.simulated.otherRisks)}}, w.language));
}

// What the risk points do not foretell.
void addOtherAnswers(Script& w)
{
    std::vector<SaidPair> others;
    for (const SaidPair& answer : w.plan.said.answers)
        if (std::ranges::find(w.plan.simulated.risks, answer.what, &PlannedRisk::place) == w.plan.simulated.risks.end())
            others.push_back(answer);
    addPairs(w, "plan.answers", "plan.answers.what", "plan.answers.text", others);
}

void addNotKnown(Script& w)
{
    const auto missing = notKnown(w.plan);
    if (missing.empty()) return;
    std::vector<std::string> names;
    for (const auto key : missing) names.push_back(w.text(key));
    w.heading("plan.not_known");
    w.paragraph(joined(names, w.language));
}

}

std::string kindName(DrillKind kind, Language language)
{
    constexpr std::string_view kKeys[] = {"plan.kind.fire",       "plan.kind.earthquake", "plan.kind.stampede",
                                          "plan.kind.school_bus", "plan.kind.security",   "plan.kind.other"};
    return say(kKeys[static_cast<std::size_t>(kind)], language);
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
    Script w{plan, language, {}};
    addHead(w);
    addPhases(w);
    addTeams(w);
    addPairs(w, "plan.wardens", "plan.post", "plan.post.who", plan.said.wardens);
    addClasses(w);
    addPairs(w, "plan.helpers", "plan.class", "plan.helpers.who", plan.said.helpers);
    addPairs(w, "plan.equipment", "plan.equipment.what", "plan.equipment.text", plan.said.equipment);
    addPredicted(w);
    addRisks(w);
    addOtherAnswers(w);
    addNotKnown(w);
    w.parts.emplace_back(SignaturesPart{
        {w.text("plan.author"), w.text("plan.reviewer"), w.text("plan.principal"), w.text("plan.signed_on")},
        w.text("plan.stamp")});
    return {say({"plan.foot", {plan.derived.school, plan.drill}}, language), std::move(w.parts)};
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
