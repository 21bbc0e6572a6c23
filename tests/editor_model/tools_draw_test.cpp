// What is drawn with mouse and keys is what a person meant, in whole millimetres.
#include "tests/editor_model/hand.hpp"

#include "editor/model/opening.hpp"

#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

/// An empty storey.
struct Paper {
    Editor editor{emptyDocument("new")};
    Hand hand{editor};

    const Storey& storey() const { return shownStorey(editor); }
    void room(Point a, Point b)
    {
        hand.take(ToolKind::Room);
        hand.tap(a);
        hand.tap(b);
    }
    void expectRefused(const Document& before, const Message& why) const
    {
        EXPECT_TRUE(says(editor, why)) << why.key << (editor.notice ? ": " + editor.notice->text : "");
        EXPECT_TRUE(same(editor.history.now(), before)) << why.key;
    }
};

TEST(Drawn, ARoomByTwoCornersOrByPullingIsARectangleOnTheGrid)
{
    Paper paper;
    paper.room({12, -31}, {8012, 5980});
    ASSERT_EQ(paper.storey().spaces.size(), 1U);
    EXPECT_EQ(sorted(paper.storey().spaces[0].polygon.outer), (Ring{{0, 0}, {0, 6000}, {8000, 0}, {8000, 6000}}));
    EXPECT_EQ(paper.storey().spaces[0].kind, SpaceKind::Classroom);
    EXPECT_EQ(paper.storey().spaces[0].name, "101");
    paper.hand.drag({12000, 6000}, {20000, 0});
    ASSERT_EQ(paper.storey().spaces.size(), 2U);
    EXPECT_EQ(sorted(paper.storey().spaces[1].polygon.outer),
              (Ring{{12000, 0}, {12000, 6000}, {20000, 0}, {20000, 6000}}));
    EXPECT_EQ(paper.storey().spaces[1].name, "102");
}

TEST(Drawn, TwoLengthsTypedMakeTheRoomOnTheSideOfTheHand)
{
    Paper paper;
    paper.hand.take(ToolKind::Room);
    paper.hand.tap({10000, 10000});
    paper.hand.move({7000, 13000});
    paper.hand.type("9.05,6.6");
    paper.hand.key(Key::Enter);
    ASSERT_EQ(paper.storey().spaces.size(), 1U);
    EXPECT_EQ(sorted(paper.storey().spaces[0].polygon.outer),
              (Ring{{950, 10000}, {950, 16600}, {10000, 10000}, {10000, 16600}}));
}

TEST(Drawn, ThinThingsCanBeDrawnFromFarAway)
{
    Paper paper;
    const Hand far(paper.editor, 12.0);
    far.take(ToolKind::Obstacle);
    far.tap({1000, 1000});
    far.tap({4000, 1300});
    ASSERT_EQ(paper.storey().obstacles.size(), 1U);
    EXPECT_EQ(sorted(paper.storey().obstacles[0].polygon),
              (Ring{{1000, 1000}, {1000, 1300}, {4000, 1000}, {4000, 1300}}));
}

TEST(Drawn, ARoomByCornersClosesOnItsFirstAndByEnter)
{
    for (const bool byEnter : {true, false}) {
        Paper paper;
        paper.hand.take(ToolKind::RoomByCorners);
        for (const Point at : {Point{0, 0}, Point{9000, 0}, Point{9000, 4000}, Point{5000, 7000}, Point{0, 7000}})
            paper.hand.tap(at);
        if (byEnter)
            paper.hand.key(Key::Enter);
        else
            paper.hand.tap({20, 30});
        ASSERT_EQ(paper.storey().spaces.size(), 1U);
        EXPECT_EQ(sorted(paper.storey().spaces[0].polygon.outer),
                  (Ring{{0, 0}, {0, 7000}, {5000, 7000}, {9000, 0}, {9000, 4000}}));
        EXPECT_TRUE(paper.editor.drawing.points.empty());
    }
}

