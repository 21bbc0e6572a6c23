#include "sim/report/paper.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/record_report.hpp"

#include <algorithm>

namespace stairwise {
namespace {

std::string nameIn(const std::vector<PredictedTime>& places, const std::string& id)
{
    const auto found = std::ranges::find(places, id, &PredictedTime::id);
    return found == places.end() ? id : found->name;
}

std::string className(const DrillPlan& plan, const std::string& id)
{
    const auto found = std::ranges::find(plan.derived.participants, id, &PlannedClass::id);
    return found == plan.derived.participants.end() ? id : found->name;
}

std::string happened(const DrillEvent& event, const DrillPlan& plan, Language language)
{
    switch (event.what) {
    case DayMark::Start:
        return say("record.event.start", language);
    case DayMark::ClassLeft:
        return say({"record.event.class_left", {className(plan, event.id)}}, language);
    case DayMark::ClassOut:
        return say({"record.event.class_out", {className(plan, event.id)}}, language);
    case DayMark::Assembled:
        return say({"record.event.assembled", {className(plan, event.id)}}, language);
    case DayMark::ClassCounted:
        return say({"record.event.class_counted",
                    {className(plan, event.id), orDash(event.expected), orDash(event.present), orDash(event.onLeave),
                     orDash(event.missing)}},
                   language);
    case DayMark::StairClear:
        return say({"record.event.clear", {nameIn(plan.simulated.stairs, event.id)}}, language);
    case DayMark::ExitClear:
        return say({"record.event.clear", {nameIn(plan.simulated.exits, event.id)}}, language);
    case DayMark::AllOut:
        return say("record.event.all_out", language);
    case DayMark::Note:
        return say({"record.event.note", {event.text}}, language);
    case DayMark::Injury:
        return say({"record.event.injury", {event.text}}, language);
    case DayMark::Fact:
        return say({"record.event.fact", {event.id, event.text}}, language);
    case DayMark::End:
        return say("record.event.end", language);
    case DayMark::Strike:
        return say({"record.event.strike", {orDash(event.struck)}}, language);
    }
    return {};
}

/// What a brief report says, line by line: a name and a text, which may be empty.
std::vector<std::pair<std::string_view, std::string>> briefFields(const DrillRecord& record, const Remark& injury,
                                                                  Language language)
{
    int present = 0;
    int missing = 0;
    for (const ClassDay& one : record.classes) {
        present += one.present.value_or(0);
        missing += one.missing.value_or(0);
    }
    return {{"record.brief.school", record.school},
            {"record.brief.drill", record.drill},
            {"record.brief.date", textOf(record.date)},
            {"record.brief.start", record.start},
            {"record.brief.when", minutes(injury.seconds, language)},
            {"record.brief.place", injury.place},
            {"record.brief.what", injury.text},
            {"record.brief.counted",
             say({"record.brief.counts", {std::to_string(present), std::to_string(missing)}}, language)},
            {"record.brief.done", {}},
            {"record.brief.hospital", {}},
            {"record.brief.parents", {}},
            {"record.brief.reporter", {}}};
}

}

std::string eventText(const DrillEvent& event, const DrillPlan& plan, Language language)
{
    std::string text = happened(event, plan, language);
    if (event.seconds) text += " " + fixed(*event.seconds, 1) + " s";
    return text;
}

std::string recordText(const DrillRecord& record, const DrillPlan& plan, Language language)
{
    std::string text;
    const auto add = [&](const Message& message) { text += say(message, language) + "\n"; };
    const auto time = [&](const std::optional<double>& seconds) { return seconds ? fixed(*seconds, 1) : kDash; };
    add({"record.text.title", {record.school, record.drill, orDash(record.date), record.start}});
    for (const ClassDay& one : record.classes)
        if (one.left || one.out || one.assembled || one.present)
            add({"record.text.class",
                 {one.name, time(one.left), time(one.out), time(one.assembled), orDash(one.expected),
                  orDash(one.present), orDash(one.onLeave), orDash(one.missing)}});
    for (const auto* places : {&record.stairs, &record.exits})
        for (const PlaceDay& place : *places)
            if (place.clear) add({"record.text.clear", {place.name, time(place.clear)}});
    if (record.allOut) add({"record.text.all_out", {time(record.allOut)}});
    for (const Remark& remark : record.injuries) add({"record.event.injury", {remark.text}});
    for (const Remark& remark : record.notes) add({"record.event.note", {remark.text}});
    const auto lacks = lacksOf(record);
    if (!lacks.empty()) add({"record.text.lacks", {std::to_string(lacks.size()), say(lacks.front(), language)}});
    for (const Message& doubt : doubtsOf(record, plan)) add(doubt);
    return text;
}

std::string briefText(const DrillRecord& record, const Remark& injury, Language language)
{
    std::string text = say("record.brief.title", language) + "\n";
    for (const auto& [key, value] : briefFields(record, injury, language))
        text += say({"record.brief.line", {say(key, language), orDash(value)}}, language) + "\n";
    return text;
}

std::vector<Picture> briefPages(const DrillRecord& record, const Remark& injury, Language language)
{
    Paper paper(language, say({"plan.foot", {record.school, record.drill}}, language));
    paper.title(say("record.brief.title", language));
    paper.paragraph(say("record.brief.rule", language));
    for (const auto& [key, value] : briefFields(record, injury, language)) {
        paper.field(say(key, language), value.empty() ? "________________________________" : value);
        paper.space(8.0);
    }
    paper.signatures(
        {say("record.brief.reporter", language), say("plan.principal", language), say("plan.signed_on", language)},
        say("plan.stamp", language));
    return std::move(paper).pages();
}

}
