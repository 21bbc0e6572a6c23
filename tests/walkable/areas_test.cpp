#include "tests/walkable/build.hpp"

#include "sim/words/words.hpp"

#include <gmock/gmock.h>

#include <chrono>

namespace stairwise {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Space, LosesWhatStandsInIt)
{
    Storey one = storey(1, {space("room", box(0, 0, 9000, 7000))});
    one.obstacles.push_back({{"desk"}, box(4000, 3000, 5000, 4000)});
    const Walkable walkable = walkableOf(schoolOf({one}));
    EXPECT_THAT(walkable.findings, IsEmpty());
    EXPECT_NEAR(area(walkable.surfaces.at(0).area), 62.0, 1e-9);
    EXPECT_EQ(walkable.surfaces[0].area.holes.size(), 1U);
    EXPECT_NEAR(lengthOf(wallsOf(walkable, 0)), 36.0, 1e-9);
}

TEST(Space, CutInTwoByAnObstacleKeepsItsLargestPart)
{
    Storey one = storey(1, {space("room", box(0, 0, 9000, 7000))});
    one.obstacles.push_back({{"wall"}, box(3000, -100, 3200, 7100)});
    const Walkable walkable = walkableOf(schoolOf({one}));
    ASSERT_THAT(rules(walkable), ElementsAre("walkable.space_cut"));
    EXPECT_NEAR(area(walkable.surfaces.at(0).area), 5.8 * 7.0, 1e-9);
}

TEST(Space, CoveredByAnObstacleKeepsItsFloor)
{
    Storey one = storey(1, {space("room", box(0, 0, 9000, 7000))});
    one.obstacles.push_back({{"all"}, box(-100, -100, 9100, 7100)});
    const Walkable walkable = walkableOf(schoolOf({one}));
    EXPECT_THAT(rules(walkable), ElementsAre("walkable.space_covered"));
    EXPECT_TRUE(valid(walkable.surfaces.at(0).area));
}

TEST(Space, ThatCrossesItselfIsLeftOut)
{
    const Walkable walkable = walkableOf(schoolOf({storey(1, {space("bow", {{0, 0}, {9, 9}, {9, 0}, {0, 9}})})}));
    EXPECT_THAT(rules(walkable), ElementsAre("walkable.space_broken"));
    EXPECT_THAT(walkable.surfaces, IsEmpty());
}

TEST(Space, OverlappingAnotherIsAFindingWithTheArea)
{
    const Walkable walkable =
        walkableOf(schoolOf({storey(1, {space("a", box(0, 0, 5000, 5000)), space("b", box(4500, 0, 9000, 5000))})}));
    ASSERT_THAT(rules(walkable), ElementsAre("walkable.spaces_overlap"));
    EXPECT_EQ(walkable.findings[0].element, "a");
    EXPECT_THAT(walkable.findings[0].what.args, ElementsAre("b"));
    EXPECT_EQ(walkable.findings[0].measured, "2.50 m²");
}

TEST(Space, TouchingAnotherIsNoOverlap)
{
    EXPECT_THAT(
        walkableOf(schoolOf({storey(1, {space("a", box(0, 0, 5000, 5000)), space("b", box(5000, 0, 9000, 5000))})}))
            .findings,
        IsEmpty());
}

TEST(Obstacle, InADoorNarrowsIt)
{
    Storey one = storey(1, {space("a", box(0, 0, 5000, 5000)), space("b", box(5240, 0, 9000, 5000))},
                        {door("D", {5000, 1000}, {5000, 2000}, 1000)});
    one.obstacles.push_back({{"bin"}, box(4700, 1600, 5200, 2300)});
    const Walkable walkable = walkableOf(schoolOf({one}));
    ASSERT_THAT(rules(walkable), ElementsAre("walkable.passage_narrowed"));
    EXPECT_EQ(walkable.findings[0].measured, "600 mm");
    ASSERT_EQ(walkable.portals.size(), 1U);
    EXPECT_EQ(walkable.portals[0].line, (Segment{{5000, 1000}, {5000, 1600}}));
    EXPECT_NEAR(edgesNotAccountedFor(walkable), 0.0, 1e-9);
}

TEST(Obstacle, OverAWholeDoorBlocksIt)
{
    Storey one = storey(1, {space("a", box(0, 0, 5000, 5000)), space("b", box(5240, 0, 9000, 5000))},
                        {door("D", {5000, 1000}, {5000, 2000}, 1000)});
    one.obstacles.push_back({{"shelf"}, box(4700, 900, 5200, 2300)});
    const Walkable walkable = walkableOf(schoolOf({one}));
    EXPECT_THAT(rules(walkable), ElementsAre("walkable.passage_blocked"));
    EXPECT_THAT(walkable.portals, IsEmpty());
}

