#include "sim/stagger/class_ways.hpp"
#include "sim/stagger/stagger.hpp"
#include "tests/stagger/yard.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

TEST(Timetable, IsReadFromAScenarioAndWrittenBack)
{
    const School school = rooms::tworooms();
    Timetable timetable = timetableOf(school, rooms::dismissal());
    ASSERT_EQ(timetable.size(), 2U);
    EXPECT_EQ(timetable[0].way, ClassWay{});
    timetable[1] = {{"1-2"}, 40.0, {{}, {"E"}}, 25.0};
    const Scenario planned = withTimetable(school, rooms::dismissal(), timetable);
    const Timetable again = timetableOf(school, planned);
    EXPECT_EQ(again[1].time, 40.0);
    EXPECT_EQ(again[1].way, timetable[1].way);
    EXPECT_EQ(again[1].over, 25.0);
    EXPECT_EQ(planned.releases.back().over, 25.0);
    EXPECT_EQ(changesBetween(timetableOf(school, rooms::dismissal()), timetable), 1U);
}

TEST(ClassWays, AreTheExitsOfTheGroundStoreyQuickestFirst)
{
    const School school = rooms::tworooms();
    const Setting setting = settingOf(school, rooms::dismissal());
    const auto ways = waysOf(school, setting, school.classes[0], {});
    ASSERT_EQ(ways.size(), 2U);
    EXPECT_EQ(ways[0].way.exit.value, "W"); // the room lies in the west
    EXPECT_LT(ways[0].seconds, ways[1].seconds);
    EXPECT_EQ(waysOf(school, setting, school.classes[0], {{{}, {"E"}}}).size(), 1U);
    EXPECT_TRUE(waysOf(school, setting, school.classes[0], {{{"S9"}, {}}}).empty());
}

TEST(Stagger, FindsTheSamePlanForTheSameSeedWhateverTheThreads)
{
    const School school = rooms::tworooms();
    StaggerOptions options;
    options.seeds = 2;
    options.proof = 3;
    options.improvements = 1;
    options.threads = 1;
    const auto one = stagger(school, rooms::dismissal(), {}, options, {}, {});
    options.threads = 3;
    const auto three = stagger(school, rooms::dismissal(), {}, options, {}, {});
    ASSERT_TRUE(one && three);
    ASSERT_TRUE(one.value().chosen);
    EXPECT_EQ(one.value().plans[*one.value().chosen].timetable, three.value().plans[*three.value().chosen].timetable);
    ASSERT_TRUE(one.value().proved);
    EXPECT_EQ(one.value().proved->runs.size(), 3U);
    EXPECT_EQ(one.value().proved->breachShare, 0.0);
    EXPECT_EQ(one.value().today.changes, 0U);
}

TEST(Stagger, LeavesAlonePlansThatKeepTheLimitAndAreQuick)
{
    StaggerOptions options;
    options.seeds = 2;
    options.proof = 0;
    options.improvements = 1;
    const auto result = stagger(rooms::tworooms(), rooms::dismissal(), {}, options, {}, {});
    ASSERT_TRUE(result && result.value().chosen); // no stairs: nothing is quicker than all at once
    const StaggerPlan& chosen = result.value().plans[*result.value().chosen];
    EXPECT_EQ(chosen.changes, 0U);
    EXPECT_EQ(chosen.timetable, result.value().today.timetable);
}

TEST(Stagger, IsSearchedForThoseWhoLeaveAlone)
{
    for (const Situation inward : {Situation::Arrival, Situation::ReturnFromPlayground}) {
        Scenario scenario = rooms::dismissal();
        scenario.situation = inward;
        const auto result = stagger(rooms::tworooms(), scenario, {}, {}, {}, {});
        ASSERT_FALSE(result);
        EXPECT_EQ(result.fault().place, "situation");
    }
    for (const auto& [situation, limit] :
         {std::pair{Situation::Dismissal, 1.5}, std::pair{Situation::Break, 1.5}, std::pair{Situation::Assembly, 1.5},
          std::pair{Situation::Earthquake, 1.9}, std::pair{Situation::NightInDormitory, 1.9}}) {
        Scenario scenario = rooms::dismissal();
        scenario.situation = situation;
        EXPECT_EQ(loadLimitOf({}, scenario), limit);
        EXPECT_TRUE(leadsOut(scenario));
    }
}

TEST(Stagger, CountsReleasesFromTheSecondSignalOfAnEarthquake)
{
    Scenario scenario = rooms::dismissal();
    StaggerOptions options;
    options.seeds = 1;
    options.proof = 0;
    options.improvements = 1;
    const auto plain = stagger(rooms::tworooms(), scenario, {}, options, {}, {});
    scenario.situation = Situation::Earthquake;
    scenario.takeCover = 40.0;
    StaggerRules rules;
    rules.loadLimit = kDismissalLoad;
    const auto drill = stagger(rooms::tworooms(), scenario, rules, options, {}, {});
    ASSERT_TRUE(plain && drill);
    EXPECT_NEAR(drill.value().today.median, plain.value().today.median + 40.0, 1e-6);
}

TEST(Stagger, NamesTheRulesThatLeaveNoRoomUnderTheLimit)
{
    StaggerRules rules;
    rules.buses = {{"1", {{{"1-1"}}, {}}, 8.0, 0.0}}; // its last is out after ten seconds and more
    const auto result = stagger(rooms::tworooms(), rooms::dismissal(), rules, {}, {}, {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.fault().place, "buses[0]");
}

TEST(Stagger, StopsWhenAsked)
{
    std::atomic<bool> stop = true;
    const auto result = stagger(rooms::tworooms(), rooms::dismissal(), {}, {}, CancelToken(&stop), {});
    ASSERT_TRUE(result);
    EXPECT_TRUE(result.value().stopped);
    EXPECT_FALSE(result.value().chosen);
}

}
}
