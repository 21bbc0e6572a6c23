#include "sim/record/drill_record.hpp"

#include <algorithm>
#include <set>

namespace stairwise {
namespace {

ClassDay* classIn(DrillRecord& record, const std::string& id)
{
    const auto found = std::ranges::find(record.classes, id, &ClassDay::id);
    return found == record.classes.end() ? nullptr : &*found;
}

void clear(std::vector<PlaceDay>& places, const DrillEvent& event)
{
    const auto found = std::ranges::find(places, event.id, &PlaceDay::id);
    if (found != places.end()) found->clear = event.seconds;
}

void count(ClassDay& one, const DrillEvent& event)
{
    one.counted = event.seconds;
    one.expected = event.expected;
    one.present = event.present;
    one.onLeave = event.onLeave;
    one.missing = event.missing;
    one.reason = event.text;
}

void noteClass(DrillRecord& record, const DrillEvent& event)
{
    ClassDay* one = classIn(record, event.id);
    if (one == nullptr) return; // the plan has changed since
    if (event.what == DayMark::ClassLeft) one->left = event.seconds;
    if (event.what == DayMark::ClassOut) one->out = event.seconds;
    if (event.what == DayMark::Assembled) one->assembled = event.seconds;
    if (event.what == DayMark::ClassCounted) count(*one, event);
}

void note(DrillRecord& record, const NumberedEvent& numbered)
{
    const DrillEvent& event = numbered.event;
    switch (event.what) {
    case DayMark::Start:
        record.start = event.text.empty() ? numbered.clock : event.text;
        break;
    case DayMark::StairClear:
        return clear(record.stairs, event);
    case DayMark::ExitClear:
        return clear(record.exits, event);
    case DayMark::AllOut:
        record.allOut = event.seconds;
        break;
    case DayMark::Note:
        record.notes.push_back({event.seconds, event.text, event.place, numbered.number});
        break;
    case DayMark::Injury:
        record.injuries.push_back({event.seconds, event.text, event.place, numbered.number});
        break;
    case DayMark::Fact:
        record.facts[event.id] = event.text;
        if (event.id == "date") record.date = parseDate(event.text);
        break;
    case DayMark::End:
        record.end = event.seconds;
        break;
    case DayMark::Strike:
        break;
    default:
        noteClass(record, event);
    }
}

}

DrillRecord recordOf(const DrillPlan& plan, std::span<const NumberedEvent> events)
{
    DrillRecord record;
    record.drill = plan.drill;
    record.school = plan.derived.school;
    record.date = plan.said.date;
    for (const PlannedClass& one : plan.derived.participants)
        record.classes.push_back({one.id, one.name, {}, {}, {}, {}, {}, {}, {}, {}, {}});
    for (const PredictedTime& stair : plan.simulated.stairs) record.stairs.push_back({stair.id, stair.name, {}});
    for (const PredictedTime& exit : plan.simulated.exits) record.exits.push_back({exit.id, exit.name, {}});
    std::set<int> struck;
    for (const NumberedEvent& one : events)
        if (one.event.struck) struck.insert(*one.event.struck);
    for (const NumberedEvent& one : events) {
        if (struck.contains(one.number) || one.event.what == DayMark::Strike) continue;
        note(record, one);
        ++record.events;
    }
    return record;
}

std::vector<Message> lacksOf(const DrillRecord& record)
{
    std::vector<Message> lacks;
    if (!record.date) lacks.push_back({"record.lacks.date", {}});
    if (record.start.empty()) lacks.push_back({"record.lacks.start", {}});
    if (!record.end) lacks.push_back({"record.lacks.end", {}});
    if (!record.allOut) lacks.push_back({"record.lacks.all_out", {}});
    if (!record.facts.contains("weather")) lacks.push_back({"record.lacks.weather", {}});
    if (!record.facts.contains("signal")) lacks.push_back({"record.lacks.signal", {}});
    if (!record.facts.contains("commander")) lacks.push_back({"record.lacks.commander", {}});
    for (const ClassDay& one : record.classes) {
        if (!one.left) lacks.push_back({"record.lacks.class_left", {one.name}});
        if (!one.present) lacks.push_back({"record.lacks.class_counted", {one.name}});
    }
    for (const PlaceDay& stair : record.stairs)
        if (!stair.clear) lacks.push_back({"record.lacks.stair", {stair.name.empty() ? stair.id : stair.name}});
    return lacks;
}

std::vector<Message> doubtsOf(const DrillRecord& record, const DrillPlan& plan)
{
    std::vector<Message> doubts;
    for (const ClassDay& one : record.classes) {
        if (one.expected && one.present && one.missing && *one.expected != *one.present + *one.missing)
            doubts.push_back({"record.doubt.counts",
                              {one.name, std::to_string(*one.expected), std::to_string(*one.present),
                               std::to_string(*one.missing)}});
        const auto planned = std::ranges::find(plan.derived.participants, one.id, &PlannedClass::id);
        if (one.expected && one.onLeave && planned != plan.derived.participants.end() &&
            *one.expected + *one.onLeave != planned->pupils)
            doubts.push_back({"record.doubt.roll",
                              {one.name, std::to_string(*one.expected), std::to_string(*one.onLeave),
                               std::to_string(planned->pupils)}});
        if (one.missing.value_or(0) > 0 && one.reason.empty())
            doubts.push_back({"record.doubt.reason", {one.name, std::to_string(*one.missing)}});
        if ((one.left && one.out && *one.out < *one.left) || (one.out && one.assembled && *one.assembled < *one.out))
            doubts.push_back({"record.doubt.order", {one.name}});
    }
    return doubts;
}

}
