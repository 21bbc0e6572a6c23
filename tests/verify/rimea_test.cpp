// RiMEA 3.0/4.1.1, numbers as there; geometry and criteria as in docs/validation.md.
#include "tests/verify/scenes.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace stairwise::scenes {
namespace {

using testing::AllOf;
using testing::Ge;
using testing::Le;

School corridorOf40Metres()
{
    return oneStorey({room("C", "C", SpaceKind::Corridor, rectangle(-1000, 0, 40000, 2000))},
                     {exitTo("E", {40000, 0}, {40000, 2000})});
}

TEST(Rimea1, OnePersonKeepsTheAssignedSpeedInACorridor)
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Scenario scenario = with({someone(0, 1000, 1.33)});
        scenario.seed = seed;
        const RunResult result = simulated(corridorOf40Metres(), scenario);
        ASSERT_TRUE(result.clearance.has_value());
        EXPECT_THAT(*result.clearance, AllOf(Ge(28.6), Le(31.6))) << "seed " << seed;
    }
}

// 26 risers of 231 mm over 8.0 m of plan: 10.0 m along the slope. Speeds are along the slope.
School straightStair()
{
    School school = oneStorey({room("low", "low", SpaceKind::Hall, rectangle(0, -4000, 2000, 0))},
                              {exitTo("down", {0, -4000}, {2000, -4000})});
    Storey upper;
    upper.id = {"F2"};
    upper.name = "2";
    upper.number = 2;
    upper.elevation = 6006;
    upper.height = 3600;
    upper.spaces.push_back(room("high", "high", SpaceKind::Hall, rectangle(0, 8000, 2000, 12000)));
    upper.doors.push_back(exitTo("up", {0, 12000}, {2000, 12000}));
    school.buildings[0].storeys.push_back(std::make_shared<const Storey>(upper));
    Stair stair;
    stair.id = {"S"};
    stair.name = "S";
    stair.kind = StairKind::Straight;
    stair.origin = {0, 0};
    stair.clearWidth = 2000;
    stair.tread = 320;
    stair.riser = 231;
    stair.storeys = {{"F1"}, {"F2"}};
    stair.steps = {{26}};
    school.buildings[0].stairs.push_back(stair);
    return school;
}

// Seconds on the flight of a person whose free speeds on stairs are given.
double secondsOnStair(const std::string& storey, int y, const std::string& exit, double down, double up)
{
    Scenario scenario = with({someone(1000, y, 1.0, exit)});
    scenario.people[0].storey = {storey};
    Profile profile = profileFor({}, kStaffGrade);
    profile.grades = {kStaffGrade};
    const auto constant = [](double v) { return Distribution{Distribution::Kind::Constant, v, 0.0, 0.0, 10.0}; };
    profile.levelSpeed = constant(1.0);
    profile.stairDown = constant(down);
    profile.stairUp = constant(up);
    scenario.profiles = {profile};
    const RunResult result = simulated(straightStair(), scenario);
    if (result.stairs.size() != 1 || !result.stairs[0].first || !result.stairs[0].last) return -1.0;
    return *result.stairs[0].last - *result.stairs[0].first;
}

TEST(Rimea2, OnePersonKeepsTheAssignedSpeedUpAStair)
{
    EXPECT_NEAR(secondsOnStair("F1", -2000, "up", 0.8, 0.625), 16.0, 0.8);
}

TEST(Rimea3, OnePersonKeepsTheAssignedSpeedDownAStair)
{
    EXPECT_NEAR(secondsOnStair("F2", 10000, "down", 0.8125, 0.6), 12.31, 0.62);
}

TEST(Rimea5, NobodyStartsBeforeOrLongAfterTheAssignedTime)
{
    std::vector<ListedPerson> people;
    // Along the far wall: nobody who walks brushes somebody who waits.
    for (int i = 0; i < 10; ++i) people.push_back(someone(400, 250 + 500 * i, 1.3));
    Scenario scenario = with(people);
    scenario.preMovement = {Distribution::Kind::Uniform, 10.0, 100.0, 0.0, 1000.0};
    const School school = oneStorey({room("R", "R", SpaceKind::Classroom, rectangle(0, 0, 8000, 5000))},
                                    {exitTo("E", {8000, 2000}, {8000, 3000})});
    const Seen seen = watched(school, scenario, 300.0);
    ASSERT_EQ(seen.gone, 10U);
    for (std::size_t i = 0; i < 10; ++i) {
        EXPECT_THAT(seen.started[i], AllOf(Ge(10.0), Le(100.0)));
        EXPECT_THAT(seen.firstMoved[i] - seen.started[i], AllOf(Ge(-1e-6), Le(scenario.timeStep + 1e-6)));
    }
}

TEST(Rimea6, TwentyPeopleRoundACornerLeaveNoWallAndNoBodyPenetrated)
{
    const Ring corner = {{0, 0},         {10000, 0},     {10000, -2000}, {12000, -2000},
                         {12000, 10000}, {10000, 10000}, {10000, 2000},  {0, 2000}};
    const School school =
        oneStorey({room("L", "L", SpaceKind::Corridor, corner)}, {exitTo("E", {10000, 10000}, {12000, 10000})});
    std::vector<ListedPerson> people;
    for (int i = 0; i < 20; ++i) people.push_back(someone(400 + 560 * (i / 2), 600 + 800 * (i % 2), 1.3));
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Scenario scenario = with(people);
        scenario.seed = seed;
        const Seen seen = watched(school, scenario, 120.0);
        EXPECT_EQ(seen.gone, 20U);
        EXPECT_LE(seen.farthestOutside, 0.001);
        EXPECT_LE(seen.deepestOverlap, 0.10);
    }
}

// Twelve cabins on both sides of a corridor; 15 people of eight cabins to the main exit, 8 of four to the other.
TEST(Rimea10, EveryPersonLeavesByTheExitAssigned)
{
    std::vector<Space> spaces = {room("C", "C", SpaceKind::Corridor, rectangle(0, 0, 12600, 1800))};
    std::vector<Door> doors = {exitTo("main", {0, 400}, {0, 1400}), exitTo("second", {12600, 400}, {12600, 1400})};
    std::vector<ListedPerson> people;
    for (int cabin = 0; cabin < 12; ++cabin) {
        const int x = 2100 * (cabin % 6);
        const bool upper = cabin >= 6;
        const int y0 = upper ? 2000 : -3200;
        const std::string id = "cabin" + std::to_string(cabin + 1);
        spaces.push_back(room(id, id, SpaceKind::Other, rectangle(x, y0, x + 1900, y0 + 3000)));
        const int wall = upper ? 1900 : -100;
        doors.push_back(door("d" + id, {x + 500, wall}, {x + 1400, wall}));
        const bool toSecond = cabin % 6 >= 4; // the two cabins of each side next to it
        const int inside = cabin == 0 ? 1 : 2;
        for (int i = 0; i < inside; ++i)
            people.push_back(someone(x + 500 + 900 * i, y0 + 1500, 1.2, toSecond ? "second" : "main"));
    }
    const RunResult result = simulated(oneStorey(spaces, doors), with(people));
    ASSERT_EQ(result.evacuated, 23U);
    for (const PassageResult& exit : result.exits) EXPECT_EQ(exit.passed, exit.id == "main" ? 15 : 8);
}

}
}
