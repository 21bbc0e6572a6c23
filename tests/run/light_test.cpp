#include "sim/run/run.hpp"

#include "sim/run/happenings.hpp"
#include "sim/run/setting.hpp"
#include "tests/egress/building.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise {
namespace {

Event light(EventKind kind, double time, const std::string& stair, const std::string& on)
{
    Event event;
    event.kind = kind;
    event.time = time;
    event.stair = {stair};
    event.on = on;
    return event;
}

RunResult run(const School& school, const Scenario& scenario, unsigned threads = 1)
{
    RunOptions options;
    options.threads = threads;
    options.measures = options.bound = options.hand = false;
    return simulate(school, scenario, options, {}, {}, {});
}

// One person alone at the far end of the upper corridor, out by one of the stairs.
Scenario alone()
{
    Scenario scenario;
    scenario.classesPresent = false;
    ListedPerson person;
    person.at = {8000, 1200};
    person.storey = {"F2"};
    scenario.people = {person};
    return scenario;
}

double secondsOut(const Scenario& scenario)
{
    return *run(building::Plan().made(), scenario).clearance;
}

double shareOn(const std::vector<Light>& lights, std::size_t index, const Walkable& walkable,
               const std::string& element)
{
    for (SurfaceIndex s = 0; s < walkable.surfaces.size(); ++s)
        if (walkable.surfaces[s].element == element) return double{lights.at(index).share[s]};
    return 0.0;
}

TEST(Light, InTheDarkOneWalksSlowerByTheSharesOfTheScenario)
{
    Scenario scenario = alone();
    const double lit = secondsOut(scenario);
    scenario.inDark = {0.5, 0.5};
    EXPECT_DOUBLE_EQ(secondsOut(scenario), lit);
    scenario.lighting = Lighting::Dark;
    EXPECT_NEAR(secondsOut(scenario), 2.0 * lit, 0.06 * lit);
    scenario.lighting = Lighting::Dim;
    const double dim = secondsOut(scenario);
    EXPECT_GT(dim, lit);
    EXPECT_LT(dim, 1.1 * lit);
}

TEST(Light, GoesOffOverOneStairOneSurfaceOrEverywhere)
{
    const Walkable walkable = walkableOf(building::Plan().made());
    Scenario scenario;
    EXPECT_TRUE(lightsOf(scenario, walkable).empty());
    scenario.events = {light(EventKind::Dark, 30.0, "S1", ""), light(EventKind::Dim, 10.0, "", "S2/1/half1"),
                       light(EventKind::Light, 60.0, "", ""), light(EventKind::Dark, 70.0, "", "C1")};
    const auto lights = lightsOf(scenario, walkable);
    ASSERT_EQ(lights.size(), 5U);
    EXPECT_EQ(lights[1].from, 10.0);
    EXPECT_NEAR(shareOn(lights, 1, walkable, "S2/1/half1"), kInDim.stairs, 1e-6);
    EXPECT_EQ(shareOn(lights, 1, walkable, "S1/1/flight1"), 1.0);
    EXPECT_NEAR(shareOn(lights, 2, walkable, "S1/1/flight1"), kInDark.stairs, 1e-6);
    EXPECT_EQ(shareOn(lights, 2, walkable, "C1"), 1.0);
    EXPECT_EQ(shareOn(lights, 3, walkable, "S1/1/flight1"), 1.0);
    EXPECT_NEAR(shareOn(lights, 4, walkable, "C1"), kInDark.level, 1e-6);
}

TEST(Light, OffOnTheWayIsWalkedSlowerFromThenOn)
{
    Scenario scenario = alone();
    scenario.inDark = {0.5, 0.5};
    const double lit = secondsOut(scenario);
    scenario.events = {light(EventKind::Dark, 0.5 * lit, "", "")};
    EXPECT_NEAR(secondsOut(scenario), 1.5 * lit, 0.06 * lit);
    scenario.events.push_back(light(EventKind::Light, 0.6 * lit, "", ""));
    EXPECT_NEAR(secondsOut(scenario), 1.05 * lit, 0.04 * lit);
}

TEST(Light, OneDarkLandingHoldsUpTheWholeStair)
{
    const School school = building::Plan().made();
    Scenario scenario;
    const RunResult lit = run(school, scenario);
    scenario.inDark.stairs = 0.5;
    scenario.events = {light(EventKind::Dark, 0.0, "", "S1/1/half1")};
    const RunResult dark = run(school, scenario);
    EXPECT_GT(*dark.stairs[0].last, *lit.stairs[0].last + 3.0);
    EXPECT_NEAR(*dark.stairs[1].last, *lit.stairs[1].last, 3.0);
}

TEST(Light, IsTheSameForEveryNumberOfThreads)
{
    const School school = building::Plan().made();
    Scenario scenario;
    scenario.lighting = Lighting::Dark;
    scenario.events = {light(EventKind::Light, 20.0, "S1", "")};
    EXPECT_EQ(run(school, scenario, 1).digest, run(school, scenario, 3).digest);
    EXPECT_NE(run(school, scenario).digest, run(school, Scenario{}).digest);
}

}
}
