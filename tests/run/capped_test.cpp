#include "sim/run/capped.hpp"

#include "tests/run/rooms.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise {
namespace {

using rooms::tworooms;

PassageResult exitWith(double peakFlow)
{
    PassageResult made;
    made.id = "W";
    made.width = 1.8;
    made.passed = 100;
    made.peakFlow = peakFlow;
    return made;
}

LimitState stateOf(double uncapped, std::optional<double> capped)
{
    RunResult result;
    result.exits = {exitWith(uncapped)};
    if (capped) {
        result.capped.emplace();
        result.capped->exits = {exitWith(*capped)};
    }
    return limitChecks(result, Scenario{}).at(0).state;
}

RunOptions twice()
{
    RunOptions options;
    options.threads = 1;
    options.capped = true;
    return options;
}

TEST(Limit, ThatOnlyTheCapEnforcesIsImposed)
{
    EXPECT_EQ(stateOf(1.2, 1.2), LimitState::Held);
    EXPECT_EQ(stateOf(1.6, 1.2), LimitState::Imposed);
    EXPECT_EQ(stateOf(1.6, 1.6), LimitState::Missed);
    EXPECT_EQ(stateOf(1.6, std::nullopt), LimitState::Missed);
    EXPECT_EQ(stateOf(1.2, std::nullopt), LimitState::Held);
}

// 1.3 × 1.8 m × 10 s = 23.4 persons: 24 are one by chance, 25 are too many.
TEST(Limit, OfAFlowAllowsOnePersonMoreInTenSeconds)
{
    EXPECT_TRUE(keepsFlow(exitWith(24.0 / 18.0), 1.3));
    EXPECT_FALSE(keepsFlow(exitWith(25.0 / 18.0), 1.3));
}

TEST(Limit, IsNeverHeldByItselfInARunThatIsCappedToIt)
{
    RunResult result;
    result.flowCap = 1.3;
    result.exits = {exitWith(1.2)};
    const auto checks = limitChecks(result, Scenario{});
    EXPECT_EQ(checks.at(0).state, LimitState::Imposed);
    EXPECT_FALSE(checks[0].uncapped);
    result.flowCap = 2.0; // does not enforce 1.3
    EXPECT_EQ(limitChecks(result, Scenario{}).at(0).state, LimitState::Held);
    result.exits = {exitWith(1.9)};
    EXPECT_EQ(limitChecks(result, Scenario{}).at(0).state, LimitState::Missed);
}

TEST(Limit, OfTimeIsImposedWhereOnlyTheCappedRunEnds)
{
    RunResult result;
    result.ending = Ending::Clogged;
    EXPECT_EQ(limitChecks(result, Scenario{}).back().state, LimitState::Missed);
    result.capped.emplace();
    result.capped->clearance = 100.0;
    EXPECT_EQ(limitChecks(result, Scenario{}).back().state, LimitState::Imposed);
    result.ending = Ending::Empty;
    EXPECT_EQ(limitChecks(result, Scenario{}).back().state, LimitState::Held);
}

TEST(Capped, IsRunBesideEvacuationsWithoutACapOnly)
{
    Scenario scenario;
    const RunOptions options = twice();
    for (const Situation situation : {Situation::Dismissal, Situation::Break, Situation::Assembly}) {
        scenario.situation = situation;
        EXPECT_FALSE(wantsCapped(scenario, options));
    }
    for (const Situation situation : {Situation::Fire, Situation::Earthquake}) {
        scenario.situation = situation;
        EXPECT_TRUE(wantsCapped(scenario, options));
    }
    EXPECT_FALSE(wantsCapped(scenario, RunOptions{}));
    scenario.flowCap = 1.0;
    EXPECT_FALSE(wantsCapped(scenario, options));
    scenario.flowCap.reset();
    scenario.model = Model::Hydraulic;
    EXPECT_FALSE(wantsCapped(scenario, options));
}

TEST(Capped, WalksTheSamePeopleAndLeavesTheFirstRunAsItIs)
{
    Scenario scenario;
    scenario.situation = Situation::Fire;
    const RunResult both = simulate(tworooms(), scenario, twice(), {}, {}, {});
    ASSERT_TRUE(both.capped.has_value());
    EXPECT_EQ(both.capped->flowCap, kUsualFlowCap);
    EXPECT_EQ(both.capped->evacuated, 60U);
    EXPECT_EQ(both.capped->classes.size(), 2U);
    ASSERT_TRUE(both.capped->clearance);
    EXPECT_GE(*both.capped->clearance, *both.clearance);
    EXPECT_FALSE(both.flowCap);
    RunOptions alone;
    alone.threads = 1;
    const RunResult one = simulate(tworooms(), scenario, alone, {}, {}, {});
    EXPECT_FALSE(one.capped);
    EXPECT_EQ(one.digest, both.digest);
}

TEST(Capped, TwoRunsAreOneProgress)
{
    Scenario scenario;
    scenario.situation = Situation::Fire;
    std::vector<double> told;
    static_cast<void>(simulate(tworooms(), scenario, twice(), {}, {},
                               [&](const ProgressReport& report) { told.push_back(report.fraction); }));
    ASSERT_GT(told.size(), 4U);
    EXPECT_TRUE(std::ranges::is_sorted(told));
    EXPECT_GT(told.back(), 0.5);
    EXPECT_LE(told.back(), 1.0);
}

}
}
