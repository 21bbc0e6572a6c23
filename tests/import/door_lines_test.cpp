#include "sim/import/door_lines.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise {
namespace {

Polygon rectangle(std::int32_t x0, std::int32_t y0, std::int32_t x1, std::int32_t y1)
{
    return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}};
}

TEST(DoorLine, LiesInTheMiddleOfTheWall)
{
    const auto found =
        lineBetween(rectangle(0, 0, 4000, 3000), rectangle(0, 3200, 4000, 6000), rectangle(1000, 2900, 1900, 3300));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->at.a.y, 3100);
    EXPECT_EQ(found->at.b.y, 3100);
    EXPECT_EQ(lengthOf(found->at), 900);
    EXPECT_EQ(found->gap, 200);
    EXPECT_EQ(found->faceA.a.y, 3000);
    EXPECT_EQ(found->faceB.a.y, 3200);
}

TEST(DoorLine, RoomsThatTouchHaveItOnTheirSharedEdge)
{
    const auto found =
        lineBetween(rectangle(0, 0, 4000, 3000), rectangle(4000, 0, 9000, 3000), rectangle(3900, 0, 4100, 3000));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->at.a.x, 4000);
    EXPECT_EQ(lengthOf(found->at), 3000);
}

TEST(DoorLine, IsNoWiderThanWhatTheRoomsShare)
{
    const auto found =
        lineBetween(rectangle(0, 0, 4000, 3000), rectangle(3500, 3200, 9000, 6000), rectangle(3000, 2900, 5000, 3300));
    ASSERT_TRUE(found);
    EXPECT_EQ(lengthOf(found->at), 500);
}

TEST(DoorLine, FollowsASlantedWall)
{
    const Polygon a{{{0, 0}, {4000, 0}, {4000, 3100}, {0, 3000}}, {}};
    const Polygon b{{{0, 3200}, {4000, 3300}, {4000, 6000}, {0, 6000}}, {}};
    const auto found = lineBetween(a, b, rectangle(1000, 2500, 2000, 3700));
    ASSERT_TRUE(found);
    EXPECT_NEAR(std::min(found->at.a.y, found->at.b.y), 3125, 2);
    EXPECT_NEAR(std::max(found->at.a.y, found->at.b.y), 3150, 2);
}

TEST(DoorLine, RoomsAroundACornerHaveNone)
{
    EXPECT_FALSE(
        lineBetween(rectangle(0, 0, 4000, 3000), rectangle(4200, 3200, 9000, 6000), rectangle(3800, 2800, 4400, 3400)));
}

TEST(DoorLine, ExitLiesOnTheFaceOfItsRoom)
{
    const auto found = lineOutOf(rectangle(0, 0, 4000, 3000), rectangle(3800, 500, 4500, 1900));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->at.a.x, 4000);
    EXPECT_EQ(found->at.b.x, 4000);
    EXPECT_EQ(lengthOf(found->at), 1400);
}

}
}
