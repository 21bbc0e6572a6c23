#include "sim/report/stagger_names.hpp"

#include "sim/report/phrases.hpp"
#include "sim/report/tables.hpp"
#include "sim/report/text.hpp"
#include "sim/scenario/situation.hpp"
#include "sim/stagger/fares.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

using Rows = std::vector<std::vector<std::string>>;
constexpr std::size_t kNamedPlaces = 3; // that stand in the way; assumed: more nobody reads

// Writes line after line in one language.
struct Paper {
    const StaggerTold& told;
    std::string text = {};

    [[nodiscard]] std::string label(const char* key) const { return say(key, told.language); }
    [[nodiscard]] std::string time(double seconds) const { return minutes(seconds, told.language); }
    [[nodiscard]] std::string time(const std::optional<Band>& band, double Band::*part) const
    {
        return band ? time(*band.*part) : "–";
    }
    [[nodiscard]] std::string place(const std::string& element) const
    {
        return placeName(told.school, told.walkable, element, told.language);
    }
    void line(const Message& message) { text += say(message, told.language) + "\n"; }
    void heading(const Message& message) { text += "\n" + say(message, told.language) + "\n"; }
};

std::string percent(double share)
{
    return fixed(100.0 * share, 0) + " %";
}

std::vector<std::string> planHead(const Paper& paper)
{
    return {paper.label("stagger.column.plan"),   paper.label("stagger.column.median"),
            paper.label("stagger.column.late"),   paper.label("stagger.column.peak"),
            paper.label("stagger.column.breach"), paper.label("stagger.column.changes"),
            paper.label("stagger.column.binding")};
}

std::vector<std::string> planRow(const Paper& paper, const std::string& name, const StaggerPlan& plan)
{
    const bool out = plan.median > 0.0;
    return {name,
            out ? paper.time(plan.median) : "–",
            out ? paper.time(plan.late) : "–",
            fixed(plan.peak, 2),
            percent(plan.breachShare),
            std::to_string(plan.changes),
            paper.place(plan.binding)};
}

void tellThree(Paper& paper)
{
    const StaggerResult& result = paper.told.result;
    paper.heading({"stagger.three", {}});
    Rows rows = {planHead(paper), planRow(paper, paper.label("stagger.today"), result.today)};
    if (result.safest && result.safest != result.chosen)
        rows.push_back(planRow(paper, paper.label("stagger.safest"), result.plans[*result.safest]));
    if (result.chosen) rows.push_back(planRow(paper, paper.label("stagger.quickest"), result.plans[*result.chosen]));
    paper.text += alignedTable(rows);
}

void tellVerdict(Paper& paper)
{
    const StaggerResult& result = paper.told.result;
    if (!result.chosen) return paper.line({"stagger.none", {}});
    const StaggerPlan& chosen = result.plans[*result.chosen];
    const StaggerPlan& today = result.today;
    const std::string changes = std::to_string(chosen.changes);
    const double later = chosen.late - today.late;
    if (chosen.timetable == today.timetable)
        return paper.line({"stagger.verdict.keep", {paper.time(paper.told.rules.step)}});
    if (today.median <= 0.0) return paper.line({"stagger.verdict.stuck", {changes}});
    const std::string apart = paper.time(std::abs(later));
    if (today.breachShare == 0.0) return paper.line({"stagger.verdict.quicker", {apart, changes}});
    const std::string share = fixed(100.0 * today.breachShare, 0);
    if (later > 0.0)
        paper.line({"stagger.verdict.breaks_slower", {share, apart, changes}});
    else
        paper.line({"stagger.verdict.breaks_quicker", {share, apart, changes}});
}

std::vector<ClassSlot> byTime(const StaggerPlan& plan)
{
    std::vector<ClassSlot> slots = plan.timetable;
    std::ranges::stable_sort(slots, {}, &ClassSlot::time);
    return slots;
}

void tellTimetable(Paper& paper, const StaggerPlan& plan)
{
    const StaggerTold& told = paper.told;
    paper.heading({"stagger.plan", {}});
    Rows rows = {{paper.label("report.column.class"), paper.label("stagger.column.time"),
                  paper.label("stagger.column.over"), paper.label("stagger.column.way"),
                  paper.label("stagger.column.before")}};
    for (const ClassSlot& slot : byTime(plan)) {
        const auto before = std::ranges::find(told.result.today.timetable, slot.id, &ClassSlot::id);
        const bool same = changesBetween({*before}, {slot}) == 0;
        rows.push_back({className(told.school, slot.id), momentName(slot.time, told.rules.bell, told.language),
                        fixed(slot.over, 0), wayName(told.school, slot.way, told.language),
                        same ? "" : paper.time(before->time) + " " + wayName(told.school, before->way, told.language)});
    }
    paper.text += alignedTable(rows);
}

void tellGate(Paper& paper, const StaggerPlan& plan)
{
    const auto& gate = paper.told.result.gate;
    const auto fare = gateFareOf(plan.runs);
    if (!gate || !fare) return;
    const std::string name = passageName(paper.told.school, gate->id.value);
    const std::string most = fixed(fare->mostWaiting.high, 0);
    const std::string clear = paper.time(fare->clear.high);
    const std::string flow = fixed(gate->flow, 2);
    if (gate->mostWaiting)
        paper.line({"stagger.gate.limited", {name, flow, clear, most, fixed(*gate->mostWaiting, 0)}});
    else
        paper.line({"stagger.gate", {name, flow, clear, most}});
}

