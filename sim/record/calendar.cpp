#include "sim/record/calendar.hpp"

#include "sim/record/document_text.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/record/record_words.hpp"

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::string_view kFormat = "stairwise-calendar";
constexpr std::size_t kMost = 1000; // drills of a term; assumed

constexpr WordFor<DrillStanding> kStandingWords[] = {{DrillStanding::Held, "held"},
                                                     {DrillStanding::Due, "due"},
                                                     {DrillStanding::Missed, "missed"},
                                                     {DrillStanding::Planned, "planned"}};

constexpr auto readDrill = [](JsonObject& o, PlannedDrill& drill) {
    o.need("date", drill.date, DateText{});
    o.need("kind", drill.kind, oneOf(kDrillKindWords));
    o.may("scope", drill.scope, kNameText);
    o.may("drill", drill.drill, kNameText);
};

DrillStanding standingOf(const PlannedDrill& drill, const std::vector<Date>& held, const BureauRule& rule,
                         const Date& today)
{
    if (std::ranges::find(held, drill.date) != held.end()) return DrillStanding::Held;
    if (drill.date < today) return DrillStanding::Missed;
    return daysBetween(today, drill.date) <= rule.warnDays ? DrillStanding::Due : DrillStanding::Planned;
}

void addGaps(CalendarState& state, const DrillCalendar& calendar, const BureauRule& rule)
{
    Date before = calendar.from;
    std::vector<Date> days;
    for (const PlannedDrill& drill : calendar.drills) days.push_back(drill.date);
    days.push_back(calendar.to);
    for (const Date& day : days) {
        const int gap = daysBetween(before, day);
        if (gap > rule.intervalDays)
            state.warnings.push_back(
                {"record.calendar.gap",
                 {textOf(before), textOf(day), std::to_string(gap), std::to_string(rule.intervalDays)}});
        before = day;
    }
}

}

std::string_view codeOf(DrillStanding standing)
{
    return wordFor(kStandingWords, standing);
}

std::string formatCalendar(const DrillCalendar& calendar)
{
    return documentText(kFormat, [&](JsonWriter& w) {
        w.key("term").text(calendar.term);
        w.key("from").text(textOf(calendar.from));
        w.key("to").text(textOf(calendar.to));
        writeObjects(
            w, "drills", calendar.drills,
            [](JsonWriter& writer, const PlannedDrill& drill) {
                writer.key("date").text(textOf(drill.date));
                writer.key("kind").text(codeOf(drill.kind));
                writer.textIfAny("scope", drill.scope);
                writer.textIfAny("drill", drill.drill);
            },
            JsonWriter::Shape::OneLine);
    });
}

Result<DrillCalendar> parseCalendar(std::string_view text, const std::string& file)
{
    auto read = readDocument<DrillCalendar>(text, kFormat, file, [](JsonObject& o, DrillCalendar& calendar) {
        o.need("term", calendar.term, kNameText);
        o.need("from", calendar.from, DateText{});
        o.need("to", calendar.to, DateText{});
        o.need("drills", calendar.drills, listOf(ObjectOf{readDrill}, kMost));
    });
    if (!read) return read;
    DrillCalendar& calendar = read.value();
    std::ranges::stable_sort(calendar.drills, {}, &PlannedDrill::date);
    for (const PlannedDrill& drill : calendar.drills)
        if (drill.date < calendar.from || drill.date > calendar.to)
            return Fault{
                file, textOf(drill.date), {"record.calendar.outside", {}}, {"record.calendar.outside.mend", {}}};
    return read;
}

CalendarState stateOf(const DrillCalendar& calendar, const std::vector<Date>& held, const BureauRule& rule,
                      const Date& today)
{
    CalendarState state;
    for (const PlannedDrill& drill : calendar.drills) state.drills.push_back(standingOf(drill, held, rule, today));
    for (const Date& day : held)
        if (day <= today && (!state.lastHeld || day > *state.lastHeld)) state.lastHeld = day;
    addGaps(state, calendar, rule);
    if (today < calendar.from || today > calendar.to) return state;
    // Holidays do not count: an interval begins with the term.
    const Date since = std::max(state.lastHeld.value_or(calendar.from), calendar.from);
    state.nextBy = plusDays(since, rule.intervalDays);
    const int left = daysBetween(today, *state.nextBy);
    if (left < 0)
        state.warnings.push_back({"record.calendar.missed", {textOf(*state.nextBy), std::to_string(-left)}});
    else if (left <= rule.warnDays)
        state.warnings.push_back({"record.calendar.soon", {textOf(*state.nextBy), std::to_string(left)}});
    return state;
}

Result<std::vector<Date>> heldIn(Archive& archive)
{
    const auto rows = archive.database().rows("SELECT DISTINCT date FROM document WHERE kind = ?1 AND date <> '' ORDER "
                                              "BY date",
                                              {std::string(kRecordKind)});
    if (!rows) return rows.fault();
    std::vector<Date> days;
    for (const SqlRow& row : rows.value())
        if (const auto day = parseDate(textAt(row, 0))) days.push_back(*day);
    return days;
}

}