TEST(Assembly, LiesOnTheOutdoorSurfaceBelowIt)
{
    School school;
    school.grounds.spaces.push_back(space("yard", box(0, 0, 9000, 9000), SpaceKind::Outdoor));
    school.grounds.spaces.push_back(space("pitch", box(9000, 0, 30000, 9000), SpaceKind::Outdoor));
    school.grounds.assemblyAreas.push_back({{"P"}, "", box(12000, 1000, 20000, 5000), {}});
    school.grounds.assemblyAreas.push_back({{"Q"}, "", box(12000, 21000, 20000, 25000), {}});
    const Walkable walkable = walkableOf(school);
    ASSERT_EQ(walkable.assemblies.size(), 1U);
    EXPECT_EQ(walkable.assemblies[0].surface, indexOf(walkable, "pitch"));
    EXPECT_THAT(rules(walkable), ElementsAre("walkable.assembly_nowhere"));
}

TEST(Walkable, HashIsTheSameEachTimeAndFeelsAMillimetre)
{
    const auto hash = [](std::int32_t x, DoorState state) {
        Door made = door("D", {5000, 1000}, {5000, 2000}, 1000);
        made.state = state;
        return walkableOf(schoolOf({storey(1, {space("a", box(0, 0, 5000, 5000)), space("b", box(5000, 0, x, 5000))},
                                           {made})}))
            .hash;
    };
    EXPECT_EQ(hash(9000, DoorState::Open), hash(9000, DoorState::Open));
    EXPECT_NE(hash(9000, DoorState::Open), hash(9001, DoorState::Open));
    EXPECT_NE(hash(9000, DoorState::Open), hash(9000, DoorState::Locked));
}

TEST(Walkable, SurfacesHaveNamesForPeople)
{
    Stair stair = dogLeg(2);
    stair.name = "1号楼梯";
    Space named = space("room", box(0, 5000, 9000, 9000));
    named.name = "七年级（1）班";
    const School school = schoolOf({storey(1, {named}), storey(2, {space("up", box(0, 9000, 9000, 12000))})}, {stair});
    const Walkable walkable = walkableOf(school);
    const auto name = [&](const std::string& element) {
        return say(nameOf(school, walkable, indexOf(walkable, element)), Language::Chinese);
    };
    EXPECT_EQ(name("room"), "七年级（1）班");
    EXPECT_EQ(name("up"), "up");
    EXPECT_EQ(name("S1/1/flight2"), "1号楼梯 1～2层第2跑");
    EXPECT_EQ(name("S1/1/half1"), "1号楼梯 休息平台（1～2层）");
    EXPECT_EQ(name("S1/2/landing"), "1号楼梯 2层平台");
}

TEST(Walkable, SurfaceOfASpaceIsFoundByItsId)
{
    const Walkable walkable =
        walkableOf(schoolOf({storey(1, {space("a", box(0, 0, 9, 9)), space("b", box(9, 0, 18, 9))})}));
    EXPECT_EQ(surfaceOf(walkable, {"b"}), 1U);
    EXPECT_EQ(surfaceOf(walkable, {"c"}), kNowhere);
    EXPECT_EQ(surfaceOf(walkable, {}), kNowhere);
}

// Four storeys of a corridor with 200 rooms on each side.
TEST(Walkable, OfALargeSchoolIsMadeQuickly)
{
    std::vector<Storey> storeys;
    for (int n = 1; n <= 4; ++n) {
        const std::string floor = std::to_string(n) + "-";
        std::vector<Space> spaces{space(floor + "corridor", box(0, 0, 200 * 9200, 2400))};
        std::vector<Door> doors;
        for (int i = 0; i < 200; ++i) {
            const std::int32_t x = i * 9200;
            const std::string id = floor + std::to_string(i);
            spaces.push_back(space(id + "n", box(x, 2640, x + 9000, 9640)));
            spaces.push_back(space(id + "s", box(x, -7240, x + 9000, -240)));
            doors.push_back(door(id + "N", {x + 1000, 2520}, {x + 2000, 2520}, 1000));
            doors.push_back(door(id + "S", {x + 1000, -120}, {x + 2000, -120}, 1000));
        }
        storeys.push_back(storey(n, spaces, doors));
    }
    const School school = schoolOf(storeys);
    const auto begin = std::chrono::steady_clock::now();
    const Walkable walkable = walkableOf(school);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    EXPECT_EQ(walkable.portals.size(), 1600U);
    EXPECT_THAT(walkable.findings, IsEmpty());
    EXPECT_LT(took.count(), 10.0); // a release build on an idle machine takes a small part of a second
    RecordProperty("seconds", std::to_string(took.count()));
    std::printf("%.3f s\n", took.count());
}

}
}
