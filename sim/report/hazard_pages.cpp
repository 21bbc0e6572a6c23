#include "sim/report/phrases.hpp"
#include "sim/report/review_report.hpp"

namespace stairwise {

Writing hazardListWriting(const std::vector<Hazard>& hazards, const std::string& time, RateRule rule, const Date& today,
                          Language language)
{
    Writing paper{say("hazard.paper.list", language), {}};
    paper.parts.emplace_back(TitlePart{say({"hazard.paper.title", {time}}, language)});
    paper.parts.emplace_back(
        ParagraphPart{hazardFiguresText(figuresOf(hazards, {}, {9999, 12, 31}, today), rule, language)});
    TablePart table{{0.13, 0.11, 0.24, 0.14, 0.12, 0.12, 0.14}, {}, {}};
    for (const std::string_view key :
         {"hazard.column.id", "hazard.column.found", "hazard.column.text", "hazard.column.place", "hazard.column.owner",
          "hazard.column.due", "hazard.column.state"})
        table.head.push_back(say(key, language));
    for (const Hazard& hazard : hazards) {
        std::string state = hazardStateName(stateOf(hazard), language);
        if (isOverdue(hazard, today)) state += " " + say("hazard.overdue", language);
        table.rows.push_back({hazard.id, textOf(hazard.steps.front().date), hazard.text, orDash(hazard.place),
                              orDash(hazard.owner), orDash(hazard.due), std::move(state)});
    }
    paper.parts.emplace_back(std::move(table));
    paper.parts.emplace_back(SignaturesPart{
        {say("hazard.column.inspector", language), say("plan.principal", language), say("plan.signed_on", language)},
        say("plan.stamp", language)});
    return paper;
}

Writing noticeWriting(const Hazard& hazard, const std::string& school, Language language)
{
    Writing paper{say({"plan.foot", {school, hazard.id}}, language), {}};
    const auto field = [&](std::string_view key, const std::string& text) {
        paper.parts.emplace_back(FieldPart{say(key, language), text});
    };
    paper.parts.emplace_back(TitlePart{say("hazard.notice.title", language)});
    field("hazard.column.id", hazard.id);
    field("hazard.column.owner", hazard.owner);
    field("hazard.column.place", hazard.place);
    field("hazard.column.text", hazard.text);
    field("hazard.column.found", textOf(hazard.steps.front().date));
    field("hazard.column.inspector", hazard.steps.front().who);
    field("hazard.column.due", hazard.due ? textOf(*hazard.due) : std::string());
    paper.parts.emplace_back(ParagraphPart{say("hazard.notice.text", language)});
    paper.parts.emplace_back(HeadingPart{say("hazard.notice.answer", language)});
    TablePart answer{
        {0.25, 0.75}, {say("hazard.notice.step", language), say("hazard.notice.what", language)}, {}, 44.0};
    for (const HazardState state : {HazardState::Mended, HazardState::Reinspected, HazardState::Closed}) {
        std::string done;
        for (const HazardStep& step : hazard.steps)
            if (step.state == state) done = textOf(step.date) + "  " + step.who + "  " + step.text;
        answer.rows.push_back({hazardStateName(state, language), std::move(done)});
    }
    paper.parts.emplace_back(std::move(answer));
    paper.parts.emplace_back(SignaturesPart{
        {say("hazard.notice.from", language), say("hazard.notice.to", language), say("plan.signed_on", language)},
        say("plan.stamp", language)});
    return paper;
}

}
