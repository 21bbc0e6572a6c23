#include "sim/record/calendar.hpp"
#include "sim/record/hazards.hpp"
#include "sim/record/review.hpp"
#include "tests/files.hpp"
#include "tests/record/sample.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace stairwise {
namespace {

using sample::event;

std::string refusal(const std::string& row)
{
    const auto read = eventOf(eventRows(row).at(0), sample::plan(), SchoolKind::Primary, "row", 1);
    return read ? std::string("read") : std::string(read.fault().what.key);
}

TEST(Row, IsReadInBothLanguagesAndInAnySpellingOfAClass)
{
    const DrillEvent left = event("class_left,C302,83");
    for (const char* row :
         {"离开教室,C302,1:23", "class_left,三（2）班,83.0", "出教室,三年级2班,83", "class_left\tC302\t83"})
        EXPECT_EQ(event(row), left) << row;
    EXPECT_EQ(event("楼梯清空,西楼梯,90"), event("stair_clear,S1,90"));
    EXPECT_FALSE(event("class_out,C301").seconds.has_value());
    const DrillEvent counted = event("清点人数,C301,39,38,1,1,腹痛,200");
    EXPECT_EQ(counted.missing, 1);
    EXPECT_EQ(counted.text, "腹痛");
    EXPECT_EQ(counted.seconds, 200.0);
    EXPECT_EQ(event("class_counted,C301,39,39,1,0,200").seconds, 200.0) << "no reason is needed";
}

TEST(Row, LeavesAChineseCommaInWhatPeopleWriteWhereAPlainOneParts)
{
    EXPECT_EQ(event("备注,楼梯口拥挤，有人推搡；已疏导,西楼梯").text, "楼梯口拥挤，有人推搡；已疏导");
    EXPECT_EQ(event("离开教室，三（2）班，83"), event("class_left,C302,83"));
}

TEST(Row, SaysWhatIsWrong)
{
    EXPECT_EQ(refusal("class_left,C999,83"), "record.row.class");
    EXPECT_EQ(refusal("class_left,C301,soon"), "record.row.seconds");
    EXPECT_EQ(refusal("class_left,C301,-5"), "record.row.seconds");
    EXPECT_EQ(refusal("class_left,C301,83,more"), "record.row.more");
    EXPECT_EQ(refusal("class_counted,C301,39,x,1,0"), "record.row.number");
    EXPECT_EQ(refusal("stair_clear,S9"), "record.row.place");
    EXPECT_EQ(refusal("note,"), "record.row.no_text");
    EXPECT_EQ(refusal("dance"), "record.row.what");
    EXPECT_EQ(refusal("note," + std::string(5000, 'x')), "record.row.long");
}

TEST(Record, CountsTheLatestAndLeavesOutWhatWasStruck)
{
    auto events = sample::day(1.0);
    const int last = static_cast<int>(events.size());
    events.push_back({last + 1, "", event("class_left,C301,50")});
    EXPECT_EQ(recordOf(sample::plan(), events).classes[0].left, 50.0);
    events.push_back({last + 2, "", event("strike," + std::to_string(last + 1))});
    const DrillRecord record = recordOf(sample::plan(), events);
    EXPECT_EQ(record.classes[0].left, 41.0);
    EXPECT_TRUE(lacksOf(record).empty());
    EXPECT_TRUE(doubtsOf(record, sample::plan()).empty());
    EXPECT_EQ(formatRecord(parseRecord(formatRecord(record), "r").value()), formatRecord(record));
}

TEST(Record, DoubtsCountsThatDoNotAddUp)
{
    auto events = sample::day(1.0);
    events.push_back({99, "", event("class_counted,C301,40,38,1,1")});
    const auto doubts = doubtsOf(recordOf(sample::plan(), events), sample::plan());
    ASSERT_EQ(doubts.size(), 3U);
    EXPECT_EQ(doubts[0].key, "record.doubt.counts");
    EXPECT_EQ(doubts[1].key, "record.doubt.roll");
    EXPECT_EQ(doubts[2].key, "record.doubt.reason");
}

TEST(Record, LacksWhatNobodyEntered)
{
    EXPECT_EQ(lacksOf(recordOf(sample::plan(), {})).size(), 6U + 12U + 1U);
}

TEST(Plan, IsReadBackAsItWasWritten)
{
    const DrillPlan plan = sample::plan();
    const std::string text = formatPlan(plan);
    EXPECT_EQ(formatPlan(parsePlan(text, "p").value()), text);
    EXPECT_FALSE(parsePlan("{}", "p"));
    std::string odd = text;
    odd.replace(odd.find("\"commander\""), 11, "\"comander\"");
    EXPECT_FALSE(parsePlan(odd, "p"));
}

TEST(Plan, ListsWhatNobodyHasSaid)
{
    DrillPlan plan = sample::plan();
    plan.said.commander.clear();
    const auto missing = notKnown(plan);
    EXPECT_NE(std::ranges::find(missing, "plan.commander"), missing.end());
    EXPECT_EQ(std::ranges::find(missing, "plan.date"), missing.end());
}

TEST(Review, PutsMeasuredBesideSimulatedAndSaysWhatLayOutside)
{
    const DrillPlan plan = sample::plan();
    const Review same = reviewOf(plan, recordOf(plan, sample::day(1.0)));
    EXPECT_EQ(same.outside, 0);
    EXPECT_EQ(same.inside, 14);
    const Review slow = reviewOf(plan, recordOf(plan, sample::day(1.5)));
    EXPECT_EQ(slow.inside, 0);
    EXPECT_EQ(slow.times[0].within, Within::Later);
    EXPECT_EQ(reviewOf(plan, recordOf(plan, {})).times[0].within, Within::NotMeasured);
}

TEST(Review, FindsTheFactorsThatTheDayWasMadeWith)
{
    const DrillPlan plan = sample::plan();
    const Review slow = reviewOf(plan, recordOf(plan, sample::day(1.25)));
    ASSERT_TRUE(slow.preMovement.factor && slow.speed.factor);
    EXPECT_NEAR(*slow.preMovement.factor, 1.25, 1e-6);
    EXPECT_NEAR(*slow.speed.factor, 0.8, 1e-6);
    EXPECT_LE(slow.preMovement.low, *slow.preMovement.factor);
    Scenario scenario;
    scenario.preMovement = {Distribution::Kind::LogNormal, 20.0, 1.5, 3.0, 90.0};
    const Scenario next = refitted(scenario, slow);
    EXPECT_NEAR(next.preMovement.a, 25.0, 1e-6);
    EXPECT_EQ(next.preMovement.b, 1.5);
    EXPECT_FALSE(next.profiles.empty());
}

TEST(Review, KnowsNoFactorFromTooFewClasses)
{
    const DrillPlan plan = sample::plan();
    auto events = sample::day(1.5);
    std::erase_if(events, [](const NumberedEvent& one) { return one.event.id > "C304"; });
    const Review review = reviewOf(plan, recordOf(plan, events));
    EXPECT_FALSE(review.preMovement.factor.has_value());
    EXPECT_EQ(refitted(Scenario{}, review), Scenario{});
}

TEST(Summary, KeepsWhatPeopleWrote)
{
    const DrillPlan plan = sample::plan();
    const DrillRecord record = recordOf(plan, sample::day(1.0));
    DrillSummary summary = summaryOf(plan, record, {});
    summary.comments = "秩序良好";
    summary.risks[0].text = "未出现";
    const auto read = parseSummary(formatSummary(summary), "s");
    ASSERT_TRUE(read);
    const DrillSummary again = summaryOf(plan, record, read.value());
    EXPECT_EQ(again.comments, "秩序良好");
    EXPECT_EQ(again.risks[0].text, "未出现");
    EXPECT_EQ(formatSummary(again), formatSummary(summary));
}

TEST(Calendar, WarnsBeforeAnIntervalEndsAndWhenItHasEnded)
{
    DrillCalendar calendar{"第二学期", {2026, 3, 1}, {2026, 6, 30}, {}};
    for (int month = 3; month <= 6; ++month) calendar.drills.push_back({{2026, month, 20}, DrillKind::Fire, "", ""});
    const BureauRule rule;
    EXPECT_TRUE(stateOf(calendar, {}, rule, {2026, 3, 2}).warnings.empty());
    EXPECT_EQ(stateOf(calendar, {}, rule, {2026, 3, 28}).warnings.at(0).key, "record.calendar.soon");
    const CalendarState missed = stateOf(calendar, {}, rule, {2026, 4, 2});
    EXPECT_EQ(missed.warnings.at(0).key, "record.calendar.missed");
    EXPECT_EQ(missed.drills[0], DrillStanding::Missed);
    const CalendarState held = stateOf(calendar, {{2026, 3, 20}}, rule, {2026, 4, 2});
    EXPECT_TRUE(held.warnings.empty());
    EXPECT_EQ(held.drills[0], DrillStanding::Held);
    EXPECT_EQ(held.nextBy, (Date{2026, 4, 20}));
    calendar.drills.erase(calendar.drills.begin() + 1);
    EXPECT_EQ(stateOf(calendar, {}, rule, {2026, 3, 2}).warnings.at(0).key, "record.calendar.gap");
}

TEST(Hazard, GoesItsWholeWayAndNoOther)
{
    const OwnFolder folder;
    Archive archive = Archive::open(folder / "school.archive", Opening::CreateIfMissing).value();
    const Hazard hazard{"H1",
                        "应急灯不亮",
                        "西楼梯",
                        "inspection",
                        "张老师",
                        Date{2026, 3, 31},
                        {{HazardState::Found, {2026, 3, 12}, "李老师", ""}}};
    ASSERT_TRUE(addHazard(archive, hazard));
    EXPECT_FALSE(addHazard(archive, hazard));
    const auto step = [&](HazardState state, int day) {
        return stepHazard(archive, "H1", {state, {2026, 4, day}, "李老师", ""}, {}).ok();
    };
    EXPECT_FALSE(step(HazardState::Closed, 1)) << "nothing is closed that was not mended and looked at again";
    EXPECT_TRUE(step(HazardState::Signed, 1));
    EXPECT_TRUE(step(HazardState::Noticed, 2));
    EXPECT_TRUE(isOverdue(hazardsIn(archive).value().at(0), {2026, 4, 3}));
    EXPECT_FALSE(step(HazardState::Mended, 1)) << "not before the notice";
    EXPECT_TRUE(step(HazardState::Mended, 3));
    EXPECT_TRUE(step(HazardState::Reinspected, 4));
    EXPECT_TRUE(step(HazardState::Closed, 5));
    const HazardFigures figures = figuresOf(hazardsIn(archive).value(), {2026, 3, 1}, {2026, 3, 31}, {2026, 4, 6});
    EXPECT_EQ(figures.found, 1);
    EXPECT_EQ(figures.mended, 1);
    EXPECT_EQ(figures.notices, 1);
    const SafetyItem lamp{"E1", "应急照明灯", "西楼梯", Date{2026, 1, 1}, 31, {}, "王老师"};
    ASSERT_TRUE(keepEquipment(archive, {lamp}));
    EXPECT_EQ(openOverdue(archive, {2026, 4, 6}, "").value(), 1);
    EXPECT_EQ(openOverdue(archive, {2026, 4, 7}, "").value(), 0) << "one is open already";
}

TEST(Review, CallsADayStrangeOnlyWhereMoreLiesOutsideThanChanceWouldHaveIt)
{
    const auto strange = [](int inside, int outside) {
        Review review;
        review.inside = inside;
        review.outside = outside;
        return isOutsideMoreThanChance(review);
    };
    EXPECT_FALSE(strange(0, 0));
    EXPECT_FALSE(strange(10, 0));
    EXPECT_FALSE(strange(8, 2));
    EXPECT_FALSE(strange(6, 4)) << "of ten, four or more lie outside in 12 of 100 days";
    EXPECT_TRUE(strange(5, 5)) << "five or more in 3 of 100";
    EXPECT_TRUE(strange(0, 2)) << "two of two in 4 of 100";
    EXPECT_FALSE(strange(80, 20));
    EXPECT_TRUE(strange(72, 28));
}

TEST(Rate, StandsBesideItsFractionAndIsCutOffWhereTheBureauDoesSo)
{
    EXPECT_EQ(rateText(1581, 1725, RateRule::CutOff), "91 % (1581/1725)");
    EXPECT_EQ(rateText(1581, 1725, RateRule::Rounded), "92 % (1581/1725)");
    EXPECT_EQ(rateText(0, 0, RateRule::Rounded), "—");
}

TEST(Dates, AreThoseOfTheCalendar)
{
    EXPECT_EQ(plusDays({2024, 2, 28}, 2), (Date{2024, 3, 1}));
    EXPECT_EQ(daysBetween({2025, 12, 31}, {2026, 1, 1}), 1);
    for (const char* bad : {"", "2026-02-30", "2026-2-3", "26-02-03", "2026/02/03", "2026-13-01", "2026-03-1x"})
        EXPECT_FALSE(parseDate(bad).has_value()) << bad;
    EXPECT_EQ(parseSeconds("1:23.5"), 83.5);
    for (const char* bad : {"", "-1", "1:60", "x", "1:", ":5", "nan", "1e3", "99999999"})
        EXPECT_FALSE(parseSeconds(bad).has_value()) << bad;
}

}
}
