#include "sim/school/edits.hpp"

#include "sim/geometry/polygon.hpp"
#include "tests/school/edited.hpp"

#include <gmock/gmock.h>

namespace stairwise {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string> kRoom{"101"};

std::vector<std::string> everything(const School& school)
{
    std::vector<std::string> ids{"B"};
    for (const Gate& gate : school.grounds.gates) ids.push_back(gate.id.value);
    for (const Space& space : school.grounds.spaces) ids.push_back(space.id.value);
    for (const AssemblyArea& area : school.grounds.assemblyAreas) ids.push_back(area.id.value);
    return ids;
}
const Stair& stairOf(const School& school, const std::string& id)
{
    return *findStair(school, {id});
}

TEST(Moved, SpaceTakesTheDoorsOfItsWallsAlong)
{
    const School school = with(twoRooms(), moved(twoRooms(), kRoom, {3000, 0}));
    EXPECT_EQ(findSpace(school, {"101"})->polygon.outer.front(), (Point{3000, 0}));
    EXPECT_EQ(findDoor(school, {"D1"})->at, (Segment{{4000, 6100}, {5000, 6100}}));
    EXPECT_EQ(findSpace(school, {"C1"})->polygon.outer.front(), (Point{0, 6200}));
}

TEST(Moved, ThereAndBackIsWhereItWas)
{
    const School school = sampleSchool("school");
    const auto ids = everything(school);
    const School there = with(school, moved(school, ids, {1234, -567}));
    EXPECT_NE(there, school);
    School back = with(there, moved(there, ids, {-1234, 567}));
    back.guesses = school.guesses; // a moved polygon is no guess any more
    EXPECT_EQ(back, school);
}

TEST(Moved, BeyondTheWorldIsRefused)
{
    EXPECT_EQ(refusal(twoRooms(), moved(twoRooms(), kRoom, {2'000'000'000, 2'000'000'000}).changes),
              "json.out_of_range");
}

TEST(Moved, WhatDoesNotExistIsPassedOver)
{
    EXPECT_THAT(moved(twoRooms(), std::vector<std::string>{"none"}, {1, 1}).changes, IsEmpty());
}

TEST(Turned, FourQuartersAreNone)
{
    School school = sampleSchool("school");
    school.guesses.clear();
    School now = school;
    const auto ids = everything(school);
    for (int i = 0; i < 4; ++i) {
        now = with(now, turned(now, ids, quarterTurn({10000, 5000})));
        EXPECT_EQ(now == school, i == 3);
    }
}

TEST(Turned, AQuarterGoesAnticlockwise)
{
    const School school = with(twoRooms(), turned(twoRooms(), kRoom, quarterTurn({0, 0})));
    EXPECT_EQ(findSpace(school, {"101"})->polygon.outer, (Ring{{0, 0}, {0, 8000}, {-6000, 8000}, {-6000, 0}}));
}

TEST(Turned, AMirroredDoorOpensIntoTheSameRoom)
{
    const std::vector<std::string> all{"B"};
    const School school = with(twoRooms(), turned(twoRooms(), all, mirrorAcross({0, 0})));
    const Door& door = *findDoor(school, {"D1"}); // opened into the corridor, on the left of a → b
    EXPECT_EQ(door.at, (Segment{{-2000, 6100}, {-1000, 6100}}));
    EXPECT_EQ(door.swing, Swing::In);
    EXPECT_EQ(turned(twoRooms(), all, mirrorAcross({0, 0})).name.key, "edit.mirror");
}

TEST(Turned, AMirroredStairTurnsTheOtherWay)
{
    const School school = sampleSchool("school");
    const Stair before = school.buildings[0].stairs[0];
    const std::vector<std::string> all{"B"};
    const School after = with(school, turned(school, all, mirrorAcross({0, 0})));
    const Stair& stair = stairOf(after, before.id.value);
    EXPECT_NE(stair.turn, before.turn);
    EXPECT_EQ(stair.direction, before.direction == 0 ? 180 : before.direction == 180 ? 0 : before.direction);
    EXPECT_EQ(stair.origin, (Point{-before.origin.x, before.origin.y}));
}

TEST(Arrayed, CopiesHaveIdsAndDoorsOfTheirOwn)
{
    const Edit edit = arrayed(twoRooms(), kRoom, {8200, 0}, 2);
    const School school = with(twoRooms(), edit);
    EXPECT_EQ(findSpace(school, {"102"})->polygon.outer.front(), (Point{8200, 0}));
    EXPECT_EQ(findSpace(school, {"103"})->polygon.outer.front(), (Point{16400, 0}));
    EXPECT_EQ(findDoor(school, {"D3"})->at, (Segment{{17400, 6100}, {18400, 6100}}));
    EXPECT_EQ(school.classes, twoRooms().classes);
    EXPECT_THAT(arrayed(twoRooms(), kRoom, {1, 0}, 0).changes, IsEmpty());
    EXPECT_LE(arrayed(twoRooms(), kRoom, {1, 0}, 2'000'000'000).changes.size(), 100'000U);
}

TEST(Arrayed, ColumnsAndRowsBeginAtWhatIsNamed)
{
    const Edit edit = arrayed(twoRooms(), kRoom, {2, 2, {20000, -30000}});
    EXPECT_EQ(edit.name, (Message{"edit.array", {"3"}}));
    const School school = with(twoRooms(), edit);
    const auto corner = [&](const char* id) { return findSpace(school, {id})->polygon.outer.front(); };
    const Point first = corner(kRoom.front().c_str());
    EXPECT_EQ(corner("102"), (Point{first.x + 20000, first.y}));
    EXPECT_EQ(corner("103"), (Point{first.x, first.y - 30000}));
    EXPECT_EQ(corner("104"), (Point{first.x + 20000, first.y - 30000}));
    EXPECT_THAT(arrayed(twoRooms(), kRoom, {1, 1, {1000, 1000}}).changes, IsEmpty());
    EXPECT_THAT(arrayed(twoRooms(), kRoom, {0, -3, {1000, 1000}}).changes, IsEmpty());
    EXPECT_LE(arrayed(twoRooms(), kRoom, {50000, 50000, {1, 1}}).changes.size(), 100'000U);
}

TEST(StoreyCopiedUp, HasNewIdsAndNames)
{
    const School school = with(twoRooms(), storeyCopiedUp(twoRooms(), {"F1"}));
    ASSERT_EQ(school.buildings[0].storeys.size(), 2U);
    const Storey& upper = *school.buildings[0].storeys[1];
    EXPECT_EQ(upper.id.value, "F2");
    EXPECT_EQ(upper.number, 2);
    EXPECT_EQ(upper.elevation, 3600);
    EXPECT_EQ(upper.spaces[0].id.value, "201");
    EXPECT_EQ(upper.spaces[0].name, "201");
    EXPECT_EQ(upper.doors.size(), 1U);
    EXPECT_EQ(upper.spaces[0].polygon, findSpace(twoRooms(), {"101"})->polygon);
}

TEST(StoreyCopiedUp, MakesStairsARiseTallerAndLeavesExitsOut)
{
    const School before = sampleSchool("school");
    const Building& building = before.buildings[0];
    const Storey& top = *building.storeys.back();
    const School after = with(before, storeyCopiedUp(before, top.id));
    const Storey& fresh = *after.buildings[0].storeys.back();
    EXPECT_EQ(fresh.number, top.number + 1);
    for (const Stair& stair : building.stairs) {
        if (stair.storeys.back() != top.id) continue;
        EXPECT_EQ(stairOf(after, stair.id.value).storeys.back(), fresh.id);
        EXPECT_EQ(stairOf(after, stair.id.value).steps.size(), stair.steps.size() + 1);
    }
    const School ground = with(before, storeyCopiedUp(before, building.storeys.front()->id));
    const Storey& second = *ground.buildings[0].storeys[1];
    EXPECT_EQ(second.id, building.storeys[1]->id);
    EXPECT_TRUE(std::ranges::none_of(second.doors, &Door::exit));
    EXPECT_TRUE(std::ranges::any_of(building.storeys.front()->doors, &Door::exit));
    EXPECT_EQ(findSpace(ground, {"201"})->name, "201 教室");
    EXPECT_EQ(second.spaces.size(), building.storeys.front()->spaces.size());
}

TEST(WallThrough, LeavesTheLargerPartItsId)
{
    const Edit edit = wallThrough(twoRooms(), {"101"}, {{5000, 0}, {5000, 6000}}, 200);
    const School school = with(twoRooms(), edit);
    EXPECT_EQ(boxOf(findSpace(school, {"101"})->polygon.outer).high, (Point{4900, 6000}));
    const Space* other = findSpace(school, {"101-2"});
    ASSERT_NE(other, nullptr);
    EXPECT_EQ(boxOf(other->polygon.outer).low, (Point{5100, 0}));
    EXPECT_EQ(other->name, "101-2");
    EXPECT_EQ(other->kind, SpaceKind::Classroom);
    EXPECT_EQ(school.classes[0].homeroom.value, "101");
    EXPECT_NE(findDoor(school, {"D1"}), nullptr);
}

TEST(WallThrough, TakesADoorThatItRunsInto)
{
    const School school = with(twoRooms(), wallThrough(twoRooms(), {"101"}, {{1500, 0}, {1500, 6000}}, 200));
    EXPECT_EQ(findDoor(school, {"D1"}), nullptr);
}

TEST(WallThrough, CutsAslantToo)
{
    const School school = with(twoRooms(), wallThrough(twoRooms(), {"101"}, {{3000, 0}, {6000, 6000}}, 150));
    EXPECT_NE(findSpace(school, {"101-2"}), nullptr);
}

TEST(WallThrough, ThatEndsWithinTheRoomChangesNothing)
{
    EXPECT_THAT(wallThrough(twoRooms(), {"101"}, {{5000, 0}, {5000, 4000}}, 200).changes, IsEmpty());
    EXPECT_THAT(wallThrough(twoRooms(), {"101"}, {{5000, 0}, {5000, 0}}, 200).changes, IsEmpty());
    EXPECT_THAT(wallThrough(twoRooms(), {"D1"}, {{5000, 0}, {5000, 6000}}, 200).changes, IsEmpty());
}

TEST(AroundLine, IsARectangleForAStraightLine)
{
    EXPECT_EQ(aroundLine(std::vector<Point>{{0, 0}, {10000, 0}}, 2400),
              (Ring{{0, -1200}, {10000, -1200}, {10000, 1200}, {0, 1200}}));
}

TEST(AroundLine, IsMitredAtItsBends)
{
    EXPECT_EQ(aroundLine(std::vector<Point>{{0, 0}, {10000, 0}, {10000, 8000}}, 2000),
              (Ring{{0, -1000}, {11000, -1000}, {11000, 8000}, {9000, 8000}, {9000, 1000}, {0, 1000}}));
}

TEST(AroundLine, IsASimpleRingHoweverTheLineRuns)
{
    for (const auto& line :
         {std::vector<Point>{{0, 0}, {5000, 0}, {0, 0}}, std::vector<Point>{{0, 0}, {9000, 0}, {9000, 500}, {0, 500}},
          std::vector<Point>{{0, 0}, {9000, 0}, {4000, 4000}, {4000, -4000}}}) {
        const Ring ring = aroundLine(line, 2400);
        EXPECT_TRUE(valid({ring, {}}));
        EXPECT_GT(doubleArea(ring), 0);
    }
    EXPECT_THAT(aroundLine(std::vector<Point>{{0, 0}}, 2400), IsEmpty());
    EXPECT_THAT(aroundLine(std::vector<Point>{{0, 0}, {0, 0}}, 2400), IsEmpty());
    EXPECT_THAT(aroundLine(std::vector<Point>{{0, 0}, {5, 0}}, 0), IsEmpty());
}

}
}
