// The place a person meant.
#include "editor/model/snapping.hpp"

#include "tests/editor_model/hand.hpp"

#include <gtest/gtest.h>

namespace stairwise::editor {
namespace {

/// A room of 8 m × 6 m whose corners lie off the grid.
struct Room {
    Editor editor{emptyDocument("new")};

    Room()
    {
        Space room{{"R1"}, "101", SpaceKind::Classroom, {{{30, 40}, {8030, 40}, {8030, 6040}, {30, 6040}}, {}}};
        fulfil(editor, Make{stepOf({{"edit.draw_room", {}}, {PutSpace{editor.storey, room}}})});
    }
    Snapped at(double x, double y, const std::vector<Point>& before = {}, double pixelsPerMetre = 40.0) const
    {
        return snap({x, y}, 10.0 / pixelsPerMetre, sceneOf(editor, nullptr), before);
    }
};

TEST(Snapping, ACornerIsCaught)
{
    const Snapped snapped = Room().at(8.10, 6.13);
    EXPECT_EQ(snapped.at, (Point{8030, 6040}));
    EXPECT_EQ(snapped.kind, SnapKind::Corner);
}

TEST(Snapping, AnEdgeHoldsAndSoDoesTheFarSideOfItsWall)
{
    const Room room;
    EXPECT_EQ(room.at(3.01, 6.10).at, (Point{3000, 6040}));
    EXPECT_EQ(room.at(3.01, 6.31).at, (Point{3000, 6280}));
}

TEST(Snapping, CornersFarAcrossAreAlignedWith)
{
    const Snapped snapped = Room().at(15.0, 6.09);
    EXPECT_EQ(snapped.at, (Point{15000, 6040}));
    EXPECT_FALSE(snapped.guides.empty());
}

TEST(Snapping, WithNothingNearTheGridHolds)
{
    const Snapped snapped = Room().at(15.04, 12.27);
    EXPECT_EQ(snapped.at, (Point{15000, 12300}));
    EXPECT_EQ(snapped.kind, SnapKind::Grid);
}

TEST(Snapping, TheLastPointKeepsARightAngle)
{
    const Snapped snapped = Room().at(20.0, 12.37, {{15000, 12345}});
    EXPECT_EQ(snapped.at, (Point{20000, 12345}));
}

TEST(Snapping, CornersOfTheStoreyBelowHold)
{
    Room room;
    fulfil(room.editor, Do{"do.storey_above"});
    EXPECT_EQ(room.at(8.10, 6.13).at, (Point{8030, 6040}));
}

TEST(Snapping, SwitchedOffNothingHolds)
{
    Room room;
    room.editor.settings.snap = false;
    EXPECT_EQ(room.at(8.101, 6.133).at, (Point{8101, 6133}));
}

/// From far away the two ends of a line are caught by different things: a hand that went straight means it straight.
TEST(Snapping, ACorridorByTwoTapsAtOneHeightIsStraightHoweverFarAway)
{
    for (const double pixels : {6.0, 12.0, 24.0, 40.0})
        for (int y = 5500; y <= 9000; y += 50) {
            Room room;
            const Hand hand(room.editor, pixels);
            hand.take(ToolKind::Corridor);
            hand.tap({-300, y});
            hand.tap({24000, y + (y / 50 % 3 - 1) * 60}); // as steady as a hand is
            const auto& points = room.editor.drawing.points;
            ASSERT_EQ(points.size(), 2U);
            EXPECT_EQ(points[0].y, points[1].y) << pixels << " px/m, y " << y;
        }
}

TEST(Snapping, AStraightHandStillReachesACornerThatItPointsAt)
{
    Room room;
    const Hand hand(room.editor, 12.0);
    hand.take(ToolKind::Measure);
    hand.tap({20000, 6000});
    hand.tap({8030, 6060});
    EXPECT_EQ(room.editor.drawing.points.back(), (Point{8030, 6040}));
}

}
}
