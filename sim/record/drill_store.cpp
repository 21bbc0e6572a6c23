#include "sim/record/drill_store.hpp"

#include "sim/record/dates.hpp"
#include "sim/school/school_file.hpp"

#include <cmath>
#include <optional>

namespace stairwise {
namespace {

Result<std::vector<NumberedEvent>> eventsIn(Archive& archive, const std::string& drill)
{
    const auto kept = archive.events(drill);
    if (!kept) return kept.fault();
    std::vector<NumberedEvent> events;
    for (const ArchivedEvent& one : kept.value()) {
        auto event = parseEvent(one.body, archive.database().path().string());
        if (!event) return event.fault();
        events.push_back({one.number, localClock(one.saved), std::move(event).value()});
    }
    return events;
}

bool isTimed(DayMark what)
{
    return what != DayMark::Start && what != DayMark::Fact && what != DayMark::Strike;
}

}

Result<DrillPlan> planIn(Archive& archive, const std::string& drill)
{
    const auto found = archive.get(kPlanKind, drill);
    if (!found) return found.fault();
    if (!found.value()) return archive.database().fault({"record.no_plan", {drill}}, {"record.no_plan.mend", {drill}});
    return parsePlan(found.value()->body, archive.database().path().string());
}

Result<SchoolKind> schoolKindIn(Archive& archive, const std::string& drill)
{
    const auto found = archive.get(kSchoolKind, drill);
    if (!found) return found.fault();
    if (!found.value()) return SchoolKind::Other;
    const auto school = parseSchool(found.value()->body, archive.database().path().string());
    if (!school) return school.fault();
    return school.value().code.kind;
}

Result<std::optional<std::int64_t>> signalIn(Archive& archive, const std::string& drill)
{
    const auto kept = archive.events(drill);
    if (!kept) return kept.fault();
    std::optional<std::int64_t> signal;
    int number = 0;
    for (const ArchivedEvent& one : kept.value()) {
        const auto event = parseEvent(one.body, archive.database().path().string());
        if (!event) return event.fault();
        if (event.value().what == DayMark::Start) {
            number = one.number;
            signal = event.value().text.empty() ? std::optional(one.saved) : std::nullopt;
        }
        if (event.value().struck == number) signal.reset();
    }
    return signal;
}

Result<DrillRecord> recordIn(Archive& archive, const DrillPlan& plan)
{
    const auto events = eventsIn(archive, plan.drill);
    if (!events) return events.fault();
    return recordOf(plan, events.value());
}

Done keepRecord(Archive& archive, const DrillPlan& plan)
{
    const auto record = recordIn(archive, plan);
    if (!record) return record.fault();
    const Document document{kRecordKind,
                            plan.drill,
                            0,
                            textOf(record.value().date),
                            {},
                            {},
                            plan.derived.school + " " + plan.drill,
                            formatRecord(record.value()),
                            {}};
    const auto kept = archive.put({&document, 1});
    return kept ? done() : Done(kept.fault());
}

Result<KeptEvent> keepEvent(Archive& archive, const DrillPlan& plan, DrillEvent event, std::int64_t at)
{
    if (!event.seconds && isTimed(event.what)) {
        const auto signal = signalIn(archive, plan.drill);
        if (!signal) return signal.fault();
        if (signal.value() && at >= *signal.value())
            event.seconds = std::round(static_cast<double>(at - *signal.value()) / 100.0) / 10.0;
    }
    const auto number = archive.addEvent(plan.drill, formatEvent(event), at);
    if (!number) return number.fault();
    return KeptEvent{number.value(), std::move(event)};
}

Done keepEvents(Archive& archive, const DrillPlan& plan, std::span<const DrillEvent> events, std::int64_t at)
{
    return archive.database().transaction([&]() -> Done {
        for (const DrillEvent& event : events)
            if (const auto kept = archive.addEvent(plan.drill, formatEvent(event), at); !kept) return kept.fault();
        return done();
    });
}

}