void tellBuses(Paper& paper, const StaggerPlan& plan)
{
    const StaggerTold& told = paper.told;
    const auto fares = busFaresOf(told.school, told.scenario, told.rules, plan.runs);
    for (std::size_t i = 0; i < fares.size(); ++i)
        paper.line({"stagger.bus",
                    {told.rules.buses[i].name, momentName(told.rules.buses[i].leaves, told.rules.bell, told.language),
                     paper.time(fares[i].there, &Band::high), fixed(100.0 * fares[i].missed, 0)}});
}

void tellClearances(Paper& paper, const StaggerPlan& plan)
{
    paper.heading({"stagger.clear", {std::to_string(plan.runs.size())}});
    Rows rows = {{paper.label("stagger.column.passage"), paper.label("report.column.people"),
                  paper.label("stagger.column.clear"), paper.label("stagger.column.late")}};
    for (const auto passages : {&PlanRun::stairs, &PlanRun::exits})
        for (const PassageFare& fare : faresOf(plan.runs, passages)) {
            if (fare.passed == 0.0) continue;
            rows.push_back({passageName(paper.told.school, fare.id), fixed(fare.passed, 0),
                            paper.time(fare.clear, &Band::median), paper.time(fare.clear, &Band::high)});
        }
    paper.text += alignedTable(rows);
    tellGate(paper, plan);
    tellBuses(paper, plan);
}

void tellLast(Paper& paper, const LastClass& last)
{
    const std::string name = className(paper.told.school, paper.told.school.classes[last.schoolClass].id);
    if (last.tries == 0) return paper.line({"stagger.why.first", {name}});
    if (last.by.empty()) return paper.line({"stagger.why.rules", {name}});
    std::string places;
    for (std::size_t i = 0; i < std::min(last.by.size(), kNamedPlaces); ++i)
        places += (i > 0 ? std::string(separatorOf(paper.told.language)) : std::string()) +
                  say({"stagger.why.place", {paper.place(last.by[i].place), std::to_string(last.by[i].tries)}},
                      paper.told.language);
    paper.line({"stagger.why.last", {name, std::to_string(last.tries), std::to_string(last.barred), places}});
}

void tellWhy(Paper& paper, const StaggerPlan& plan)
{
    const StaggerResult& result = paper.told.result;
    paper.heading({"stagger.why", {}});
    if (result.why) {
        for (const PlaceStrain& strain : result.why->strains)
            paper.line({"stagger.why.strain",
                        {passageName(paper.told.school, strain.id), fixed(strain.pupils, 0), paper.time(strain.from),
                         paper.time(strain.to), fixed(100.0 * strain.mean, 0)}});
        tellLast(paper, result.why->last);
    }
    if (!result.bound) return;
    paper.line({"stagger.bound", {paper.time(*result.bound), fixed(result.boundFlow, 2), fixed(*result.bound, 1)}});
    if (plan.median > 0.0) paper.line({"stagger.above", {fixed(100.0 * (plan.median / *result.bound - 1.0), 0)}});
}

void tellCurve(Paper& paper)
{
    const StaggerResult& result = paper.told.result;
    if (result.plans.empty()) return;
    paper.heading({"stagger.curve", {}});
    Rows rows = {planHead(paper)};
    for (std::size_t i = 0; i < result.plans.size(); ++i) {
        std::string name = std::to_string(i + 1);
        if (result.chosen == i) name += " " + paper.label("stagger.quickest");
        if (result.safest == i && result.chosen != i) name += " " + paper.label("stagger.safest");
        rows.push_back(planRow(paper, name, result.plans[i]));
    }
    paper.text += alignedTable(rows);
}

}

std::string staggerText(const StaggerTold& told)
{
    const StaggerResult& result = told.result;
    Paper paper{told};
    paper.line({"stagger.heading",
                {told.school.name, say(nameOf(told.scenario.situation), told.language), fixed(result.limit, 2)}});
    paper.line({"stagger.effort", {std::to_string(result.walked), fixed(result.wallSeconds, 1)}});
    if (result.stopped) paper.line({"stagger.stopped", {}});
    if (result.today.runs.empty()) return paper.text;
    tellThree(paper);
    if (!result.stopped) tellVerdict(paper);
    if (result.chosen) {
        const StaggerPlan& chosen = result.plans[*result.chosen];
        if (result.proved)
            paper.line({"stagger.proved",
                        {std::to_string(result.proved->runs.size()),
                         fixed(100.0 * (1.0 - result.proved->breachShare), 0), paper.time(result.proved->late)}});
        tellTimetable(paper, chosen);
        tellClearances(paper, result.proved ? *result.proved : chosen);
        tellWhy(paper, chosen);
    }
    tellCurve(paper);
    return paper.text;
}

std::string timetableCsv(const StaggerTold& told, const StaggerPlan& plan)
{
    std::string text = csvHead({"report.column.id", "report.column.class", "report.column.people",
                                "stagger.column.time_s", "stagger.column.over", "stagger.column.way"},
                               told.language);
    for (const ClassSlot& slot : byTime(plan)) {
        const SchoolClass* own = findClass(told.school, slot.id);
        text += csvRow({harmless(slot.id.value), harmless(className(told.school, slot.id)),
                        std::to_string(own != nullptr ? own->pupils : 0), fixed(slot.time, 0), fixed(slot.over, 0),
                        harmless(wayName(told.school, slot.way, told.language))});
    }
    return text;
}

}
