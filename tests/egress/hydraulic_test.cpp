#include "sim/egress/hydraulic.hpp"
#include "tests/egress/scene.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace stairwise {
namespace {

using scene::Scene;
using testing::ElementsAre;

constexpr double kFree = 1.40 * (1.0 - 0.266 * 0.54); // 1.1989 m/s, on the level

PassageIndex out(PortalIndex portal)
{
    return passageOf(portal, false);
}

Hydraulic calculated(const Scene& scene, const std::vector<HydraulicGroup>& groups, double flowCap = 0.0)
{
    return hydraulic(scene.walkable, networkOf(scene.walkable), groups, flowCap);
}

const HydraulicElement& at(const Hydraulic& result, PortalIndex portal)
{
    for (const HydraulicElement& element : result.elements)
        if (element.passage == out(portal)) return element;
    throw std::runtime_error("nobody passed");
}

// The handbook's table for treads and risers in inches: k 1.00, 1.08, 1.16, 1.23; most flow 0.94, 1.01, 1.09, 1.16.
TEST(SfpeFormula, GivesTheHandbooksStairTable)
{
    constexpr double kInch = 0.0254;
    const double rows[][4] = {
        {10.0, 7.5, 1.00, 0.94}, {11.0, 7.0, 1.08, 1.01}, {12.0, 6.5, 1.16, 1.09}, {13.0, 6.5, 1.23, 1.16}};
    for (const auto& [tread, riser, k, most] : rows) {
        EXPECT_NEAR(sfpeStairK(tread * kInch, riser * kInch), k, 0.012 * k);
        EXPECT_NEAR(sfpeMostFlow(sfpeStairK(tread * kInch, riser * kInch)), most, 0.012 * most);
    }
}

// k = 1.40: free 1.40 (1 − 0.266 × 0.54) = 1.199 m/s; D = 1.88: 1.40 (1 − 0.5001) = 0.70 m/s; jam at 1/0.266 = 3.76.
TEST(SfpeFormula, SlowsFromFreeToJam)
{
    EXPECT_NEAR(sfpeSpeed(kSfpeLevelK, 0.0), 1.199, 0.0005);
    EXPECT_DOUBLE_EQ(sfpeSpeed(kSfpeLevelK, 0.2), sfpeSpeed(kSfpeLevelK, 0.54));
    EXPECT_NEAR(sfpeSpeed(kSfpeLevelK, 1.88), 0.700, 0.001);
    EXPECT_NEAR(sfpeSpeed(kSfpeLevelK, 3.76), 0.0, 0.001);
    EXPECT_EQ(sfpeSpeed(kSfpeLevelK, 5.0), 0.0);
}

// Flow 1.0 at k = 1.40: 0.3724 D² − 1.40 D + 1 = 0; D = (1.40 − √(1.96 − 1.4896)) / 0.7448 = 0.9588 per m².
TEST(SfpeFormula, FindsTheUncrowdedDensityOfAFlow)
{
    EXPECT_NEAR(sfpeDensity(kSfpeLevelK, 1.0), 0.9588, 0.0001);
    EXPECT_NEAR(sfpeDensity(kSfpeLevelK, 1.0) * sfpeSpeed(kSfpeLevelK, sfpeDensity(kSfpeLevelK, 1.0)), 1.0, 1e-9);
    EXPECT_NEAR(sfpeDensity(kSfpeLevelK, sfpeMostFlow(kSfpeLevelK)), 1.88, 0.001);
    EXPECT_NEAR(sfpeDensity(kSfpeLevelK, 9.0), 1.88, 0.001); // more cannot pass
}

// Door 1.0 m: 1.0 − 2 × 0.15 = 0.70 m × 1.3 = 0.91 persons/s. 60 people: 60 / 0.91 = 65.93 s; the first is at the
// door 4 / 1.199 = 3.34 s after the start at 10 s: 79.27 s.
TEST(Hydraulic, OneDoorPassesPeopleByItsEffectiveWidth)
{
    Scene scene;
    const auto room = scene.room(0, 0, 8, 5);
    const auto door = scene.exit(room, {8000, 2000}, {8000, 3000});
    const Hydraulic result = calculated(scene, {{{out(door)}, 60, 10.0, 4.0, 0.0}});
    EXPECT_NEAR(result.groups[0].done, 79.27, 0.01);
    EXPECT_NEAR(result.groups[0].first[0], 10.0 + 3.34 + 1.0 / 0.91, 0.01);
    const HydraulicElement& element = at(result, door);
    EXPECT_NEAR(element.limit.effectiveWidth, 0.70, 1e-9);
    EXPECT_NEAR(element.limit.capacity, 0.91, 1e-9);
    EXPECT_NEAR(element.peakFlow, 0.91, 0.001);
    EXPECT_EQ(element.people, 60U);
    EXPECT_NEAR(element.bindsFrom.value(), 13.34, 0.01);
    EXPECT_NEAR(element.bindsUntil.value(), 79.27 - 1.0 / 0.91, 0.01);
    EXPECT_EQ(element.longestQueue, 58U); // the third is the first who waits longer than 2 s: 1 / 0.91 = 1.10 s each
}

// The door of before, then 30 m of a corridor 3 m wide: 0.91 / (3.0 − 2 × 0.20) = 0.35 persons/(m s); that is D = 0.27
// per m², below 0.54, so everybody walks freely at 1.199 m/s; the exit, 1.3 × 2.7 = 3.5 persons/s, holds up nobody.
TEST(Hydraulic, AThinStreamWalksFreely)
{
    Scene scene;
    const auto room = scene.room(0, 0, 8, 5);
    const auto corridor = scene.room(0, 5, 40, 8);
    const auto door = scene.door(room, corridor, {7000, 5000}, {8000, 5000});
    const auto exit = scene.exit(corridor, {40000, 5000}, {40000, 8000});
    const double metres = between(networkOf(scene.walkable), corridor, door, exit);
    EXPECT_NEAR(metres, 32.5, 1.0);
    const Hydraulic result = calculated(scene, {{{out(door), out(exit)}, 60, 0.0, 0.0, 0.0}});
    EXPECT_NEAR(result.groups[0].done, 60.0 / 0.91 + metres / kFree, 0.01);
    EXPECT_FALSE(at(result, exit).bindsFrom);
}

// A door of 2.3 m: 2.0 × 1.3 = 2.6 persons/s into a corridor 2 m wide: 2.6 / 1.6 = 1.63 is more than 1.32, so density
// stays at 1.88 and speed at 0.70. In one 3 m wide: 2.6 / 2.6 = 1.0, D = 0.9588 (see above), S = 1.0 / 0.9588 = 1.043.
TEST(Hydraulic, AThickStreamWalksAsSlowlyAsItsDensityMakesIt)
{
    for (const auto& [width, speed] : {std::pair{2, 0.700}, std::pair{3, 1.043}}) {
        Scene scene;
        const auto room = scene.room(-10, 0, 0, 5);
        const auto corridor = scene.room(0, 0, 40, width);
        const auto door = scene.door(room, corridor, {0, 0}, {0, 2300});
        const auto exit = scene.exit(corridor, {40000, 0}, {40000, 4000});
        const double metres = between(networkOf(scene.walkable), corridor, door, exit);
        const Hydraulic result = calculated(scene, {{{out(door), out(exit)}, 130, 0.0, 0.0, 0.0}});
        EXPECT_NEAR(result.groups[0].last[1] - result.groups[0].last[0], metres / speed, 0.05);
    }
}

// A6. Steps of 150 on 300 mm (the scene's): k = 51.8 √2 / 60 = 1.2210 m/s; most flow k / (4 × 0.266) = 1.1475; a flight
// of 1.8 m: 1.5 × 1.1475 = 1.7213 persons/s. Free: 1.2210 × 0.85636 = 1.0456 m/s; the flight of 6 m in plan is
// 6 × √1.25 = 6.708 m along the slope: 6.42 s.
struct StairScene : Scene {
    SurfaceIndex upper = room(10, 0, 30, 10);
    SurfaceIndex stair = flight(4, 0, 10, 2, "S1");
    SurfaceIndex lower = room(-20, 0, 4, 10);
    PortalIndex top = joint(upper, stair, {10000, 1800}, {10000, 0});
    PortalIndex foot = joint(stair, lower, {4000, 1800}, {4000, 0});
    PortalIndex way = exit(lower, {-20000, 9000}, {-20000, 1000});
    [[nodiscard]] Hydraulic walked(std::size_t people, double flowCap = 0.0) const
    {
        return calculated(*this, {{{out(top), out(foot), out(way)}, people, 0.0, 0.0, 0.0}}, flowCap);
    }
};

TEST(Hydraulic, AStairPassesAQuarterOfKOverAPerMetreOfEffectiveWidth)
{
    StairScene scene;
    const Hydraulic result = scene.walked(300);
    const double flow = at(result, scene.foot).peakFlow / 1.5;
    EXPECT_NEAR(flow, 1.1475, 0.1 * 1.1475);
    EXPECT_NEAR(flow, 1.1475, 0.002);
    EXPECT_NEAR(at(result, scene.top).limit.capacity, 1.7213, 0.0005);
    EXPECT_NEAR(at(result, scene.top).bindsUntil.value(), 299.0 / 1.7213, 0.1);
    EXPECT_FALSE(at(result, scene.foot).bindsFrom); // the top lets no more onto the flight than the foot can pass
}

TEST(Hydraulic, AStairOf18On28PassesOnePersonAMetreAndSecond)
{
    StairScene scene;
    scene.walkable.surfaces[scene.stair].tread = 0.28;
    scene.walkable.surfaces[scene.stair].riser = 0.18;
    EXPECT_NEAR(at(scene.walked(300), scene.foot).peakFlow / 1.5, 1.01, 0.101);
}

TEST(Hydraulic, OnePersonGoesDownAStairAtTheFreeSpeedOfItsSteps)
{
    StairScene scene;
    const Hydraulic result = scene.walked(1);
    const double seconds = result.groups[0].first[1] - result.groups[0].first[0];
    EXPECT_NEAR(6.0 * std::sqrt(1.25) / seconds, 1.0456, 0.05 * 1.0456);
    EXPECT_NEAR(seconds, 6.42, 0.05);
}

TEST(Hydraulic, AFullStairIsWalkedAtHalfOfK)
{
    StairScene scene;
    const Hydraulic result = scene.walked(300);
    EXPECT_NEAR(6.708 / (result.groups[0].last[1] - result.groups[0].last[0]), 1.2210 / 2.0, 0.01);
}

// 0.5 persons per metre of clear width and second on 1.8 m: 0.9 persons/s; 90 people: 100 s.
TEST(Hydraulic, AFlowCapHoldsOnStairsPerMetreOfClearWidth)
{
    StairScene scene;
    EXPECT_NEAR(at(scene.walked(90, 0.5), scene.top).last, 100.0, 0.01);
    EXPECT_NEAR(at(scene.walked(90, 5.0), scene.top).last, 90.0 / 1.7213, 0.01); // above the handbook's: no effect
}

/// Two rooms with doors of 2 m (1.7 × 1.3 = 2.21 persons/s), 5 m from an exit of 1.3 m (1.0 × 1.3 = 1.3 persons/s).
struct MergeScene : Scene {
    SurfaceIndex left = room(-10, 0, 0, 10);
    SurfaceIndex right = room(10, 0, 20, 10);
    SurfaceIndex hall = room(0, 0, 10, 10);
    PortalIndex leftDoor = door(left, hall, {0, 6000}, {0, 4000});
    PortalIndex rightDoor = door(right, hall, {10000, 4000}, {10000, 6000});
    PortalIndex way = exit(hall, {4350, 10000}, {5650, 10000});
    [[nodiscard]] Hydraulic walked(std::size_t leftPeople, std::size_t rightPeople) const
    {
        return calculated(*this, {{{out(leftDoor), out(way)}, leftPeople, 0.0, 0.0, 0.0},
                                  {{out(rightDoor), out(way)}, rightPeople, 0.0, 0.0, 0.0}});
    }
};

// 65 from the left and 130 from the right come at 4.42 persons/s; each stream has half of 1.3. The left has passed
// after 65 / 0.65 = 100 s, all after 195 / 1.3 = 150 s, both counted from when the first are there.
TEST(Hydraulic, StreamsThatMeetShareHalfAndHalfAndTheRestGoesToWhoIsLeft)
{
    const MergeScene scene;
    const Hydraulic result = scene.walked(65, 130);
    const double begin = at(result, scene.way).first;
    EXPECT_NEAR(result.groups[0].done - begin, 100.0, 1.6);
    EXPECT_NEAR(result.groups[1].done - begin, 150.0, 1.6);
    EXPECT_EQ(at(result, scene.way).people, 195U);
}

// The left door now passes 0.1 × 1.3 = 0.13 persons/s, less than its half: 10 people take 10 / 0.13 = 76.9 s and do not
// wait; the right has the other 1.17 persons/s: 117 people in about 100 s.
TEST(Hydraulic, AWeakStreamIsNotHeldUpAndLeavesItsShare)
{
    MergeScene scene;
    scene.walkable.portals[scene.leftDoor].line = {{0, 5200}, {0, 4800}};
    const Hydraulic result = scene.walked(10, 117);
    const double begin = at(result, scene.way).first;
    EXPECT_NEAR(result.groups[0].last[0], 76.9, 0.1);
    EXPECT_NEAR(result.groups[0].done - result.groups[0].last[0], result.groups[0].first[1] - result.groups[0].first[0],
                3.0);
    EXPECT_NEAR(result.groups[1].done - begin, 117.0 / 1.3 + 0.13 * 77.0 / 1.3, 3.0);
}

// 130 people by a door of 2.6 persons/s at an exit of 1.3: the queue grows by 1.3 a second for 50 s, to 65 people; it
// is gone 130 / 1.3 = 100 s after the first has come.
TEST(Hydraulic, AQueueGrowsByWhatTheNextPassageCannotTake)
{
    Scene scene;
    const auto room = scene.room(-10, 0, 0, 10);
    const auto hall = scene.room(0, 0, 10, 10);
    const auto door = scene.door(room, hall, {0, 6150}, {0, 3850});
    const auto exit = scene.exit(hall, {10000, 4350}, {10000, 5650});
    const Hydraulic result = calculated(scene, {{{out(door), out(exit)}, 130, 0.0, 0.0, 0.0}});
    const HydraulicElement& element = at(result, exit);
    EXPECT_NEAR(static_cast<double>(element.longestQueue), 65.0, 2.0);
    EXPECT_NEAR(element.last - element.first, 129.0 / 1.3, 0.01);
    EXPECT_NEAR(element.bindsUntil.value(), element.last, 1e-9);
    EXPECT_LT(element.bindsFrom.value(), element.first + 8.0);
}

TEST(Hydraulic, WhoHasNoPassageToCrossOnlyWalks)
{
    Scene scene;
    scene.room(0, 0, 8, 5);
    const Hydraulic result = calculated(scene, {{{}, 3, 5.0, 12.0, 0.0}});
    EXPECT_NEAR(result.groups[0].done, 5.0 + 12.0 / kFree, 1e-9);
    EXPECT_TRUE(result.elements.empty());
}

TEST(Hydraulic, WalksOnToTheEndOfTheWay)
{
    Scene scene;
    const auto room = scene.room(0, 0, 8, 5);
    const auto door = scene.exit(room, {8000, 2000}, {8000, 3000});
    const Hydraulic result = calculated(scene, {{{out(door)}, 1, 0.0, 0.0, 30.0}});
    EXPECT_NEAR(result.groups[0].done - result.groups[0].last[0], 30.0 / kFree, 1e-9);
}

TEST(Hydraulic, GivesTheSameBitsAgain)
{
    const MergeScene scene;
    const Hydraulic one = scene.walked(65, 130);
    const Hydraulic two = scene.walked(65, 130);
    for (std::size_t i = 0; i < one.groups.size(); ++i) EXPECT_EQ(one.groups[i].done, two.groups[i].done);
    EXPECT_THAT(one.groups[0].last, testing::ElementsAreArray(two.groups[0].last));
}

}
}
