#include "sim/record/calendar.hpp"
#include "sim/base/json_write.hpp"
#include "sim/base/system.hpp"
#include "sim/cli/days.hpp"
#include "sim/cli/shell.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/report/review_report.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace stairwise {
namespace {

constexpr std::size_t kMostCalendar = 1U << 20U; // bytes

struct Asked {
    std::string archive;
    std::string set;
    std::string today;
    bool json = false;
};

Done keepFrom(Archive& archive, const std::string& file)
{
    const auto text = readFile(file, kMostCalendar);
    if (!text) return text.fault();
    const auto calendar = parseCalendar(text.value(), file);
    if (!calendar) return calendar.fault();
    const Document document{kCalendarKind,
                            kCalendarKind,
                            0,
                            textOf(calendar.value().from),
                            {},
                            {},
                            calendar.value().term,
                            formatCalendar(calendar.value()),
                            {}};
    const auto kept = archive.put({&document, 1});
    return kept ? done() : Done(kept.fault());
}

std::string calendarJson(const DrillCalendar& calendar, const CalendarState& state, Language language)
{
    JsonWriter w;
    w.beginObject();
    w.key("term").text(calendar.term);
    w.key("drills").beginList();
    for (std::size_t i = 0; i < calendar.drills.size(); ++i) {
        w.beginObject(JsonWriter::Shape::OneLine);
        w.key("date").text(textOf(calendar.drills[i].date));
        w.key("kind").text(codeOf(calendar.drills[i].kind));
        w.key("standing").text(codeOf(state.drills[i]));
        w.endObject();
    }
    w.endList();
    if (state.lastHeld) w.key("last_held").text(textOf(*state.lastHeld));
    if (state.nextBy) w.key("next_by").text(textOf(*state.nextBy));
    w.key("warnings").beginList();
    for (const Message& warning : state.warnings) w.text(say(warning, language));
    w.endList();
    w.endObject();
    return std::move(w).finished();
}

int calendarAsked(const Asked& asked, const Shell& shell)
{
    const auto now = dayAsked(asked.today, "--today");
    if (!now) return refuse(now.fault(), shell);
    auto archive = Archive::open(asked.archive, asked.set.empty() ? Opening::Existing : Opening::CreateIfMissing);
    if (!archive) return refuse(archive.fault(), shell);
    if (!asked.set.empty())
        if (const Done kept = keepFrom(archive.value(), asked.set); !kept) return refuse(kept.fault(), shell);
    const auto kept = archive.value().get(kCalendarKind, kCalendarKind);
    if (!kept) return refuse(kept.fault(), shell);
    if (!kept.value())
        return refuse(archive.value().database().fault({"calendar.none", {}}, {"calendar.none.mend", {}}), shell);
    const auto calendar = parseCalendar(kept.value()->body, asked.archive);
    if (!calendar) return refuse(calendar.fault(), shell);
    const auto held = heldIn(archive.value());
    if (!held) return refuse(held.fault(), shell);
    const auto rule = ruleOf(archive.value());
    if (!rule) return refuse(rule.fault(), shell);
    const CalendarState state = stateOf(calendar.value(), held.value(), rule.value(), now.value());
    std::printf("%s", (asked.json ? calendarJson(calendar.value(), state, shell.language)
                                  : calendarText(calendar.value(), state, shell.language))
                          .c_str());
    return state.warnings.empty() ? kGood : kFindings;
}

}

Run calendarCommand(CLI::App& app, const Shell& shell)
{
    auto asked = std::make_shared<Asked>();
    app.add_option("archive", asked->archive, shell.text("cli.option.archive"))->required();
    app.add_option("--set", asked->set, shell.text("cli.option.calendar_set"));
    app.add_option("--today", asked->today, shell.text("cli.option.today"));
    app.add_flag("--json", asked->json, shell.text("cli.option.answer_json"));
    return [asked, &shell] { return calendarAsked(*asked, shell); };
}

}
