#include "sim/run/run.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/run/happenings.hpp"
#include "sim/run/setting.hpp"
#include "tests/egress/building.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise {
namespace {

Warden wardenAt(const std::string& stair, WardenTask task)
{
    Warden warden;
    warden.stair = {stair};
    warden.storey = {"F2"};
    warden.task = task;
    return warden;
}

struct Watched {
    RunResult result;
    double fullest = 0.0; // persons per m² of the flights of stair S1
};

// With what the flights of the first stair hold at most, seen every half second.
Watched watched(const School& school, const Scenario& scenario, unsigned threads = 1)
{
    Watched seen;
    const Walkable walkable = walkableOf(school);
    RunOptions options;
    options.threads = threads;
    options.measures = options.bound = options.hand = false;
    const FrameSink look = [&](const Frame& frame) {
        for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s) {
            const Surface& surface = walkable.surfaces[s];
            if (surface.stair.value != "S1" || surface.kind != SurfaceKind::Flight) continue;
            const auto people = static_cast<double>(std::ranges::count(frame.surface, s));
            seen.fullest = std::max(seen.fullest, people / area(surface.area));
        }
    };
    seen.result = simulate(school, scenario, options, std::span(&look, 1), {}, {});
    return seen;
}

const ClassResult& classOf(const RunResult& result, const std::string& id)
{
    return *std::ranges::find(result.classes, id, &ClassResult::id);
}

const PassageResult& stairOf(const RunResult& result, const std::string& id)
{
    return *std::ranges::find(result.stairs, id, &PassageResult::id);
}

School school()
{
    return building::Plan().made();
}

TEST(Warden, HoldsWhoComesToTheStairUntilTheTime)
{
    Scenario scenario;
    Warden hold = wardenAt("S1", WardenTask::Hold);
    hold.to = 90.0;
    scenario.wardens = {hold};
    const RunResult result = watched(school(), scenario).result;
    EXPECT_EQ(result.ending, Ending::Empty);
    EXPECT_GT(*stairOf(result, "S1").first, 90.0);
    EXPECT_LT(*stairOf(result, "S2").first, 40.0);
}

TEST(Warden, HoldsOneClassAlone)
{
    Scenario scenario;
    Release both; // the two upper classes by one stair
    both.choice = RouteChoice::Given;
    both.rule.stairs = {{"S1"}};
    scenario.releases = {both, both};
    scenario.releases[1].classes = {{"K4"}};
    scenario.releases[1].time = 60.0; // who is held stands in the way of those behind
    Warden hold = wardenAt("S1", WardenTask::Hold);
    hold.to = 150.0;
    hold.classes = {{"K4"}};
    scenario.wardens = {hold};
    const RunResult result = watched(school(), scenario).result;
    EXPECT_LT(*classOf(result, "K3").lastOut, 150.0);
    EXPECT_GT(*classOf(result, "K4").lastOut, 150.0);
    EXPECT_EQ(result.ending, Ending::Empty);
}

TEST(Warden, WhoIsHeldForLongDoesNotClog)
{
    Scenario scenario;
    scenario.stallLimit = 30.0;
    Warden hold = wardenAt("S1", WardenTask::Hold);
    hold.to = 200.0;
    scenario.wardens = {hold};
    EXPECT_EQ(watched(school(), scenario).result.ending, Ending::Empty);
}

TEST(Warden, MetersTheFlightBelow)
{
    Scenario scenario;
    const Watched free = watched(school(), scenario);
    Warden meter = wardenAt("S1", WardenTask::Meter);
    meter.density = 0.8;
    scenario.wardens = {meter};
    const Watched metered = watched(school(), scenario);
    EXPECT_GT(free.fullest, 1.3);
    EXPECT_LT(metered.fullest, 0.8 * free.fullest);
    RecordProperty("densities", std::to_string(free.fullest) + " " + std::to_string(metered.fullest));
    EXPECT_GT(*stairOf(metered.result, "S1").last, *stairOf(free.result, "S1").last);
    EXPECT_EQ(metered.result.ending, Ending::Empty);
}

TEST(Warden, SendsAShareOfThoseWhoComeToTheOtherStair)
{
    Scenario scenario;
    const RunResult before = watched(school(), scenario).result;
    Warden send = wardenAt("S1", WardenTask::Send);
    send.toStair = {"S2"};
    send.share = 0.5;
    scenario.wardens = {send};
    const RunResult half = watched(school(), scenario).result;
    const int came = stairOf(before, "S1").passed;
    EXPECT_NEAR(stairOf(half, "S1").passed, came / 2, 12);
    EXPECT_EQ(stairOf(half, "S1").passed + stairOf(half, "S2").passed, came + stairOf(before, "S2").passed);
    EXPECT_EQ(half.ending, Ending::Empty);
}

TEST(Warden, SendsFromItsTimeOn)
{
    Scenario scenario;
    Warden send = wardenAt("S1", WardenTask::Send);
    send.toStair = {"S2"};
    send.from = 15.0;
    scenario.wardens = {send};
    const RunResult result = watched(school(), scenario).result;
    EXPECT_GT(stairOf(result, "S1").passed, 3);
    EXPECT_LT(stairOf(result, "S1").passed, 40);
    EXPECT_EQ(result.ending, Ending::Empty);
}

TEST(Warden, TwoWhoSendToEachOtherKeepNobodyForEver)
{
    Scenario scenario;
    Warden there = wardenAt("S1", WardenTask::Send), back = wardenAt("S2", WardenTask::Send);
    there.toStair = {"S2"};
    back.toStair = {"S1"};
    scenario.wardens = {there, back};
    EXPECT_EQ(watched(school(), scenario).result.ending, Ending::Empty);
}

// Across the flight nobody moves by more than it takes to find the middle of the stream.
TEST(Warden, KeepsFilesOnTheFlightsBelow)
{
    Scenario scenario;
    scenario.wardens = {wardenAt("S1", WardenTask::Files)};
    const Watched kept = watched(school(), scenario);
    EXPECT_EQ(kept.result.ending, Ending::Empty);
    EXPECT_NE(kept.result.digest, watched(school(), Scenario{}).result.digest);
}

TEST(Warden, DecidesAlikeOnEveryNumberOfThreads)
{
    Scenario scenario;
    Warden meter = wardenAt("S1", WardenTask::Meter), send = wardenAt("S2", WardenTask::Send);
    send.toStair = {"S1"};
    send.share = 0.3;
    scenario.wardens = {meter, send, wardenAt("S1", WardenTask::Files)};
    const RunResult one = watched(school(), scenario, 1).result;
    EXPECT_EQ(watched(school(), scenario, 2).result.digest, one.digest);
}

}
}
