#include "sim/stagger/curve.hpp"
#include "sim/stagger/fares.hpp"
#include "sim/stagger/why.hpp"
#include "tests/stagger/two_stairs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using testing::ElementsAre;

TEST(WhyNotQuicker, NamesTheClassThatIsLastAndWhatStandsInItsWay)
{
    TwoStairs day;
    day.slots.times[6] = 70.0; // ten seconds later than it need
    const WhyNotQuicker why = whyNotQuicker(day.school, day.loads, day.slots);
    EXPECT_EQ(why.last.schoolClass, 6U);
    // At 60 it could; from 0 to 50 by its own stair, and by the other one as long as that would be sooner, it cannot.
    EXPECT_EQ(why.last.tries, 7U + 6U);
    EXPECT_LT(why.last.barred, why.last.tries);
    ASSERT_EQ(why.last.by.size(), 2U);
    EXPECT_EQ(why.last.by[0].place, "S1/1/flight1");
    EXPECT_EQ(why.last.by[0].tries, 6U);
}

TEST(WhyNotQuicker, TellsHowFullEachStairIsAndHowLong)
{
    const TwoStairs day;
    const WhyNotQuicker why = whyNotQuicker(day.school, day.loads, day.slots);
    ASSERT_EQ(why.strains.size(), 2U);
    EXPECT_EQ(why.strains[0].id, "S1");
    EXPECT_EQ(why.strains[0].pupils, 160.0);
    EXPECT_EQ(why.strains[0].from, 5.0);
    EXPECT_EQ(why.strains[0].to, 85.0);
    EXPECT_NEAR(why.strains[0].mean, 1.0 / 1.5, 1e-6);
}

StaggerPlan planned(double time, double late, double peak, double limit)
{
    StaggerPlan plan;
    plan.timetable = {{{"1-1"}, time, {}, 0.0}};
    plan.median = plan.late = late;
    plan.peak = peak;
    plan.limit = limit;
    plan.runs.resize(2);
    return plan;
}

TEST(Curve, KeepsOneOfEachTimetableAndDropsStepsThatAreBeaten)
{
    std::vector<StaggerPlan> plans;
    for (int i = 0; i < 9; ++i) plans.push_back(planned(i, 100.0 + 10.0 * i, 2.0 - 0.1 * i, 1.0 + 0.1 * i));
    plans.push_back(planned(3.0, 130.0, 1.7, 1.3)); // again, with more runs
    plans.back().runs.resize(5);
    plans.push_back(planned(20.0, 150.0, 1.9, 1.5)); // a step for the limit, beaten
    plans.push_back(planned(21.0, 99.0, 2.5, 1.5));  // one that is not
    EXPECT_EQ(differentPlans(plans), 11U);
    tidyPlans(plans, 1.5);
    EXPECT_EQ(plans.size(), 10U);
    EXPECT_EQ(plans[3].runs.size(), 5U);
    EXPECT_EQ(plans.back().timetable[0].time, 21.0);
}

PlanRun runWith(double stair, double bus)
{
    PlanRun run;
    PassageResult passage;
    passage.id = "S1";
    passage.passed = 40;
    passage.clear = stair;
    run.stairs = {passage};
    run.classes = {bus};
    run.gate = GateCourse{2.0 * stair, 30.0, 0.0};
    return run;
}

TEST(Fares, TellStairsGateAndBusesOverTheRuns)
{
    School school;
    SchoolClass own;
    own.id = {"1-1"};
    own.pupils = 40;
    school.classes = {own};
    StaggerRules rules;
    rules.buses = {{"1", {{{"1-1"}}, {}}, 200.0, 50.0}};
    std::vector<PlanRun> runs = {runWith(100.0, 120.0), runWith(110.0, 140.0), runWith(120.0, 151.0)};
    EXPECT_EQ(faresOf(runs, &PlanRun::stairs)[0].clear->median, 110.0);
    EXPECT_EQ(gateFareOf(runs)->clear.median, 220.0);
    const auto buses = busFaresOf(school, {}, rules, runs);
    EXPECT_EQ(buses[0].there->median, 140.0);
    EXPECT_NEAR(buses[0].missed, 1.0 / 3.0, 1e-9);
    runs[1].stairs[0].clear.reset(); // in one run it was not
    runs[1].ending = Ending::TimeLimit;
    runs[1].classes[0].reset();
    EXPECT_FALSE(faresOf(runs, &PlanRun::stairs)[0].clear);
    EXPECT_FALSE(gateFareOf(runs));
    EXPECT_NEAR(busFaresOf(school, {}, rules, runs)[0].missed, 2.0 / 3.0, 1e-9);
}

}
}
