// What the model passes at best, for lower bounds: no run may beat its bound.
#include "scenarios/maker/replays.hpp"
#include "sim/run/pace.hpp"
#include "tests/verify/scenes.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise::scenes {
namespace {

constexpr double kSpeeds[] = {1.3, 2.0, 3.85}; // walking; hurrying; the fastest of a hurrying school

double flowAtDoor(int width, double speed)
{
    std::vector<ListedPerson> people;
    for (int i = 0; i < 150; ++i) people.push_back(someone(500 + 500 * (i % 15), 300 + 480 * (i / 15), speed));
    const int low = 2500 - width / 2;
    // Whoever is through the door is gone: nothing beyond holds the others back.
    const School school = oneStorey({room("R", "R", SpaceKind::Classroom, rectangle(0, 0, 8000, 5000))},
                                    {exitTo("D", {8000, low}, {8000, low + width})});
    double flow = 0.0;
    for (const PassageResult& exit : simulated(school, with(people)).exits) flow = std::max(flow, exit.peakFlow);
    return flow;
}

TEST(ModelFlow, OfADoorStaysUnderTheOneThatBoundsUse)
{
    for (const double speed : kSpeeds)
        for (const int width : {900, 1000, 1400, 1800}) {
            const double flow = flowAtDoor(width, speed);
            EXPECT_LE(flow, modelDoorFlow(speed)) << width << " mm, " << speed << " m/s";
            EXPECT_GE(flow, 0.3 * modelDoorFlow(speed)) << width << " mm, " << speed << " m/s";
        }
}

// People of a hall upstairs, down a dog-leg stair.
School hallOverStair(int width)
{
    School school = oneStorey({room("H1", "H1", SpaceKind::Hall, rectangle(-4000, -8000, 8000, 0))},
                              {exitTo("E", {-4000, -8000}, {8000, -8000})});
    Storey upper;
    upper.id = {"F2"};
    upper.number = 2;
    upper.elevation = 3600;
    upper.height = 3600;
    upper.spaces.push_back(room("H2", "H2", SpaceKind::Hall, rectangle(-4000, -8000, 8000, 0)));
    school.buildings[0].storeys.push_back(std::make_shared<const Storey>(upper));
    Stair stair;
    stair.id = {"S"};
    stair.name = "S";
    stair.clearWidth = width;
    stair.tread = 280;
    stair.riser = 150;
    stair.floorLandingDepth = width;
    stair.halfLandingDepth = width;
    stair.well = 110;
    stair.storeys = {{"F1"}, {"F2"}};
    stair.steps = {{12, 12}};
    school.buildings[0].stairs.push_back(stair);
    return school;
}

TEST(ModelFlow, OfAStairStaysUnderTheOneThatBoundsUse)
{
    for (const double speed : kSpeeds)
        for (const int width : {1200, 1800}) {
            Scenario scenario = with({});
            for (int i = 0; i < 150; ++i) {
                scenario.people.push_back(someone(-3500 + 700 * (i % 15), -7500 + 700 * (i / 15), speed));
                scenario.people.back().storey = {"F2"};
            }
            const RunResult result = simulated(hallOverStair(width), scenario);
            ASSERT_EQ(result.ending, Ending::Empty);
            const Profile profile = profileFor({}, kStaffGrade);
            const double down = speed * quantile(profile.stairDown, 0.5) / quantile(profile.levelSpeed, 0.5);
            EXPECT_LE(result.stairs[0].peakFlow, modelStairFlow(down)) << width << " mm, " << speed << " m/s";
            EXPECT_GE(result.stairs[0].peakFlow, 0.3 * modelStairFlow(down)) << width << " mm, " << speed << " m/s";
        }
}

void expectNotBeaten(const School& school, const Scenario& scenario)
{
    RunOptions options;
    options.measures = false;
    const RunResult result = simulate(school, scenario, options, {}, {}, {});
    ASSERT_EQ(result.ending, Ending::Empty) << scenario.name;
    ASSERT_TRUE(result.bound.has_value()) << scenario.name;
    EXPECT_GE(*result.clearance, result.bound->seconds) << scenario.name;
    EXPECT_LE(*result.clearance, 10.0 * result.bound->seconds) << scenario.name << ": the bound says nothing";
}

TEST(LowerBound, IsNotBeatenOnAnySample)
{
    using namespace samples;
    expectNotBeaten(floorSchool(1000), floorScenario());
    expectNotBeaten(teachingBuilding(), teachingBuildingFireDrill());
    expectNotBeaten(chengan(), chenganEvening());
}

TEST(LowerBound, IsNotBeatenByAnybodyInAHurry)
{
    Scenario scenario = samples::teachingBuildingFireDrill();
    for (const Motivation motivation : {Motivation::Hurry, Motivation::Push}) {
        scenario.motivation = motivation;
        expectNotBeaten(samples::teachingBuilding(), scenario);
    }
}

TEST(Workload1, EmptiesWithEveryDoorWidth)
{
    for (const int door : {1000, 900, 800}) {
        const RunResult result = simulated(samples::floorSchool(door), samples::floorScenario());
        EXPECT_EQ(result.ending, Ending::Empty) << door;
        EXPECT_EQ(result.evacuated, 480U) << door;
    }
}

TEST(Workload1, EmptiesWhenEverybodyPushes)
{
    Scenario scenario = samples::floorScenario();
    scenario.motivation = Motivation::Push;
    for (const int door : {1000, 800})
        EXPECT_EQ(simulated(samples::floorSchool(door), scenario).evacuated, 480U) << door;
}

}
}
