#include "sim/run/run.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/run/fill.hpp"
#include "sim/run/people.hpp"
#include "tests/run/rooms.hpp"

#include <gtest/gtest.h>

#include <atomic>

namespace stairwise {
namespace {

using rooms::tworooms;

RunResult run(const School& school, const Scenario& scenario)
{
    RunOptions options;
    options.threads = 1;
    return simulate(school, scenario, options, {}, {}, {});
}

const PassageResult& exitOf(const RunResult& result, const std::string& id)
{
    for (const PassageResult& exit : result.exits)
        if (exit.id == id) return exit;
    throw std::runtime_error("no exit " + id);
}

TEST(Run, EverybodyLeavesByTheNearestExit)
{
    const RunResult result = run(tworooms(), Scenario{});
    EXPECT_EQ(result.ending, Ending::Empty);
    EXPECT_EQ(result.people, 60U);
    EXPECT_EQ(result.evacuated, 60U);
    EXPECT_EQ(exitOf(result, "W").passed, 30);
    EXPECT_EQ(exitOf(result, "E").passed, 30);
    ASSERT_TRUE(result.clearance && result.bound);
    EXPECT_GE(*result.clearance, result.bound->seconds);
}

TEST(Run, NobodyPushesUnlessTheScenarioSaysSo)
{
    const School school = tworooms();
    const Walkable walkable = walkableOf(school);
    const Network network = networkOf(walkable);
    Scenario scenario;
    for (const Motivation motivation : {Motivation::Walk, Motivation::Hurry, Motivation::Push}) {
        scenario.motivation = motivation;
        for (const Walker& walker : startOf(school, scenario, walkable, network).walkers) {
            const bool pushes = motivation == Motivation::Push;
            EXPECT_EQ(walker.push, pushes ? greatestPush(profileFor({}, 1)) : 0.0);
            EXPECT_EQ(walker.mass, pushes ? profileFor({}, 1).mass : Walker{}.mass);
        }
    }
}

TEST(Run, ClassesLeaveWhenTheyAreReleased)
{
    Scenario scenario;
    scenario.releases.push_back({});
    Release second;
    second.classes = {{"1-2"}};
    second.time = 100.0;
    scenario.releases.push_back(second);
    const RunResult result = run(tworooms(), scenario);
    EXPECT_LT(*result.classes[0].lastOut, 90.0);
    EXPECT_GE(*result.classes[1].firstLeft, 100.0);
    EXPECT_DOUBLE_EQ(result.classes[1].released, 100.0);
}

TEST(Run, ARouteGivenIsKept)
{
    Scenario scenario;
    Release all;
    all.choice = RouteChoice::Given;
    all.rule.exits = {{"E"}};
    scenario.releases.push_back(all);
    const RunResult result = run(tworooms(), scenario);
    EXPECT_EQ(exitOf(result, "E").passed, 60);
    EXPECT_EQ(exitOf(result, "W").passed, 0);
}

TEST(Run, WhoMeetsAShutExitTurnsRound)
{
    Scenario scenario;
    scenario.events.push_back({5.0, EventKind::Shut, {"W"}, {}});
    const RunResult result = run(tworooms(), scenario);
    EXPECT_EQ(result.ending, Ending::Empty);
    EXPECT_EQ(result.evacuated, 60U);
    EXPECT_GT(exitOf(result, "E").passed, 30);
    for (const double last : {exitOf(result, "W").last.value_or(0.0)}) EXPECT_LE(last, 5.05);
}

TEST(Run, WhoHasNoWayIsTrappedAndTheDoorIsNamed)
{
    School school = tworooms();
    auto storey = std::make_shared<Storey>(*school.buildings[0].storeys[0]);
    storey->doors[0].state = DoorState::Locked;
    school.buildings[0].storeys[0] = storey;
    const RunResult result = run(school, Scenario{});
    EXPECT_EQ(result.ending, Ending::Trapped);
    EXPECT_EQ(result.trapped, 30U);
    EXPECT_EQ(result.evacuated, 30U);
    EXPECT_FALSE(result.clearance.has_value());
    EXPECT_FALSE(clearanceTime(result).has_value());
    int named = 0;
    for (const PersonResult& person : result.persons) named += person.barredBy == "D1" ? 1 : 0;
    EXPECT_EQ(named, 30);
    EXPECT_LT(result.endTime, 120.0); // by itself, long before the time limit
}

TEST(Run, TheTimeLimitIsNoClearanceTime)
{
    Scenario scenario;
    scenario.timeLimit = 8.0;
    const RunResult result = run(tworooms(), scenario);
    EXPECT_EQ(result.ending, Ending::TimeLimit);
    EXPECT_FALSE(result.clearance.has_value());
    EXPECT_GT(result.remaining, 0U);
    EXPECT_EQ(result.remaining + result.evacuated, result.people);
}

TEST(Run, CancelEndsItWithWhatThereIs)
{
    std::atomic<bool> flag{false};
    const FrameSink stopAfterFive[] = {[&](const Frame& frame) { flag = frame.time >= 5.0; }};
    RunOptions options;
    options.threads = 1;
    const RunResult result = simulate(tworooms(), Scenario{}, options, stopAfterFive, CancelToken(&flag), {});
    EXPECT_EQ(result.ending, Ending::Cancelled);
    EXPECT_NEAR(result.endTime, 5.0, 0.1);
}

TEST(Run, AnEarthquakeBeginsWithTakingCover)
{
    Scenario scenario;
    scenario.situation = Situation::Earthquake;
    scenario.takeCover = 60.0;
    const RunResult result = run(tworooms(), scenario);
    for (const ClassResult& one : result.classes) EXPECT_GE(*one.firstLeft, 60.0);
}

TEST(Places, HoldAClassApartFromOneAnotherAndFromTheWalls)
{
    Surface room;
    room.area.outer = {{0, 0}, {9000, 0}, {9000, 7200}, {0, 7200}};
    const auto places = placesOn(room, 51, 0.21);
    ASSERT_EQ(places.size(), 51U);
    for (std::size_t i = 0; i < places.size(); ++i) {
        EXPECT_TRUE(contains(room.area, places[i]));
        EXPECT_GE(distanceToEdges(room.area, places[i]), 0.21);
        for (std::size_t j = 0; j < i; ++j) EXPECT_GE(length(places[i] - places[j]), 0.42);
    }
}

TEST(Places, AreNotInventedWhereNobodyCanStand)
{
    Surface closet;
    closet.area.outer = {{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}};
    EXPECT_LT(placesOn(closet, 50, 0.21).size(), 10U);
}

TEST(Fill, PutsTheRoundedAreaInAllSharedByLargestRemainder)
{
    const School school = tworooms();
    const Walkable walkable = walkableOf(school);
    Fill fill;
    fill.density = 1.0;
    std::size_t people = 0;
    for (const auto& [surface, count] : fillCounts(walkable, school, fill)) people += count;
    EXPECT_EQ(people, 160U); // 20 × 2.4 + 2 × 8 × 7 m²
}

}
}
