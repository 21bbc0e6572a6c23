#include "sim/stagger/gate.hpp"
#include "sim/stagger/stagger.hpp"
#include "tests/stagger/yard.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace stairwise {
namespace {

std::vector<double> every(double seconds, int count)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) times.push_back(seconds * i);
    return times;
}

TEST(Gate, PassesWhatItsWidthPassesAndIsReachedFromEachExit)
{
    const School school = rooms::withYard();
    const auto gate = gateOf(school, settingOf(school, rooms::dismissal()), {});
    ASSERT_TRUE(gate);
    EXPECT_NEAR(gate.value().flow, 1.3 * (1.5 - 0.3), 1e-9);
    ASSERT_EQ(gate.value().walk.size(), 2U);
    EXPECT_NEAR(gate.value().walk.at("W"), 23.5 / 1.2, 3.0); // metres ÷ m/s
    EXPECT_FALSE(atGate(gate.value(), "X", 10.0));
    EXPECT_NEAR(*atGate(gate.value(), "E", 10.0), 10.0 + gate.value().walk.at("E"), 1e-9);
    School shut = school;
    shut.grounds.spaces.clear();
    EXPECT_FALSE(gateOf(shut, settingOf(shut, rooms::dismissal()), {}));
}

TEST(Gate, HoldsThoseWhoWaitForParentsAndThoseWhoQueue)
{
    GateModel gate;
    gate.flow = 1.0;
    gate.wait = 30.0;
    const GateCourse slow = courseAt(gate, every(2.0, 40)); // half as many come as can pass
    EXPECT_EQ(slow.mostWaiting, 15.0);                      // thirty seconds of them
    EXPECT_EQ(slow.clear, 78.0 + 30.0);
    const GateCourse fast = courseAt(gate, every(0.5, 40)); // twice as many: they queue besides
    EXPECT_EQ(fast.clear, 30.0 + 39.0);
    EXPECT_EQ(fast.mostWaiting, 40.0);
    EXPECT_EQ(courseAt(gate, {}).mostWaiting, 0.0);
}

TEST(Gate, IsLoadedByAClassWithAllItsPupils)
{
    GateModel gate;
    gate.wait = 40.0;
    SlotOption option;
    addGateUses(gate, 7, every(1.0, 30), option);
    ASSERT_EQ(option.uses.size(), 2U);
    EXPECT_EQ(option.uses[0].place, 7U);
    EXPECT_EQ(option.uses[1].place, 8U);
    const auto& wanting = option.uses[0].loads;
    EXPECT_NEAR(std::accumulate(wanting.begin(), wanting.end(), 0.0F), 30.0F, 0.01F);
    EXPECT_EQ(*std::max_element(option.uses[1].loads.begin(), option.uses[1].loads.end()), 30.0F);
}

StaggerOptions few()
{
    StaggerOptions options;
    options.seeds = 2;
    options.proof = 2;
    options.improvements = 2;
    return options;
}

TEST(Gate, KeepsClassesApartThatWouldStandBeforeItAtOnce)
{
    const School school = rooms::withYard();
    StaggerRules rules;
    rules.gate = StaggerRules::Gate{{}, {}, 80.0, {}, 90.0};
    const auto free = stagger(school, rooms::dismissal(), rules, few(), {}, {});
    ASSERT_TRUE(free && free.value().chosen);
    rules.gate->mostWaiting = 35.0; // one class, not two
    const auto bound = stagger(school, rooms::dismissal(), rules, few(), {}, {});
    ASSERT_TRUE(bound && bound.value().chosen);
    const StaggerPlan& apart = bound.value().plans[*bound.value().chosen];
    EXPECT_LE(apart.runs.front().gate->mostWaiting, 35.0);
    EXPECT_GE(apart.median, free.value().plans[*free.value().chosen].median + 60.0);
    EXPECT_EQ(apart.binding, "G1");
    EXPECT_EQ(bound.value().today.breachShare, 1.0); // all at once: sixty stand there
}

}
}
