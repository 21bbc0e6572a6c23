#include "sim/stagger/hand_loads.hpp"
#include "sim/stagger/loads_file.hpp"
#include "sim/stagger/replan.hpp"
#include "tests/egress/building.hpp"
#include "tests/run/rooms.hpp"
#include "tests/stagger/two_stairs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Day : TwoStairs {
    [[nodiscard]] Replan after(const ReplanAsk& ask) const
    {
        Packing with = loads;
        takeRules(with.problem, school, rules);
        auto made = replanned(school, plan, with, rules, ask);
        EXPECT_TRUE(made);
        return made ? made.value() : Replan{};
    }
};

std::size_t changes(const Replan& made)
{
    return static_cast<std::size_t>(std::ranges::count(made.changed, true));
}

TEST(Replan, LeavesAllAsPlannedWhereNothingHappened)
{
    const Replan made = Day().after({25.0});
    EXPECT_EQ(changes(made), 0U);
    EXPECT_THAT(made.gone, ElementsAre(true, true, true, true, false, false, false, false));
    EXPECT_EQ(made.lastAfter, made.lastBefore);
    EXPECT_LE(made.fullest, 1.0);
}

TEST(Replan, PutsALateClassWhereNobodyElseHasToMove)
{
    const Day day;
    const Replan made = day.after({25.0, {{2, 30.0}}}); // was to leave at 20, leaves at 50 at the earliest
    EXPECT_FALSE(made.gone[2]);
    EXPECT_GE(made.after[2].time, 50.0);
    EXPECT_EQ(changes(made), 1U);
    EXPECT_LE(made.fullest, 1.0);
    for (const std::size_t c : {4U, 5U, 6U, 7U}) EXPECT_EQ(made.after[c].time, day.plan[c].time);
}

TEST(Replan, SendsWhoHasNotLeftOverTheOtherStair)
{
    const Day day;
    const Replan made = day.after({25.0, {}, {{"S1"}}});
    EXPECT_THAT(made.onShut, ElementsAre(2U)); // left at 20, on the stair until 45
    for (const std::size_t c : {4U, 6U}) {
        EXPECT_EQ(made.after[c].way.stair.value, "S2");
        EXPECT_TRUE(made.changed[c]);
        EXPECT_GE(made.after[c].time, 25.0);
    }
    EXPECT_LE(made.fullest, 1.0);
    const Scenario scenario = withReplan(day.school, {}, made, {25.0, {}, {{"S1"}}});
    ASSERT_EQ(scenario.events.size(), 1U);
    EXPECT_EQ(scenario.events[0].time, 25.0);
    EXPECT_EQ(timetableOf(day.school, scenario), made.after);
}

TEST(Replan, ChangesMoreClassesOnlyWhereThatIsWorthIt)
{
    const Day day;
    ReplanAsk ask{25.0, {{2, 30.0}}};
    ask.changePrice = 0.0;
    EXPECT_LE(day.after(ask).lastAfter, Day().after({25.0, {{2, 30.0}}}).lastAfter);
}

TEST(Replan, GivesUpAStairWhereATeacherIsMissingAndNobodyIsSpare)
{
    Day day;
    const ReplanAsk ask{25.0, {}, {}, {{"S2"}}};
    const Replan without = day.after(ask);
    ASSERT_EQ(without.givenUp.size(), 1U);
    std::set<std::string> used;
    for (std::size_t c = 4; c < 8; ++c) used.insert(without.after[c].way.stair.value);
    EXPECT_EQ(used.size(), 1U);
    EXPECT_FALSE(used.contains(without.givenUp[0].value));
    day.rules.dutyStaff = 3; // somebody is spare
    const Replan spare = day.after(ask);
    EXPECT_THAT(spare.givenUp, IsEmpty());
    EXPECT_THAT(spare.covered, ElementsAre(StairId{"S2"}));
    EXPECT_EQ(changes(spare), 0U);
}