TEST(Drawn, ACorridorGoesAlongItsCentreLineByTypedLengths)
{
    Paper paper;
    paper.hand.take(ToolKind::Corridor);
    paper.hand.tap({0, 0});
    paper.hand.move({3000, 0});
    paper.hand.type("12.35");
    paper.hand.key(Key::Enter);
    paper.hand.move({12350, 4000});
    paper.hand.type("6");
    paper.hand.key(Key::Enter);
    paper.hand.key(Key::Enter);
    ASSERT_EQ(paper.storey().spaces.size(), 1U);
    EXPECT_EQ(paper.storey().spaces[0].kind, SpaceKind::Corridor);
    EXPECT_EQ(sorted(paper.storey().spaces[0].polygon.outer),
              (Ring{{0, -1200}, {0, 1200}, {11150, 1200}, {11150, 6000}, {13550, -1200}, {13550, 6000}}));
}

TEST(Drawn, ACorridorIsEndedByADoubleClick)
{
    Paper paper;
    paper.hand.take(ToolKind::Corridor);
    paper.hand.tap({0, 0});
    paper.hand.doubleTap({8000, 0});
    ASSERT_EQ(paper.storey().spaces.size(), 1U);
    EXPECT_EQ(lastStep(paper.editor), "edit.draw_corridor");
}

TEST(Drawn, AWallDividesTheRoom)
{
    Paper paper;
    paper.room({0, 0}, {8000, 6000});
    paper.hand.take(ToolKind::Wall);
    paper.hand.tap({3000, 0});
    paper.hand.tap({3000, 6000});
    ASSERT_EQ(paper.storey().spaces.size(), 2U);
    std::vector<Ring> rings{sorted(paper.storey().spaces[0].polygon.outer),
                            sorted(paper.storey().spaces[1].polygon.outer)};
    std::ranges::sort(rings, {}, [](const Ring& ring) { return ring[0].x; });
    EXPECT_EQ(rings[0], (Ring{{0, 0}, {0, 6000}, {2880, 0}, {2880, 6000}}));
    EXPECT_EQ(rings[1], (Ring{{3120, 0}, {3120, 6000}, {8000, 0}, {8000, 6000}}));
}

TEST(Drawn, DoorsAndOpeningsJumpToTheWallNearTheHand)
{
    Paper paper;
    paper.room({0, 0}, {8000, 6000});
    paper.hand.take(ToolKind::Door);
    paper.hand.tap({2000, 6300});
    paper.hand.take(ToolKind::Opening);
    paper.hand.tap({-200, 3000});
    paper.hand.take(ToolKind::Exit);
    paper.hand.tap({5000, -300});
    const auto& doors = paper.storey().doors;
    ASSERT_EQ(doors.size(), 3U);
    EXPECT_EQ(sorted({doors[0].at.a, doors[0].at.b}), (Ring{{1500, 6000}, {2500, 6000}}));
    EXPECT_EQ(doors[0].clearWidth, 1000);
    EXPECT_FALSE(doors[0].exit);
    EXPECT_EQ(doors[1].kind, DoorKind::Opening);
    EXPECT_EQ(sorted({doors[1].at.a, doors[1].at.b}), (Ring{{0, 2000}, {0, 4000}}));
    EXPECT_TRUE(doors[2].exit);
    EXPECT_EQ(sorted({doors[2].at.a, doors[2].at.b}), (Ring{{4500, 0}, {5500, 0}}));
}

TEST(Drawn, AStairFitsTheRiseAndJoinsTheStoreysAbove)
{
    Paper paper;
    paper.hand.act("do.storey_above");
    paper.hand.act("do.down");
    paper.hand.take(ToolKind::Stair);
    paper.hand.tap({10000, 9600});
    const Building& building = schoolOf(paper.editor).buildings[0];
    ASSERT_EQ(building.stairs.size(), 1U);
    const Stair& stair = building.stairs[0];
    EXPECT_EQ(stair.origin, (Point{10000, 9600}));
    EXPECT_EQ(stair.storeys, (std::vector<StoreyId>{{"F1"}, {"F2"}}));
    ASSERT_EQ(stair.steps.size(), 1U);
    const int steps = stair.steps[0][0] + stair.steps[0][1];
    EXPECT_EQ(steps * stair.riser, 3600);
    EXPECT_LE(stair.riser, 160);
}

