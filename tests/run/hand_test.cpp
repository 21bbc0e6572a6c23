#include "sim/run/hand.hpp"

#include "tests/run/rooms.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise {
namespace {

using rooms::tworooms;

constexpr double kFree = 1.40 * (1.0 - 0.266 * 0.54); // m/s

HandResult byHand(const School& school, const Scenario& scenario)
{
    const Walkable walkable = walkableOf(school);
    const Network network = networkOf(walkable);
    return handCalculation(school, scenario, walkable, network, startOf(school, scenario, walkable, network));
}

RunResult run(const School& school, const Scenario& scenario)
{
    RunOptions options;
    options.threads = 1;
    return simulate(school, scenario, options, {}, {}, {});
}

const HandPassage& exitOf(const HandResult& hand, const std::string& id)
{
    for (const HandPassage& exit : hand.exits)
        if (exit.times.id == id) return exit;
    throw std::runtime_error("no exit " + id);
}

// A room door of 1.0 m passes 1.3 × 0.70 = 0.91 persons/s: 30 pupils in 30 / 0.91 = 32.97 s. Before it the mean pupil
// walks some metres of a room 8 × 7 m, behind it some 3 m to the exit (1.3 × 1.5 = 1.95 persons/s: nobody waits there).
TEST(Hand, AClassIsOutWhenItsDoorHasPassedIt)
{
    const HandResult hand = byHand(tworooms(), Scenario{});
    ASSERT_EQ(hand.classes.size(), 2U);
    const ClassResult& first = hand.classes[0].times;
    EXPECT_EQ(first.people, 30);
    EXPECT_EQ(first.out, 30);
    EXPECT_NEAR(*first.firstLeft + 29.0 / 0.91, *first.roomClear, 0.01);
    EXPECT_GT(*first.roomClear, 32.97 + 2.0 / kFree);
    EXPECT_LT(*first.roomClear, 32.97 + 8.0 / kFree);
    EXPECT_GT(*first.lastOut, *first.roomClear + 1.0);
    EXPECT_LT(*first.lastOut, *first.roomClear + 4.0);
    EXPECT_EQ(hand.classes[0].exits, (std::map<std::string, int>{{"W", 30}}));
    EXPECT_EQ(hand.clearance, std::max(*hand.classes[0].times.lastOut, *hand.classes[1].times.lastOut));
    EXPECT_EQ(exitOf(hand, "W").times.passed, 30);
    EXPECT_NEAR(exitOf(hand, "W").effectiveWidth, 1.5, 1e-9);
    EXPECT_NEAR(exitOf(hand, "W").mostFlow, 1.95 / 1.8, 1e-9); // per metre of clear width
    EXPECT_FALSE(exitOf(hand, "W").bindsFrom);
}

TEST(Hand, EverybodyStartsAfterTheMedianPreMovementWhateverTheSeed)
{
    Scenario scenario;
    const double before = *byHand(tworooms(), scenario).clearance;
    scenario.preMovement = {Distribution::Kind::LogNormal, 20.0, 1.5, 0.0, 120.0};
    const HandResult one = byHand(tworooms(), scenario);
    EXPECT_NEAR(*one.clearance, before + 20.0, 1e-6);
    scenario.seed = 2;
    EXPECT_EQ(byHand(tworooms(), scenario).digest, one.digest);
}

TEST(Hand, ClassesWaitForTheirReleaseAndInAnEarthquakeForItsEnd)
{
    Scenario scenario;
    scenario.situation = Situation::Earthquake;
    scenario.takeCover = 60.0;
    Release second;
    second.classes = {{"1-2"}};
    second.time = 100.0;
    scenario.releases = {second};
    const HandResult hand = byHand(tworooms(), scenario);
    EXPECT_DOUBLE_EQ(hand.classes[0].times.released, 60.0);
    EXPECT_DOUBLE_EQ(hand.classes[1].times.released, 160.0);
    EXPECT_GE(*hand.classes[1].times.firstLeft, 160.0);
}

TEST(Hand, ARouteGivenIsKept)
{
    Scenario scenario;
    Release all;
    all.choice = RouteChoice::Given;
    all.rule.exits = {{"E"}};
    scenario.releases.push_back(all);
    const HandResult hand = byHand(tworooms(), scenario);
    EXPECT_EQ(exitOf(hand, "E").times.passed, 60);
    EXPECT_EQ(exitOf(hand, "W").times.passed, 0);
}

TEST(Hand, WhatIsShutAtTheStartIsAvoided)
{
    Scenario scenario;
    scenario.events.push_back({0.0, EventKind::Shut, {"W"}, {}});
    EXPECT_EQ(exitOf(byHand(tworooms(), scenario), "E").times.passed, 60);
}

TEST(Hand, WhoHasNoWayWaitsForTheEventThatOpensOne)
{
    Scenario scenario;
    scenario.events = {{0.0, EventKind::Shut, {"D1"}, {}}, {50.0, EventKind::Open, {"D1"}, {}}};
    const HandResult hand = byHand(tworooms(), scenario);
    EXPECT_GE(*hand.classes[0].times.firstLeft, 50.0);
    EXPECT_LT(*hand.classes[0].times.firstLeft, 60.0);
    EXPECT_LT(*hand.classes[1].times.firstLeft, 10.0);
}

TEST(Hand, WhatShutsOnTheWayIsNotHeededAndSaid)
{
    Scenario scenario;
    scenario.model = Model::Hydraulic;
    scenario.events = {{0.0, EventKind::Shut, {"E"}, {}}, {20.0, EventKind::Shut, {"W"}, {}}};
    const RunResult result = run(tworooms(), scenario);
    EXPECT_EQ(exitOf(*result.hand, "W").times.passed, 60);
    EXPECT_EQ(result.hand->unheeded, 1U);
    const auto said = [](const Finding& finding) { return finding.rule == "run.hand_events"; };
    EXPECT_EQ(std::ranges::count_if(result.findings, said), 1);
    scenario.events.pop_back();
    EXPECT_EQ(byHand(tworooms(), scenario).unheeded, 0U);
}

TEST(Hand, WhoHasNoWayAtAllIsCountedAndThereIsNoClearanceTime)
{
    Scenario scenario;
    scenario.events = {{0.0, EventKind::Shut, {"D1"}, {}}};
    const HandResult hand = byHand(tworooms(), scenario);
    EXPECT_EQ(hand.withoutWay, (std::map<std::string, int>{{"1-1", 30}}));
    EXPECT_EQ(hand.people, 60U);
    EXPECT_FALSE(hand.clearance);
    EXPECT_FALSE(exitOf(hand, "E").times.clear);
    EXPECT_TRUE(exitOf(hand, "E").times.last);
}

// 0.3 persons per metre of clear width and second: the door of 1.0 m passes 30 pupils in 100 s.
TEST(Hand, AFlowCapHoldsAtItsDoors)
{
    Scenario scenario;
    scenario.flowCap = 0.3;
    const HandResult hand = byHand(tworooms(), scenario);
    EXPECT_NEAR(*hand.classes[0].times.roomClear - *hand.classes[0].times.firstLeft, 29.0 / 0.3, 0.01);
}

TEST(Hand, WhoWalksToALineIsOutThere)
{
    Scenario scenario;
    scenario.lines.push_back({"line", {"F1"}, {{10000, 0}, {10000, 2400}}});
    const HandResult hand = byHand(tworooms(), scenario);
    EXPECT_EQ(exitOf(hand, "line").times.passed, 60);
    EXPECT_EQ(exitOf(hand, "line").times.last, hand.clearance);
    EXPECT_GT(*hand.clearance, *hand.classes[0].times.roomClear + 4.0);
    EXPECT_EQ(hand.classes[0].exits, (std::map<std::string, int>{{"line", 30}}));
}

TEST(Hand, StandsBesideTheAgentsAndChangesNothingOfThem)
{
    const RunResult with = run(tworooms(), Scenario{});
    ASSERT_TRUE(with.hand && with.hand->clearance);
    EXPECT_EQ(with.model, Model::Agents);
    RunOptions without;
    without.threads = 1;
    without.hand = false;
    const RunResult plain = simulate(tworooms(), Scenario{}, without, {}, {}, {});
    EXPECT_FALSE(plain.hand);
    EXPECT_TRUE(plain.differences.empty());
    EXPECT_EQ(plain.digest, with.digest);
}

TEST(Hand, AnswersAloneWhereTheScenarioAsksForIt)
{
    Scenario scenario;
    scenario.model = Model::Hydraulic;
    int frames = 0;
    const FrameSink sinks[] = {[&](const Frame&) { ++frames; }};
    const RunResult result = simulate(tworooms(), scenario, {}, sinks, {}, {});
    EXPECT_EQ(result.model, Model::Hydraulic);
    EXPECT_EQ(result.ending, Ending::Empty);
    EXPECT_EQ(result.people, 60U);
    EXPECT_EQ(result.evacuated, 60U);
    EXPECT_EQ(result.clearance, byHand(tworooms(), Scenario{}).clearance);
    EXPECT_EQ(result.classes.size(), 2U);
    EXPECT_EQ(result.agentSteps, 0U);
    EXPECT_EQ(frames, 0);
    EXPECT_TRUE(result.persons.empty());
    EXPECT_TRUE(result.secondHashes.empty());
    EXPECT_TRUE(result.limits.empty()); // no flow limit is passed by a calculation that is made of them
    EXPECT_FALSE(result.bound);
    const auto said = [](const Finding& finding) { return finding.rule == "run.by_hand"; };
    EXPECT_EQ(std::ranges::count_if(result.findings, said), 1);
    EXPECT_NE(result.digest, Digest{});
}

TEST(Hand, AloneItTellsTheTrapped)
{
    Scenario scenario;
    scenario.model = Model::Hydraulic;
    scenario.events = {{0.0, EventKind::Shut, {"D1"}, {}}};
    const RunResult result = run(tworooms(), scenario);
    EXPECT_EQ(result.ending, Ending::Trapped);
    EXPECT_EQ(result.trapped, 30U);
    EXPECT_EQ(result.evacuated, 30U);
    EXPECT_FALSE(clearanceTime(result).has_value());
}

}
}
