#include "sim/report/phrases.hpp"
#include "sim/report/review_report.hpp"
#include "sim/report/script.hpp"

namespace stairwise {

Writing hazardListWriting(const std::vector<Hazard>& hazards, const std::string& time, RateRule rule, const Date& today,
                          Language language)
{
    Script w(language, {"hazard.paper.list", {}});
    w.title({"hazard.paper.title", {time}});
    w.paragraph(hazardFiguresText(figuresOf(hazards, kFirstDay, kLastDay, today), rule, language));
    TablePart table = w.table({0.13, 0.11, 0.24, 0.14, 0.12, 0.12, 0.14},
                              {"hazard.column.id", "hazard.column.found", "hazard.column.text", "hazard.column.place",
                               "hazard.column.owner", "hazard.column.due", "hazard.column.state"});
    for (const Hazard& hazard : hazards) {
        std::string state = hazardStateName(stateOf(hazard), language);
        if (isOverdue(hazard, today)) state += " " + w.text("hazard.overdue");
        table.rows.push_back({hazard.id, textOf(hazard.steps.front().date), hazard.text, orDash(hazard.place),
                              orDash(hazard.owner), orDash(hazard.due), std::move(state)});
    }
    w.put(std::move(table));
    w.signatures({"hazard.column.inspector", "plan.principal", "plan.signed_on"});
    return std::move(w).finished();
}

Writing noticeWriting(const Hazard& hazard, const std::string& school, Language language)
{
    Script w(language, {"plan.foot", {school, hazard.id}});
    w.title({"hazard.notice.title", {}});
    w.field("hazard.column.id", hazard.id);
    w.field("hazard.column.owner", hazard.owner);
    w.field("hazard.column.place", hazard.place);
    w.field("hazard.column.text", hazard.text);
    w.field("hazard.column.found", textOf(hazard.steps.front().date));
    w.field("hazard.column.inspector", hazard.steps.front().who);
    w.field("hazard.column.due", textOf(hazard.due));
    w.paragraph(w.text("hazard.notice.text"));
    w.heading("hazard.notice.answer");
    TablePart answer = w.table({0.25, 0.75}, {"hazard.notice.step", "hazard.notice.what"}, 44.0);
    for (const HazardState state : {HazardState::Mended, HazardState::Reinspected, HazardState::Closed}) {
        std::string done;
        for (const HazardStep& step : hazard.steps)
            if (step.state == state) done = textOf(step.date) + "  " + step.who + "  " + step.text;
        answer.rows.push_back({hazardStateName(state, language), std::move(done)});
    }
    w.put(std::move(answer));
    w.signatures({"hazard.notice.from", "hazard.notice.to", "plan.signed_on"});
    return std::move(w).finished();
}

}
