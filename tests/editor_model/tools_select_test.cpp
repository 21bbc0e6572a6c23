// What is chosen, pulled, turned, copied and taken away.
#include "tests/editor_model/hand.hpp"

#include "editor/model/picking.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

using ::testing::UnorderedElementsAre;

/// Two rooms of 8 m × 6 m side by side, a door in the upper wall of the left one, a cupboard in the right one.
struct Plan {
    Editor editor{emptyDocument("new")};
    Hand hand{editor};
    std::string left;
    std::string right;
    std::string door;
    std::string cupboard;

    Plan()
    {
        left = drawn(ToolKind::Room, {0, 0}, {8000, 6000});
        right = drawn(ToolKind::Room, {10000, 0}, {18000, 6000});
        hand.take(ToolKind::Door);
        hand.tap({2000, 6100});
        door = storey().doors.at(0).id.value;
        cupboard = drawn(ToolKind::Obstacle, {12000, 1000}, {13000, 2000});
        hand.take(ToolKind::Select);
    }
    std::string drawn(ToolKind tool, Point a, Point b)
    {
        hand.take(tool);
        hand.tap(a);
        hand.tap(b);
        return tool == ToolKind::Room ? storey().spaces.back().id.value : storey().obstacles.back().id.value;
    }
    const Storey& storey() const { return shownStorey(editor); }
    Ring ring(const std::string& id) const { return sorted(outlineOf(schoolOf(editor), id)->points); }
    std::size_t steps() const { return editor.history.index(); }
};

TEST(Selected, AClickChoosesTheSmallestThingAndElsewhereNothing)
{
    Plan plan;
    plan.hand.tap({4000, 3000});
    EXPECT_EQ(plan.editor.selection, (std::vector{plan.left}));
    plan.hand.tap({12500, 1500});
    EXPECT_EQ(plan.editor.selection, (std::vector{plan.cupboard}));
    plan.hand.tap({2000, 6000});
    EXPECT_EQ(plan.editor.selection, (std::vector{plan.door}));
    plan.hand.tap({4000, 20000});
    EXPECT_TRUE(plan.editor.selection.empty());
}

TEST(Selected, ShiftAddsAndTakesOff)
{
    Plan plan;
    plan.hand.tap({4000, 3000});
    plan.hand.shift = true;
    plan.hand.tap({16000, 3000});
    EXPECT_THAT(plan.editor.selection, UnorderedElementsAre(plan.left, plan.right));
    plan.hand.tap({4000, 3000});
    EXPECT_THAT(plan.editor.selection, UnorderedElementsAre(plan.right));
}

TEST(Selected, ABoxChoosesWhatLiesWhollyInIt)
{
    Plan plan;
    plan.hand.drag({-2000, -2000}, {9000, 9000});
    EXPECT_THAT(plan.editor.selection, UnorderedElementsAre(plan.left, plan.door));
    plan.hand.shift = true;
    plan.hand.drag({9500, -2000}, {19000, 9000});
    EXPECT_THAT(plan.editor.selection, UnorderedElementsAre(plan.left, plan.door, plan.right, plan.cupboard));
    plan.hand.drag({9500, -2000}, {19000, 9000});
    EXPECT_THAT(plan.editor.selection, UnorderedElementsAre(plan.left, plan.door, plan.right, plan.cupboard));
}

TEST(Selected, ADragMovesTheRoomWithItsDoorByWhatTheHandWent)
{
    Plan plan;
    plan.hand.drag({4000, 3000}, {4000, 13000});
    EXPECT_EQ(plan.ring(plan.left), (Ring{{0, 10000}, {0, 16000}, {8000, 10000}, {8000, 16000}}));
    EXPECT_EQ(sorted({plan.storey().doors[0].at.a, plan.storey().doors[0].at.b}), (Ring{{1500, 16000}, {2500, 16000}}));
    EXPECT_EQ(lastStep(plan.editor), "edit.move");
    plan.hand.act("do.undo");
    EXPECT_EQ(plan.ring(plan.left), (Ring{{0, 0}, {0, 6000}, {8000, 0}, {8000, 6000}}));
}

TEST(Selected, WhatIsDraggedSnapsToItsNeighbour)
{
    Plan plan;
    plan.hand.drag({7900, 5900}, {9640, 5920}); // the wall between is to be 240 mm
    EXPECT_EQ(plan.ring(plan.left), (Ring{{1760, 0}, {1760, 6000}, {9760, 0}, {9760, 6000}}));
}

TEST(Selected, AClickThatTremblesMovesNothing)
{
    Plan plan;
    const std::size_t before = plan.steps();
    plan.hand.drag({4000, 3000}, {4050, 3030}); // two pixels
    EXPECT_EQ(plan.steps(), before);
    EXPECT_EQ(plan.editor.selection, (std::vector{plan.left}));
}

TEST(Selected, ACornerThatIsPulledReshapesTheRoom)
{
    Plan plan;
    plan.hand.tap({4000, 3000});
    plan.hand.drag({0, 0}, {-1000, -2000});
    EXPECT_EQ(plan.ring(plan.left), (Ring{{-1000, -2000}, {0, 6000}, {8000, 0}, {8000, 6000}}));
    EXPECT_EQ(lastStep(plan.editor), "edit.reshape");
}