TEST(Drawn, GroundsGatesAndAreasLieOutside)
{
    Paper paper;
    paper.hand.act("do.grounds");
    paper.hand.take(ToolKind::Ground);
    paper.hand.tap({0, 0});
    paper.hand.tap({60000, 40000});
    paper.hand.take(ToolKind::AssemblyArea);
    paper.hand.tap({5000, 5000});
    paper.hand.tap({25000, 15000});
    paper.hand.take(ToolKind::Gate);
    paper.hand.tap({30000, 300});
    const Grounds& grounds = schoolOf(paper.editor).grounds;
    ASSERT_EQ(grounds.spaces.size(), 1U);
    EXPECT_EQ(grounds.spaces[0].kind, SpaceKind::Outdoor);
    ASSERT_EQ(grounds.assemblyAreas.size(), 1U);
    ASSERT_EQ(grounds.gates.size(), 1U);
    EXPECT_EQ(sorted({grounds.gates[0].at.a, grounds.gates[0].at.b}), (Ring{{29000, 0}, {31000, 0}}));
}

TEST(Drawn, ObstaclesAndEquipmentStandWhereTheyAreClicked)
{
    Paper paper;
    paper.hand.take(ToolKind::Equipment);
    paper.hand.tap({4321, 1234});
    ASSERT_EQ(paper.storey().equipment.size(), 1U);
    EXPECT_EQ(paper.storey().equipment[0].at, (Point{4321, 1234}));
    EXPECT_EQ(paper.storey().equipment[0].kind, EquipmentKind::Extinguisher);
}

TEST(Drawn, AMeasureStaysToBeReadAndChangesNothing)
{
    Paper paper;
    const Document before = paper.editor.history.now();
    paper.hand.take(ToolKind::Measure);
    paper.hand.tap({0, 0});
    paper.hand.tap({3000, 4000});
    EXPECT_EQ(paper.editor.drawing.points.size(), 2U);
    EXPECT_TRUE(same(paper.editor.history.now(), before));
    paper.hand.tap({9000, 9000});
    EXPECT_EQ(paper.editor.drawing.points.size(), 1U); // the next one begins
}

TEST(Drawn, TheBackdropIsScaledByALengthThatIsKnownToTheMillimetre)
{
    Paper paper;
    fulfil(paper.editor, SetBackdrop{"/plans/f1.png"});
    ASSERT_EQ(paper.editor.drawing.tool, ToolKind::Backdrop);
    paper.hand.tap({1033, 600}); // two marks of the picture, on no grid
    paper.hand.tap({21033, 600});
    paper.hand.type("25");
    paper.hand.key(Key::Enter);
    ASSERT_EQ(paper.editor.history.now().backdrops.size(), 1U);
    const Backdrop& backdrop = paper.editor.history.now().backdrops[0];
    EXPECT_NEAR(backdrop.metresPerPixel, 0.02 * 1.25, 1e-9);
    EXPECT_EQ(backdrop.at, (Point{1033 - 1291, 600 - 750})); // the first mark stays where it is
}

