#include "sim/report/day_papers.hpp"

#include "sim/record/drill_record.hpp"
#include "sim/report/card_sheet.hpp"
#include "sim/report/paper.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/script.hpp"

#include <algorithm>
#include <iterator>

namespace stairwise {
namespace {

constexpr double kWriteIn = 23.0; // points: a row that a hand can write in
constexpr CardGrid kSlips{2, 5};

void begin(Script& w, const DrillPlan& plan, const Message& title)
{
    w.newPage();
    w.title(title);
    w.paragraph(aboutDay(plan, w.language()));
}

void addSignIn(Script& w, const DrillPlan& plan)
{
    begin(w, plan, {"day.sign_in", {}});
    TablePart table =
        w.table({0.34, 0.22, 0.26, 0.18}, {"plan.post", "plan.post.who", "day.signature", "day.time"}, kWriteIn);
    table.rows.push_back({w.text("plan.commander"), plan.said.commander});
    for (const SaidPair& post : plan.said.wardens) table.rows.push_back({post.what, post.text});
    for (const Team& team : plan.said.teams) table.rows.push_back({team.name, team.leader});
    constexpr int kMore = 6; // assumed
    for (int i = 0; i < kMore; ++i) table.rows.emplace_back();
    w.put(std::move(table));
}

void addClassTimes(Script& w, const DrillPlan& plan)
{
    begin(w, plan, {"day.class_times", {}});
    w.paragraph(w.text("day.times.how"));
    TablePart table = w.table({0.22, 0.15, 0.15, 0.16, 0.32},
                              {"plan.class", "day.left", "day.out", "day.assembled", "day.remark"}, kWriteIn);
    for (const PlannedClass& one : plan.derived.participants) table.rows.push_back({one.name});
    w.put(std::move(table));
    w.signatures({"day.timed_by", "plan.signed_on"});
}

void addPlaceTimes(Script& w, const DrillPlan& plan)
{
    begin(w, plan, {"day.place_times", {}});
    w.paragraph(w.text("day.times.how"));
    TablePart table =
        w.table({0.28, 0.17, 0.25, 0.3}, {"plan.stair_or_exit", "day.clear", "day.crowded", "day.remark"}, kWriteIn);
    for (const auto* places : {&plan.simulated.stairs, &plan.simulated.exits})
        for (const PredictedTime& place : *places) table.rows.push_back({place.name});
    w.put(std::move(table));
    w.signatures({"day.timed_by", "plan.signed_on"});
}

// What the model foretells is watched for; which post sees which place, people know.
void addObservers(Script& w, const DrillPlan& plan)
{
    for (const SaidPair& post : plan.said.wardens) {
        begin(w, plan, {"day.observer", {post.what}});
        w.field("day.observer.who", "______________________");
        if (!plan.simulated.risks.empty()) w.paragraph(w.text("day.observer.watch"));
        constexpr std::size_t kShown = 5;
        for (std::size_t i = 0; i < std::min(kShown, plan.simulated.risks.size()); ++i)
            w.item(plan.simulated.risks[i].place);
        TablePart table =
            w.table({0.16, 0.44, 0.2, 0.2}, {"day.time", "day.seen", "day.people", "day.picture"}, kWriteIn);
        constexpr int kRows = 14;
        for (int i = 0; i < kRows; ++i) table.rows.emplace_back();
        w.put(std::move(table));
    }
}

void addSlip(Page& page, Vec2 corner, Vec2 size, const PlannedClass& one, Language language)
{
    constexpr double kPad = 12.0;
    const double left = corner.x + kPad;
    const double right = corner.x + size.x - kPad;
    const double middle = corner.x + 0.5 * size.x + 4.0;
    double y = corner.y + 24.0;
    const auto word = [&](std::string_view key) { return say(key, language); };
    page.text({left, y}, one.name, {13.0, kPageInk, Anchor::Left, size.x - 120.0});
    page.text({right, y}, word("day.slip"), {8.0, kPageSoft, Anchor::Right, 90.0});
    const auto pair = [&](std::string_view first, std::string_view second) {
        y += 26.0;
        page.blank({left, y}, word(first), middle - 12.0);
        page.blank({middle, y}, word(second), right);
    };
    y += 2.0;
    page.text({left, y + 12.0}, say({"day.enrolled", {std::to_string(one.pupils)}}, language), {8.0, kPageSoft});
    y += 8.0;
    pair("day.expected", "day.present");
    pair("day.on_leave", "day.missing");
    y += 26.0;
    page.blank({left, y}, word("day.reason"), right);
    pair("day.signature", "day.time");
}

}

std::string aboutDay(const DrillPlan& plan, Language language)
{
    const std::string date = plan.said.date ? textOf(*plan.said.date) : std::string("____");
    return say({"day.of", {plan.derived.school, kindName(plan.said.kind, language), date}}, language);
}

std::vector<Picture> dayPages(const DrillPlan& plan, Language language)
{
    Script w(language, {"plan.foot", {plan.derived.school, plan.drill}});
    addSignIn(w, plan);
    addClassTimes(w, plan);
    addPlaceTimes(w, plan);
    addObservers(w, plan);
    auto pages = pagesOf(std::move(w).finished(), language);
    const auto& classes = plan.derived.participants;
    auto slips = cardSheets(kSlips, classes.size(), [&](Page& page, Vec2 corner, Vec2 size, std::size_t i) {
        addSlip(page, corner, size, classes[i], language);
    });
    std::ranges::move(slips, std::back_inserter(pages));
    return pages;
}

Workbook dayForm(const DrillPlan& plan, Language language)
{
    const auto sheet = [&](const std::vector<std::string_view>& keys, std::string_view name) {
        Sheet made{say(name, language), {{textCell(std::string(headWord(language)))}}, {}};
        for (const std::string_view key : keys) made.rows.front().push_back(textCell(say(key, language)));
        return made;
    };
    const auto add = [&](Sheet& to, DayMark what, const std::string& of = {}) {
        to.rows.push_back({textCell(std::string(wordOf(what, language)))});
        if (!of.empty()) to.rows.back().push_back(textCell(of));
    };
    const auto& classes = plan.derived.participants;
    Sheet times = sheet({"day.form.id", "day.form.seconds"}, "day.form.times");
    add(times, DayMark::Start);
    for (const PlannedClass& one : classes)
        for (const DayMark what : {DayMark::ClassLeft, DayMark::ClassOut, DayMark::Assembled})
            add(times, what, one.name);
    for (const PredictedTime& stair : plan.simulated.stairs) add(times, DayMark::StairClear, stair.name);
    for (const PredictedTime& exit : plan.simulated.exits) add(times, DayMark::ExitClear, exit.name);
    add(times, DayMark::AllOut);
    add(times, DayMark::End);
    Sheet counts = sheet({"day.form.id", "day.expected", "day.present", "day.on_leave", "day.missing", "day.reason"},
                         "day.form.counts");
    for (const PlannedClass& one : classes) add(counts, DayMark::ClassCounted, one.name);
    Sheet facts = sheet({"day.form.name", "day.form.value"}, "day.form.facts");
    for (const char* fact : {"date", "weather", "signal", "situation", "commander"}) add(facts, DayMark::Fact, fact);
    return {{std::move(times), std::move(counts), std::move(facts)}};
}

}
