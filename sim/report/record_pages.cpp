#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/record_report.hpp"
#include "sim/report/script.hpp"

namespace stairwise {
namespace {

void addFacts(Script& w, const DrillRecord& record)
{
    const auto fact = [&](const char* name) {
        const auto found = record.facts.find(name);
        return found == record.facts.end() ? std::string() : found->second;
    };
    w.field("record.paper.date", textOf(record.date));
    w.field("record.paper.start", record.start);
    w.field("record.paper.end", minutes(record.end, w.language()));
    w.field("record.paper.weather", fact("weather"));
    w.field("plan.signal", fact("signal"));
    w.field("record.paper.situation", fact("situation"));
    w.field("plan.commander", fact("commander"));
    w.field("record.paper.all_out", minutes(record.allOut, w.language()));
    for (const auto& [name, text] : record.facts)
        if (name != "date" && name != "weather" && name != "signal" && name != "situation" && name != "commander")
            w.put(FieldPart{name, text});
}

void addClasses(Script& w, const DrillRecord& record)
{
    w.heading("record.paper.classes");
    TablePart table = w.table({0.16, 0.1, 0.1, 0.11, 0.08, 0.08, 0.08, 0.08, 0.21},
                              {"plan.class", "day.left", "day.out", "day.assembled", "day.expected", "day.present",
                               "day.on_leave", "day.missing", "day.reason"});
    const auto time = [&](const auto& seconds) { return orDash(minutes(seconds, w.language())); };
    for (const ClassDay& one : record.classes)
        table.rows.push_back({one.name, time(one.left), time(one.out), time(one.assembled), orDash(one.expected),
                              orDash(one.present), orDash(one.onLeave), orDash(one.missing), one.reason});
    w.put(std::move(table));
}

void addPlaces(Script& w, const DrillRecord& record)
{
    w.heading("record.paper.places");
    TablePart table = w.table({0.6, 0.4}, {"plan.stair_or_exit", "record.paper.clear"});
    for (const auto* places : {&record.stairs, &record.exits})
        for (const PlaceDay& place : *places)
            table.rows.push_back({place.name, orDash(minutes(place.clear, w.language()))});
    w.put(std::move(table));
}

void addRemarks(Script& w, std::string_view heading, const std::vector<Remark>& remarks)
{
    w.heading(heading);
    if (remarks.empty()) return w.paragraph(w.text("record.paper.none"));
    for (const Remark& remark : remarks) {
        std::string text = remark.text;
        if (!remark.place.empty()) text = w.text({"record.paper.at", {remark.place, text}});
        if (remark.seconds) text = minutes(remark.seconds, w.language()) + "  " + text;
        w.item(std::move(text));
    }
}

}

Writing recordWriting(const DrillRecord& record, const DrillPlan& plan, Language language)
{
    Script w(language, {"plan.foot", {record.school, record.drill}});
    w.title({"record.paper.title", {record.school, kindName(plan.said.kind, language)}});
    w.paragraph(w.text("record.paper.measured"));
    addFacts(w, record);
    addClasses(w, record);
    addPlaces(w, record);
    addRemarks(w, "record.paper.notes", record.notes);
    addRemarks(w, "record.paper.injuries", record.injuries);
    const auto doubts = doubtsOf(record, plan);
    if (!doubts.empty()) w.heading("review.doubts");
    for (const Message& doubt : doubts) w.item(w.text(doubt));
    w.signatures({"record.paper.recorder", "plan.commander", "plan.signed_on"});
    return std::move(w).finished();
}

}