TEST(Replan, KeepsTheRulesAndNamesThoseThatCannotBeKeptAnyMore)
{
    Day day;
    day.rules.orders = {{{{{"1-5"}}, {}}, {{{"1-8"}}, {}}, 10.0}};
    const Replan late = day.after({25.0, {{4, 30.0}}}); // 1-5 leaves at 70 at the earliest
    EXPECT_GE(late.after[7].time, late.after[4].time + 10.0);
    EXPECT_THAT(late.broken, IsEmpty());
    day.rules.buses = {{"1", {{{"1-5"}}, {}}, 80.0, 0.0}};
    EXPECT_THAT(day.after({25.0, {{4, 30.0}}}).broken, ElementsAre("buses[0]"));
    day.rules.buses.clear();
    day.rules.orders = {{{{{"1-8"}}, {}}, {{{"1-1"}}, {}}, 0.0}}; // 1-1 has left before it
    EXPECT_THAT(day.after({25.0}).broken, ElementsAre("orders[0]"));
}

TEST(Replan, RefusesToLeaveAClassWithoutAWay)
{
    const Day day;
    const auto made = replanned(day.school, day.plan, day.loads, {}, {25.0, {}, {{"S1"}, {"S2"}}});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.fault().what.key, "stagger.replan.no_way");
}

TEST(LoadsFile, IsReadAsItWasWritten)
{
    const Day day;
    const std::string text = formatLoads(day.school, day.loads);
    const auto read = parseLoads(text, "l", day.school);
    ASSERT_TRUE(read);
    EXPECT_EQ(formatLoads(day.school, read.value()), text);
    EXPECT_TRUE(knowsWays(read.value(), day.plan));
    Timetable other = day.plan;
    other[0].way = {{"S9"}, {}};
    EXPECT_FALSE(knowsWays(read.value(), other));
    EXPECT_EQ(loadsBeside("plans/a.scenario.json"), std::filesystem::path("plans/a.loads.json"));
}

TEST(LoadsFile, OfAnotherSchoolOrBrokenIsRefused)
{
    Day day;
    const std::string text = formatLoads(day.school, day.loads);
    std::string place = text;
    place.replace(place.find("\"place\": 1"), 10, "\"place\": 7");
    const auto wrong = parseLoads(place, "l", day.school);
    ASSERT_FALSE(wrong);
    EXPECT_THAT(wrong.fault().place, testing::HasSubstr("uses[0].place"));
    EXPECT_FALSE(parseLoads(text.substr(0, text.size() / 2), "l", day.school));
    day.school.classes[0].pupils = 41;
    EXPECT_EQ(parseLoads(text, "l", day.school).fault().what.key, "stagger.loads.other");
}

TEST(HandLoads, LetAClassComeOutInTimeOverEachExit)
{
    const School school = rooms::tworooms();
    Scenario scenario;
    scenario.releases.push_back({});
    const auto loads = handLoads(school, scenario, timetableOf(school, scenario), {}, 1.5);
    ASSERT_TRUE(loads);
    ASSERT_EQ(loads.value().choices[0].size(), 2U);
    const SlotOption& near = loads.value().problem.jobs[0].options[0];
    EXPECT_EQ(near.over, 15.0); // no stair: two a second
    EXPECT_GT(near.last, near.over);
    EXPECT_THAT(near.uses, IsEmpty());
}

TEST(HandLoads, FillFlightsNoMoreThanTheirShareOfTheLimitAndWithAllPupils)
{
    const School school = building::Plan().made();
    Scenario scenario;
    scenario.releases.push_back({});
    const auto loads = handLoads(school, scenario, timetableOf(school, scenario), {}, 1.5);
    ASSERT_TRUE(loads);
    const SlotOption& upper = loads.value().problem.jobs[2].options[0]; // 50 pupils of the second storey
    ASSERT_GE(upper.uses.size(), 3U);
    for (const PlaceUse& use : upper.uses) {
        const float most = *std::max_element(use.loads.begin(), use.loads.end());
        EXPECT_LE(most, 1.5 * kHandShare + 0.5) << use.place; // whole pupils
        EXPECT_GT(most, 0.1F);
        EXPECT_EQ(use.loads.back(), 0.0F); // all have gone on
    }
    EXPECT_GT(upper.over, 25.0); // slower than two a second
}

}
}
