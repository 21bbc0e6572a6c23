#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/record_report.hpp"

namespace stairwise {
namespace {

void addFacts(Writing& paper, const DrillRecord& record, Language language)
{
    const auto field = [&](std::string_view key, const std::string& text) {
        paper.parts.emplace_back(FieldPart{say(key, language), text});
    };
    const auto fact = [&](const char* name) {
        const auto found = record.facts.find(name);
        return found == record.facts.end() ? std::string() : found->second;
    };
    field("record.paper.date", record.date ? textOf(*record.date) : std::string());
    field("record.paper.start", record.start);
    field("record.paper.end", minutes(record.end, language));
    field("record.paper.weather", fact("weather"));
    field("plan.signal", fact("signal"));
    field("record.paper.situation", fact("situation"));
    field("plan.commander", fact("commander"));
    field("record.paper.all_out", minutes(record.allOut, language));
    for (const auto& [name, text] : record.facts)
        if (name != "date" && name != "weather" && name != "signal" && name != "situation" && name != "commander")
            paper.parts.emplace_back(FieldPart{name, text});
}

void addClasses(Writing& paper, const DrillRecord& record, Language language)
{
    TablePart table{{0.16, 0.1, 0.1, 0.11, 0.08, 0.08, 0.08, 0.08, 0.21}, {}, {}};
    for (const std::string_view key : {"plan.class", "day.left", "day.out", "day.assembled", "day.expected",
                                       "day.present", "day.on_leave", "day.missing", "day.reason"})
        table.head.push_back(say(key, language));
    for (const ClassDay& one : record.classes)
        table.rows.push_back({one.name, orDash(minutes(one.left, language)), orDash(minutes(one.out, language)),
                              orDash(minutes(one.assembled, language)), orDash(one.expected), orDash(one.present),
                              orDash(one.onLeave), orDash(one.missing), one.reason});
    paper.parts.emplace_back(HeadingPart{say("record.paper.classes", language)});
    paper.parts.emplace_back(std::move(table));
}

void addPlaces(Writing& paper, const DrillRecord& record, Language language)
{
    TablePart table{{0.6, 0.4}, {say("plan.stair_or_exit", language), say("record.paper.clear", language)}, {}};
    for (const auto* places : {&record.stairs, &record.exits})
        for (const PlaceDay& place : *places)
            table.rows.push_back({place.name, orDash(minutes(place.clear, language))});
    paper.parts.emplace_back(HeadingPart{say("record.paper.places", language)});
    paper.parts.emplace_back(std::move(table));
}

void addRemarks(Writing& paper, std::string_view heading, const std::vector<Remark>& remarks, Language language)
{
    paper.parts.emplace_back(HeadingPart{say(heading, language)});
    if (remarks.empty()) {
        paper.parts.emplace_back(ParagraphPart{say("record.paper.none", language)});
        return;
    }
    for (const Remark& remark : remarks) {
        std::string text = remark.text;
        if (!remark.place.empty()) text = say({"record.paper.at", {remark.place, text}}, language);
        if (remark.seconds) text = minutes(remark.seconds, language) + "  " + text;
        paper.parts.emplace_back(ItemPart{text});
    }
}

}

Writing recordWriting(const DrillRecord& record, const DrillPlan& plan, Language language)
{
    Writing paper{say({"plan.foot", {record.school, record.drill}}, language), {}};
    paper.parts.emplace_back(
        TitlePart{say({"record.paper.title", {record.school, kindName(plan.said.kind, language)}}, language)});
    paper.parts.emplace_back(ParagraphPart{say("record.paper.measured", language)});
    addFacts(paper, record, language);
    addClasses(paper, record, language);
    addPlaces(paper, record, language);
    addRemarks(paper, "record.paper.notes", record.notes, language);
    addRemarks(paper, "record.paper.injuries", record.injuries, language);
    const auto doubts = doubtsOf(record, plan);
    if (!doubts.empty()) paper.parts.emplace_back(HeadingPart{say("review.doubts", language)});
    for (const Message& doubt : doubts) paper.parts.emplace_back(ItemPart{say(doubt, language)});
    paper.parts.emplace_back(SignaturesPart{
        {say("record.paper.recorder", language), say("plan.commander", language), say("plan.signed_on", language)},
        say("plan.stamp", language)});
    return paper;
}

}
