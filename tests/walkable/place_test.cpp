#include "sim/school/door_place.hpp"
#include "tests/walkable/build.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

bool stands(Point a, Point b, std::vector<Stair> stairs = {})
{
    School school = schoolOf({storey(1, {space("room", box(0, 0, 9000, 7000))})}, std::move(stairs));
    school.grounds.spaces.push_back(space("yard", box(0, -30000, 9000, -20000), SpaceKind::Outdoor));
    return standsOnWall(school, *school.buildings[0].storeys[0], door("D", a, b, 800));
}

TEST(DoorPlace, IsWithinTheThickestWallOfASpacesEdge)
{
    EXPECT_TRUE(stands({1000, 7000}, {2000, 7000}));
    EXPECT_TRUE(stands({1000, 8200}, {2000, 8200}));
    EXPECT_FALSE(stands({1000, 8201}, {2000, 8201}));
    EXPECT_FALSE(stands({1000, 7100}, {1000, 9000}));
    EXPECT_FALSE(stands({4000, 3000}, {5000, 3000})) << "in the middle of the room";
    EXPECT_TRUE(stands({1000, -20000}, {2000, -20000})) << "on the edge of the grounds";
    EXPECT_FALSE(stands({1000, 7000}, {1000, 7000})) << "no line";
}

TEST(DoorPlace, MayBeBesideAStairOfItsStorey)
{
    Stair stair = dogLeg(2);
    stair.origin = {40000, 0};
    EXPECT_FALSE(stands({40000, 0}, {41000, 0}));
    EXPECT_TRUE(stands({40000, 0}, {41000, 0}, {stair}));
    stair.storeys = {{"F2"}, {"F3"}};
    EXPECT_FALSE(stands({40000, 0}, {41000, 0}, {stair}));
}

TEST(School, LookUpsFindByIdOrNothing)
{
    School school =
        schoolOf({storey(1, {space("room", box(0, 0, 9, 9))}, {door("D", {0, 0}, {9, 0}, 9)})}, {dogLeg(2)});
    school.grounds.spaces.push_back(space("yard", box(0, 0, 9, 9)));
    school.classes.push_back({{"C"}, "", 1, 1, {"room"}, 40, 0, {}});
    EXPECT_EQ(findSpace(school, {"room"}), &school.buildings[0].storeys[0]->spaces[0]);
    EXPECT_EQ(findSpace(school, {"yard"}), &school.grounds.spaces[0]);
    EXPECT_EQ(findSpace(school, {"none"}), nullptr);
    EXPECT_EQ(findDoor(school, {"D"}), &school.buildings[0].storeys[0]->doors[0]);
    EXPECT_EQ(findStair(school, {"S1"}), &school.buildings[0].stairs[0]);
    EXPECT_EQ(findStorey(school, {"F1"}), school.buildings[0].storeys[0].get());
    EXPECT_EQ(findClass(school, {"C"}), &school.classes[0]);
    EXPECT_EQ(findClass(school, {"X"}), nullptr);
}

TEST(School, IsEqualByWhatItsStoreysHoldNotByWhereTheyAreKept)
{
    const auto made = [](std::int32_t x) { return schoolOf({storey(1, {space("room", box(0, 0, x, 9))})}); };
    EXPECT_EQ(made(9), made(9));
    EXPECT_NE(made(9), made(10));
    School more = made(9);
    more.buildings[0].storeys.push_back(more.buildings[0].storeys[0]);
    EXPECT_NE(made(9), more);
}

}
}