TEST(Selected, AnEdgeThatIsPulledTakesItsDoorsAlong)
{
    Plan plan;
    plan.hand.tap({4000, 3000});
    plan.hand.drag({4000, 6000}, {4300, 7500});
    EXPECT_EQ(plan.ring(plan.left), (Ring{{0, 0}, {0, 7500}, {8000, 0}, {8000, 7500}}));
    EXPECT_EQ(sorted({plan.storey().doors[0].at.a, plan.storey().doors[0].at.b}), (Ring{{1500, 7500}, {2500, 7500}}));
}

TEST(Selected, ADoubleClickOnAnEdgeMakesACorner)
{
    Plan plan;
    plan.hand.tap({4000, 3000});
    plan.hand.doubleTap({8000, 2000});
    EXPECT_EQ(plan.ring(plan.left), (Ring{{0, 0}, {0, 6000}, {8000, 0}, {8000, 2000}, {8000, 6000}}));
}

TEST(Selected, EscapeInTheMiddleOfADragLeavesAllAsItWas)
{
    Plan plan;
    const std::size_t before = plan.steps();
    plan.hand.press({4000, 3000});
    plan.hand.move({4000, 9000});
    plan.hand.key(Key::Escape);
    plan.hand.move({4000, 12000});
    plan.hand.release({4000, 12000});
    EXPECT_EQ(plan.steps(), before);
    EXPECT_FALSE(plan.editor.drawing.hover.has_value());
}

TEST(Selected, DeleteTakesAwayByKeyAndByAction)
{
    Plan plan;
    plan.hand.tap({4000, 3000});
    plan.hand.key(Key::Delete);
    EXPECT_EQ(plan.storey().spaces.size(), 1U);
    EXPECT_TRUE(plan.storey().doors.empty()); // on no wall any more
    EXPECT_TRUE(plan.editor.selection.empty());
    plan.hand.tap({12500, 1500});
    plan.hand.act("do.remove");
    EXPECT_TRUE(plan.storey().obstacles.empty());
    EXPECT_TRUE(plan.editor.selection.empty());
}

TEST(Selected, MirrorAndTurnGoAboutTheMiddleOfWhatIsChosen)
{
    Plan plan;
    plan.hand.drag({-2000, -2000}, {9000, 9000});
    plan.hand.act("do.mirror");
    EXPECT_EQ(plan.ring(plan.left), (Ring{{0, 0}, {0, 6000}, {8000, 0}, {8000, 6000}}));
    EXPECT_EQ(sorted({plan.storey().doors[0].at.a, plan.storey().doors[0].at.b}), (Ring{{5500, 6000}, {6500, 6000}}));
    plan.hand.act("do.turn");
    EXPECT_EQ(plan.ring(plan.left), (Ring{{1000, -1000}, {1000, 7000}, {7000, -1000}, {7000, 7000}}));
    EXPECT_EQ(plan.storey().doors.size(), 1U);
}

TEST(Selected, DuplicatesLieAsideAndAreChosen)
{
    Plan plan;
    plan.hand.tap({4000, 3000});
    plan.hand.act("do.duplicate");
    ASSERT_EQ(plan.storey().spaces.size(), 3U);
    const std::string copy = plan.storey().spaces.back().id.value;
    EXPECT_EQ(plan.ring(copy), (Ring{{1000, 1000}, {1000, 7000}, {9000, 1000}, {9000, 7000}}));
    EXPECT_THAT(plan.editor.selection, ::testing::Contains(copy));
    EXPECT_THAT(plan.editor.selection, ::testing::Not(::testing::Contains(plan.left)));
}

TEST(Selected, AStoreyIsCopiedUpwardAndShown)
{
    Plan plan;
    plan.hand.act("do.copy_up");
    const Building& building = schoolOf(plan.editor).buildings[0];
    ASSERT_EQ(building.storeys.size(), 2U);
    EXPECT_EQ(plan.editor.storey, building.storeys[1]->id);
    EXPECT_EQ(building.storeys[1]->elevation, 3600);
    EXPECT_EQ(building.storeys[1]->spaces.size(), 2U);
    EXPECT_EQ(building.storeys[1]->doors.size(), 1U);
    EXPECT_EQ(building.storeys[1]->spaces[0].name, "201");
    plan.hand.act("do.remove_storey");
    EXPECT_EQ(schoolOf(plan.editor).buildings[0].storeys.size(), 1U);
    EXPECT_EQ(plan.editor.storey, (StoreyId{"F1"}));
}

TEST(Selected, EverythingIsChosenByOneKey)
{
    Plan plan;
    plan.hand.act("do.choose_all");
    EXPECT_THAT(plan.editor.selection, UnorderedElementsAre(plan.left, plan.right, plan.door, plan.cupboard));
}

TEST(Selected, WhatIsUndoneIsNoLongerChosen)
{
    Plan plan;
    plan.hand.tap({12500, 1500});
    plan.hand.act("do.undo");
    EXPECT_TRUE(plan.editor.selection.empty());
}

TEST(Selected, AReshapeThatCrossesItselfIsToldAndRefused)
{
    Plan plan;
    const Document before = plan.editor.history.now();
    plan.hand.tap({4000, 3000});
    plan.hand.drag({0, 0}, {4000, 9000});
    EXPECT_TRUE(same(plan.editor.history.now(), before));
    ASSERT_TRUE(plan.editor.notice.has_value());
}

}
}
