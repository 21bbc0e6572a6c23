// Documented events and ordinary days walked again, one run each: the table over many is docs/replays.md.
#include "scenarios/maker/maker.hpp"
#include "scenarios/maker/replay_measures.hpp"
#include "sim/risk/density.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace stairwise::samples {
namespace {

const Replay& replayOf(const std::vector<Replay>& all, const std::string& name)
{
    return *std::ranges::find(all, name, &Replay::name);
}

TEST(Replays, NameAFlightThatTheirSchoolHasAndAReplayThatTheyDifferFrom)
{
    const std::vector<Replay> all = replays();
    std::set<std::string> names;
    for (const Replay& replay : all) {
        EXPECT_TRUE(names.insert(replay.name).second) << replay.name;
        EXPECT_TRUE(replay.against.empty() || names.contains(replay.against)) << replay.name;
        if (replay.stair.empty()) continue;
        const Walkable walkable = walkableOf(replay.school());
        EXPECT_TRUE(std::ranges::any_of(walkable.surfaces, [&](const Surface& surface) {
            return surface.kind == SurfaceKind::Flight && surface.stair.value == replay.stair &&
                   surface.rise == replay.rise;
        })) << replay.name;
    }
}

TEST(Replays, SayInTheFileThatSomethingIsGuessed)
{
    for (const Replay& replay : replays()) {
        if (replay.stair.empty()) continue; // the sample school is invented as a whole
        EXPECT_FALSE(replay.school().guesses.empty()) << replay.name;
        EXPECT_FALSE(replay.scenario.source.empty()) << replay.name;
    }
}

TEST(Replays, ChangeNoParameterOfThoseWhoWalk)
{
    for (const Replay& replay : replays()) {
        EXPECT_TRUE(replay.scenario.profiles.empty()) << replay.name;
        EXPECT_FALSE(replay.scenario.flowCap.has_value()) << replay.name;
        EXPECT_EQ(replay.scenario.timeStep, Scenario{}.timeStep) << replay.name;
    }
}

// The program keeps its own average over a second, because it also asks for how long, and where: the same as in
// results.
TEST(Replays, AreMeasuredAsCrowdedPlacesAre)
{
    const Replay floor{"w1", "", [] { return floorSchool(1000); }, floorScenario(), "", 0};
    const Replayed seen = replayed(floor, 1);
    const School school = floor.school();
    DensityMeter meter(walkableOf(school), 5.0);
    const std::vector<FrameSink> sinks = {[&](const Frame& frame) { meter.add(frame); }};
    RunOptions options;
    options.measures = options.bound = options.hand = false;
    const RunResult result = simulate(school, floor.scenario, options, sinks, {}, {});
    EXPECT_EQ(result.digest, seen.result.digest);
    const std::vector<CrowdedPlace> places = meter.crowdedPlaces(1);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_NEAR(seen.worstIndex, places[0].personSeconds, 1e-6);
    EXPECT_GE(seen.worstPeak, places[0].peak - 1e-9);
}

TEST(Replays, WithClassesApartNoFlightIsFull)
{
    const std::vector<Replay> all = replays();
    for (const char* name : {"chengan-staggered", "xiangxiang-staggered"}) {
        const Replayed run = replayed(replayOf(all, name), 1);
        EXPECT_EQ(run.result.ending, Ending::Empty) << name;
        EXPECT_LT(run.worstFlight, 4.0) << name;
        EXPECT_EQ(run.index, 0.0) << name;
    }
}

TEST(Replays, AnOrdinaryDayGivesNoAlarmOnAStair)
{
    const std::vector<Replay> all = replays();
    for (const char* name : {"chengan-ordinary", "school-staggered"}) {
        const Replayed run = replayed(replayOf(all, name), 1);
        EXPECT_EQ(run.result.ending, Ending::Empty) << name;
        EXPECT_LT(run.worstOnStairs, kAlarm) << name;
    }
}

TEST(Replays, AFallOnTheLowestFlightOfChenganFillsIt)
{
    const Replayed run = replayed(replayOf(replays(), "chengan-falls"), 1);
    EXPECT_EQ(run.result.ending, Ending::Empty);
    EXPECT_GE(run.dense, 10.0);
}

}
}