TEST(Drawn, WhatIsRefusedIsToldAndChangesNothing)
{
    Paper paper;
    paper.room({0, 0}, {8000, 6000});
    const Document before = paper.editor.history.now();
    paper.room({20000, 0}, {20040, 5000});
    paper.expectRefused(before, {"tool.too_small", {}});
    paper.hand.take(ToolKind::Door);
    paper.hand.tap({30000, 30000});
    paper.expectRefused(before, {"tool.no_wall_here", {}});
    paper.hand.take(ToolKind::Gate);
    paper.hand.tap({4000, 0}); // a room's wall holds no gate
    paper.expectRefused(before, {"tool.no_wall_here", {}});
    paper.hand.take(ToolKind::Wall);
    paper.hand.tap({30000, 0});
    paper.hand.tap({30000, 6000});
    paper.expectRefused(before, {"tool.wall_needs_room", {}});
    paper.hand.take(ToolKind::Stair);
    paper.hand.tap({10000, 0});
    paper.expectRefused(before, {"tool.stair_needs_storey", {}});
    paper.hand.take(ToolKind::RoomByCorners);
    for (const Point at : {Point{20000, 0}, Point{29000, 7000}, Point{29000, 0}, Point{20000, 7000}})
        paper.hand.tap(at);
    paper.hand.key(Key::Enter);
    paper.expectRefused(before, {"tool.crosses_itself", {}});
    paper.hand.take(ToolKind::Way);
    paper.hand.tap({1000, 1000});
    paper.expectRefused(before, {"tool.class_first", {}});
    paper.hand.act("do.grounds");
    paper.room({20000, 0}, {28000, 6000});
    paper.expectRefused(before, {"tool.rooms_on_storeys", {}});
}

TEST(Drawn, LengthsThatAreNoneAreTold)
{
    Paper paper;
    const Document before = paper.editor.history.now();
    paper.hand.take(ToolKind::Corridor);
    paper.hand.type("5");
    paper.hand.key(Key::Enter);
    paper.expectRefused(before, {"tool.point_first", {}});
    paper.hand.tap({0, 0});
    paper.hand.move({1000, 0});
    paper.hand.type("1.2.3");
    paper.hand.key(Key::Enter);
    paper.expectRefused(before, {"tool.no_number", {"1.2.3"}});
    paper.hand.take(ToolKind::Room);
    paper.hand.tap({0, 0});
    paper.hand.move({1000, 1000});
    paper.hand.type("7.8");
    paper.hand.key(Key::Enter);
    paper.expectRefused(before, {"tool.two_lengths", {}});
    paper.hand.take(ToolKind::Backdrop);
    paper.hand.type("7.8");
    paper.hand.key(Key::Enter);
    paper.expectRefused(before, {"tool.no_backdrop", {}});
}

TEST(Drawn, BackspaceTakesBackTheLastDigitThenTheLastPoint)
{
    Paper paper;
    paper.hand.take(ToolKind::Corridor);
    paper.hand.tap({0, 0});
    paper.hand.tap({8000, 0});
    paper.hand.type("5");
    paper.hand.key(Key::Backspace);
    EXPECT_TRUE(paper.editor.drawing.typed.empty());
    EXPECT_EQ(paper.editor.drawing.points.size(), 2U);
    paper.hand.key(Key::Backspace);
    EXPECT_EQ(paper.editor.drawing.points.size(), 1U);
}

TEST(Drawn, EscapeLeavesTheShapeThenTheTool)
{
    Paper paper;
    paper.hand.take(ToolKind::Corridor);
    paper.hand.tap({0, 0});
    paper.hand.key(Key::Escape);
    EXPECT_TRUE(paper.editor.drawing.points.empty());
    EXPECT_EQ(paper.editor.drawing.tool, ToolKind::Corridor);
    paper.hand.key(Key::Escape);
    EXPECT_EQ(paper.editor.drawing.tool, ToolKind::Select);
    EXPECT_EQ(lastStep(paper.editor), "");
}

TEST(Drawn, ShiftKeepsRightAnglesAndAltLetsGoOfTheGrid)
{
    Paper paper;
    paper.hand.take(ToolKind::Measure);
    paper.hand.tap({0, 0});
    paper.hand.shift = true;
    paper.hand.tap({9000, 3000});
    EXPECT_EQ(paper.editor.drawing.points.back(), (Point{9000, 0}));
    paper.hand.shift = false;
    paper.hand.alt = true;
    paper.hand.tap({1234, 5678});
    EXPECT_EQ(paper.editor.drawing.points.back(), (Point{1234, 5678}));
}

}
}
