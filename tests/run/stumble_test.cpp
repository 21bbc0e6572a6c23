#include "sim/run/stumble.hpp"

#include "tests/egress/building.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

namespace stairwise {
namespace {

// 150 people of the upper storey by one stair.
School crowdedSchool()
{
    building::Plan plan;
    plan.school.classes[2].pupils = plan.school.classes[3].pupils = 75;
    return plan.made();
}

Scenario byOneStair()
{
    Scenario scenario;
    Release all;
    all.choice = RouteChoice::Given;
    all.rule.stairs = {{"S1"}};
    scenario.releases = {all};
    return scenario;
}

struct Stage {
    School school = crowdedSchool();
    Scenario scenario = byOneStair();
    Setting setting = settingOf(school, scenario);

    [[nodiscard]] StumbleResult test(StumbleAsk ask, CancelToken cancel = {}) const
    {
        if (ask.threads == 0) ask.threads = 1;
        return stumbleTest(scenario, setting, ask, cancel, {});
    }
};

TEST(Stumble, TriesEveryFlightAndLandingThatSomebodyWalksOn)
{
    const StumbleResult result = Stage().test({});
    EXPECT_FALSE(result.cancelled);
    EXPECT_EQ(
        std::ranges::count_if(result.places, [](const Stumble& place) { return place.element.starts_with("S1/"); }), 5);
    for (const Stumble& place : result.places) {
        EXPECT_TRUE(place.fell) << place.element;
        EXPECT_GT(place.people, 0U) << place.element;
    }
}

TEST(Stumble, AFallHoldsPeopleUpAndAWardenKeepsSomeOfThemAway)
{
    Stage stage;
    StumbleAsk ask;
    ask.places = {surfaceNamed(stage.setting.walkable, "S1/1/flight2")};
    ask.duration = 10.0;
    const StumbleResult result = stage.test(ask);
    ASSERT_EQ(result.places.size(), 1U);
    const Stumble& place = result.places.front();
    ASSERT_TRUE(place.fell);
    EXPECT_GT(place.fall.heldUp, place.without.heldUp);
    EXPECT_LE(place.warden.heldUp, place.fall.heldUp);
    EXPECT_LE(place.warden.peak, place.fall.peak + 1e-9);
    EXPECT_GT(place.growth, 0.0);
}

TEST(Stumble, TheLimitIsPassedSoonerWhereItIsLower)
{
    Stage stage;
    StumbleAsk ask;
    ask.places = {surfaceNamed(stage.setting.walkable, "S1/1/flight2")};
    ask.limit = 2.0;
    const auto soon = stage.test(ask).places.front().fall.passes;
    ask.limit = 20.0;
    EXPECT_TRUE(soon.has_value());
    EXPECT_FALSE(stage.test(ask).places.front().fall.passes.has_value());
}

TEST(Stumble, AtAMomentAtWhichNobodyIsThereAnyMoreNobodyFalls)
{
    Stage stage;
    StumbleAsk ask;
    ask.places = {surfaceNamed(stage.setting.walkable, "S1/1/flight2")};
    ask.time = 1500.0;
    const StumbleResult result = stage.test(ask);
    ASSERT_EQ(result.places.size(), 1U);
    EXPECT_FALSE(result.places.front().fell);
}

TEST(Stumble, SaysTheSameOnEveryNumberOfThreads)
{
    Stage stage;
    StumbleAsk ask;
    ask.places = {surfaceNamed(stage.setting.walkable, "S1/1/half1")};
    const Stumble one = stage.test(ask).places.front();
    ask.threads = 2;
    const Stumble three = stage.test(ask).places.front();
    EXPECT_EQ(one.time, three.time);
    EXPECT_EQ(one.fall.heldUp, three.fall.heldUp);
    EXPECT_EQ(one.fall.peak, three.fall.peak);
    EXPECT_EQ(one.warden.peak, three.warden.peak);
}

TEST(Stumble, CanBeStopped)
{
    const std::atomic<bool> stop{true};
    EXPECT_TRUE(Stage().test({}, CancelToken(&stop)).cancelled);
}

}
}
