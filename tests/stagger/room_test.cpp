#include "sim/stagger/room.hpp"
#include "tests/stagger/two_stairs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> tightRules(const TwoStairs& day)
{
    Packing with = day.loads;
    takeRules(with.problem, day.school, day.rules);
    return withoutRoom(day.school, with, day.rules, {});
}

TEST(Room, IsThereWhereATimetableKeepsTheRules)
{
    TwoStairs day;
    day.rules.lastRelease = 60.0; // four classes on each stair, twenty seconds apart
    day.rules.classes.push_back({{{}, {1}}, {}, 200.0, {}});
    EXPECT_THAT(tightRules(day), IsEmpty());
}

TEST(Room, IsMissingForTheSmallestSetOfRules)
{
    TwoStairs day;
    day.rules.lastRelease = 40.0; // the last leaves at 50 by the way that is longer
    day.rules.classes.push_back({{{}, {1}}, {}, 200.0, {}});
    EXPECT_THAT(tightRules(day), ElementsAre("lastRelease"));
    day.rules.lastRelease = 60.0;
    day.rules.orders.push_back({{{{"1-1"}}, {}}, {{{"1-2"}}, {}}, 0.0});              // asks nothing much
    day.rules.classes.push_back({{{{"1-1"}, {"1-3"}, {"1-5"}}, {}}, 20.0, 20.0, {}}); // three at one moment
    day.rules.classes.push_back({{{{"1-8"}}, {}}, {}, 300.0, {}});
    EXPECT_THAT(tightRules(day), ElementsAre("classes[1]"));
    day.rules.classes[1] = {{{{"1-1"}, {"1-3"}}, {}}, 20.0, {}, {}};
    day.rules.buses.push_back({"1", {{{"1-1"}, {"1-3"}, {"1-5"}}, {}}, 50.0, 0.0});
    EXPECT_THAT(tightRules(day), ElementsAre("classes[1]", "buses[0]"));
}

TEST(Room, KeepsTheStairsThatFewOnDutyServeBest)
{
    TwoStairs day;
    for (const std::size_t c : {0U, 2U, 4U}) { // most have the second stair alone
        day.loads.problem.jobs[c].options.erase(day.loads.problem.jobs[c].options.begin());
        day.loads.choices[c].erase(day.loads.choices[c].begin());
    }
    Packing both = day.loads;
    EXPECT_TRUE(keepStairs(both, 2, 1, {}));
    EXPECT_EQ(both.choices[6].size(), 2U);
    Packing one = day.loads;
    ASSERT_TRUE(keepStairs(one, 1, 1, {}));
    for (const auto& choices : one.choices) {
        ASSERT_EQ(choices.size(), 1U);
        EXPECT_EQ(choices[0].way.stair.value, "S2");
    }
    EXPECT_EQ(one.problem.jobs[6].options[0].uses[0].place, 1U);
    day.loads.choices[7].pop_back(); // and one has the first alone
    day.loads.choices[7][0].way.stair.value = "S1";
    Packing none = day.loads;
    EXPECT_FALSE(keepStairs(none, 1, 1, {}));
    EXPECT_EQ(none.choices[6].size(), 2U);
}

}
}
