#include "sim/cli/archive_papers.hpp"
#include "sim/base/system.hpp"
#include "sim/cli/days.hpp"
#include "sim/record/calendar.hpp"
#include "sim/record/drill_store.hpp"
#include "sim/report/paper.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/record_report.hpp"
#include "sim/report/register_report.hpp"
#include "sim/report/review_report.hpp"
#include "sim/report/script.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace stairwise {
namespace {

constexpr std::size_t kMostDrills = 10'000; // of an archive; assumed

struct Time {
    Date from;
    Date to;
};

Result<Time> timeAsked(const BookAsked& asked)
{
    const auto from = dayAsked(asked.from, "--from", kFirstDay);
    if (!from) return from.fault();
    const auto to = dayAsked(asked.to, "--to", kLastDay);
    if (!to) return to.fault();
    return Time{from.value(), to.value()};
}

/// One drill as far as the archive has it.
struct Held {
    DrillPlan plan;
    DrillRecord record;
    std::optional<DrillSummary> summary;
    std::string date; // of the record, else of the plan; empty: neither
};

Result<Held> heldIn(Archive& archive, const std::string& drill)
{
    auto plan = planIn(archive, drill);
    if (!plan) return plan.fault();
    auto record = recordIn(archive, plan.value());
    if (!record) return record.fault();
    Held held{std::move(plan).value(), std::move(record).value(), {}, {}};
    held.date = textOf(held.record.date ? held.record.date : held.plan.said.date);
    const auto kept = archive.get(kSummaryKind, drill);
    if (!kept) return kept.fault();
    if (!kept.value()) return held;
    const auto said = parseSummary(kept.value()->body, archive.database().path().string());
    if (!said) return said.fault();
    held.summary = summaryOf(held.plan, held.record, said.value());
    return held;
}

/// By day; those without a day last.
Result<std::vector<Held>> drillsIn(Archive& archive, const Time& time)
{
    const auto listed = archive.list({kPlanKind, {}, {}, false, kMostDrills});
    if (!listed) return listed.fault();
    std::vector<Held> drills;
    for (const Document& one : listed.value()) {
        auto held = heldIn(archive, one.key);
        if (!held) return held.fault();
        const std::string& date = held.value().date;
        if (date.empty() || (date >= textOf(time.from) && date <= textOf(time.to)))
            drills.push_back(std::move(held).value());
    }
    std::ranges::sort(drills, {},
                      [](const Held& one) { return std::pair(one.date.empty(), one.date + one.plan.drill); });
    return drills;
}

void append(Writing& book, Writing part)
{
    book.parts.emplace_back(NewPagePart{});
    std::ranges::move(part.parts, std::back_inserter(book.parts));
}

Done addHazards(Archive& archive, Writing& book, const Time& time, const Shell& shell)
{
    auto hazards = hazardsIn(archive);
    if (!hazards) return hazards.fault();
    const auto rule = ruleOf(archive);
    if (!rule) return rule.fault();
    std::erase_if(hazards.value(), [&](const Hazard& one) {
        return one.steps.front().date < time.from || one.steps.front().date > time.to;
    });
    const auto entries = entriesIn(archive, {}, time.from, time.to);
    if (!entries) return entries.fault();
    const std::string span = textOf(time.from) + " – " + textOf(time.to);
    if (!hazards.value().empty())
        append(book, hazardListWriting(hazards.value(), span, rule.value().rate, today(), shell.language));
    if (!entries.value().empty()) append(book, registerWriting(entries.value(), shell.language));
    return done();
}

Writing coverOf(const std::vector<Held>& drills, const Time& time, const Shell& shell)
{
    const std::string school = drills.empty() ? std::string() : drills.front().plan.derived.school;
    Script w(shell.language, {"book.foot", {school}});
    w.title({"book.title", {school}});
    w.paragraph(w.text({"book.time", {textOf(time.from), textOf(time.to)}}));
    TablePart contents = w.table({0.18, 0.3, 0.22, 0.3}, {"trend.date", "trend.drill", "book.kind", "book.holds"});
    for (const Held& held : drills) {
        std::vector<std::string> holds = {w.text("book.plan")};
        if (held.record.events > 0) holds.push_back(w.text("book.record"));
        if (held.summary) holds.push_back(w.text("book.summary"));
        contents.rows.push_back({orDash(held.date), held.plan.drill, kindName(held.plan.said.kind, shell.language),
                                 joined(holds, shell.language)});
    }
    w.put(std::move(contents));
    w.signatures({"book.bound_by", "plan.principal", "plan.signed_on"});
    return std::move(w).finished();
}

}

int bookAsked(Archive& archive, const BookAsked& asked, const Shell& shell)
{
    const auto time = timeAsked(asked);
    if (!time) return refuse(time.fault(), shell);
    const auto drills = drillsIn(archive, time.value());
    if (!drills) return refuse(drills.fault(), shell);
    Writing book = coverOf(drills.value(), time.value(), shell);
    for (const Held& held : drills.value()) {
        append(book, planWriting(held.plan, shell.language));
        if (held.record.events > 0) append(book, recordWriting(held.record, held.plan, shell.language));
        if (held.summary) append(book, summaryWriting(*held.summary, shell.language));
    }
    if (const Done added = addHazards(archive, book, time.value(), shell); !added) return refuse(added.fault(), shell);
    const auto pages = pagesOf(book, shell.language);
    if (const Done written = writeFile(asked.out, toPdf(pages, book.foot)); !written)
        return refuse(written.fault(), shell);
    std::printf("%s\n",
                say({"book.written", {std::to_string(drills.value().size()), std::to_string(pages.size()), asked.out}},
                    shell.language)
                    .c_str());
    return drills.value().empty() ? kFindings : kGood;
}

int trendAsked(Archive& archive, const BookAsked& asked, const Shell& shell)
{
    const auto time = timeAsked(asked);
    if (!time) return refuse(time.fault(), shell);
    const auto drills = drillsIn(archive, time.value());
    if (!drills) return refuse(drills.fault(), shell);
    std::vector<TrendLine> lines;
    for (const Held& held : drills.value()) {
        if (held.record.events == 0) continue;
        const Review review = reviewOf(held.plan, held.record);
        lines.push_back({held.plan.drill, held.date, held.record.allOut, held.plan.simulated.clearance, review.inside,
                         review.inside + review.outside});
    }
    if (!asked.out.empty()) {
        const std::string pdf = pdfOf(trendWriting(lines, shell.language), shell.language);
        if (const Done written = writeFile(asked.out, pdf); !written) return refuse(written.fault(), shell);
    }
    std::printf("%s", (asked.json ? trendJson(lines) : trendText(lines, shell.language)).c_str());
    return kGood;
}

}
