#include "sim/report/phrases.hpp"
#include "sim/report/review_report.hpp"
#include "sim/report/tables.hpp"

namespace stairwise {

std::string hazardStateName(HazardState state, Language language)
{
    constexpr std::string_view kKeys[] = {"hazard.found",          "hazard.signed",      "hazard.noticed",
                                          "hazard.mended",         "hazard.reinspected", "hazard.closed",
                                          "hazard.reported_upward"};
    return say(kKeys[static_cast<std::size_t>(state)], language);
}

std::string hazardsText(const std::vector<Hazard>& hazards, const Date& today, Language language)
{
    std::string text;
    for (const Hazard& hazard : hazards) {
        text += say({"hazard.line",
                     {hazard.id, textOf(hazard.steps.front().date), hazard.text, hazard.place, orDash(hazard.owner),
                      orDash(hazard.due), hazardStateName(stateOf(hazard), language)}},
                    language);
        if (isOverdue(hazard, today)) text += " " + say("hazard.overdue", language);
        text += "\n";
    }
    return text;
}

std::string hazardsCsv(const std::vector<Hazard>& hazards, const Date& today, Language language)
{
    std::string text =
        csvHead({"hazard.column.id", "hazard.column.found", "hazard.column.text", "hazard.column.place",
                 "hazard.column.source", "hazard.column.inspector", "hazard.column.owner", "hazard.column.due",
                 "hazard.column.state", "hazard.column.since", "hazard.column.overdue"},
                language);
    for (const Hazard& hazard : hazards)
        text += csvRow({harmless(hazard.id), textOf(hazard.steps.front().date), harmless(hazard.text),
                        harmless(hazard.place), harmless(hazard.source), harmless(hazard.steps.front().who),
                        harmless(hazard.owner), textOf(hazard.due), hazardStateName(stateOf(hazard), language),
                        textOf(hazard.steps.back().date),
                        isOverdue(hazard, today) ? say("hazard.yes", language) : std::string()});
    return text;
}

std::string hazardFiguresText(const HazardFigures& figures, RateRule rule, Language language)
{
    return say({"hazard.figures",
                {std::to_string(figures.found), std::to_string(figures.mended),
                 rateText(figures.mended, figures.found, rule), std::to_string(figures.closed),
                 std::to_string(figures.overdue), std::to_string(figures.notices), std::to_string(figures.upward)}},
               language) +
           "\n";
}

}
