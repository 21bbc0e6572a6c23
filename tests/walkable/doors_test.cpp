#include "tests/walkable/build.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace stairwise {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Segment line(Point a, Point b)
{
    return {a, b};
}

// A room of 9 × 7 m over a corridor of 20 × 2.4 m, a wall of 240 mm between them.
Storey roomAndCorridor(std::vector<Door> doors)
{
    return storey(1, {space("room", box(0, 2640, 9000, 9640)), space("corridor", box(0, 0, 20000, 2400))},
                  std::move(doors));
}

TEST(Door, ThroatReachesThroughTheWallFromBothSides)
{
    const Walkable walkable = walkableOf(schoolOf({roomAndCorridor({door("D", {1000, 2500}, {2000, 2500}, 1000)})}));
    EXPECT_THAT(walkable.findings, IsEmpty());
    EXPECT_NEAR(area(surface(walkable, "room").area), 63.0 + 0.14, 1e-9);
    EXPECT_NEAR(area(surface(walkable, "corridor").area), 48.0 + 0.1, 1e-9);
    ASSERT_EQ(walkable.portals.size(), 1U);
    const Portal& portal = walkable.portals[0];
    EXPECT_EQ(portal.line, line({1000, 2500}, {2000, 2500}));
    EXPECT_EQ(walkable.surfaces[portal.a].element, "room");
    EXPECT_EQ(walkable.surfaces[portal.b].element, "corridor");
    EXPECT_EQ(portal.door.value, "D");
    EXPECT_NEAR(lengthOf(wallsOf(walkable, indexOf(walkable, "room"))), 32.0 - 1.0 + 2 * 0.14, 1e-9);
    EXPECT_NEAR(lengthOf(wallsOf(walkable, indexOf(walkable, "corridor"))), 44.8 - 1.0 + 2 * 0.1, 1e-9);
    EXPECT_EQ(portalsThatFaceWrongly(walkable), 0);
}

TEST(Door, IsPassedInTheMiddleOfItsOpening)
{
    const Walkable walkable = walkableOf(schoolOf({roomAndCorridor({door("D", {2000, 2640}, {1000, 2640}, 900)})}));
    ASSERT_EQ(walkable.portals.size(), 1U);
    EXPECT_EQ(walkable.portals[0].line, line({1950, 2640}, {1050, 2640}));
    EXPECT_EQ(walkable.surfaces[walkable.portals[0].a].element, "corridor");
    EXPECT_NEAR(area(surface(walkable, "room").area), 63.0, 1e-9);
    EXPECT_NEAR(area(surface(walkable, "corridor").area), 48.0 + 0.9 * 0.24, 1e-9);
    EXPECT_NEAR(edgesNotAccountedFor(walkable), 0.0, 1e-9);
}

TEST(Door, InAWallWithoutThicknessJoinsTheSpacesAsTheyAre)
{
    const Walkable walkable =
        walkableOf(schoolOf({storey(1, {space("a", box(0, 0, 5000, 5000)), space("b", box(5000, 0, 9000, 5000))},
                                    {door("D", {5000, 1000}, {5000, 2200}, 1200)})}));
    EXPECT_THAT(walkable.findings, IsEmpty());
    ASSERT_EQ(walkable.portals.size(), 1U);
    EXPECT_EQ(walkable.surfaces[walkable.portals[0].a].element, "a");
    EXPECT_NEAR(area(surface(walkable, "a").area), 25.0, 1e-12);
    EXPECT_NEAR(area(surface(walkable, "b").area), 20.0, 1e-12);
    EXPECT_NEAR(edgesNotAccountedFor(walkable), 0.0, 1e-9);
}

TEST(Door, InASlantedWallReachesBothFaces)
{
    // A wall 300 mm thick along (4, 3)/5.
    const Ring left{{0, 0}, {8000, 6000}, {0, 12000}};
    const Ring right{{180, -240}, {8180, 5760}, {8180, -240}};
    const Walkable walkable = walkableOf(schoolOf(
        {storey(1, {space("left", left), space("right", right)}, {door("D", {3290, 2280}, {4090, 2880}, 1000)})}));
    EXPECT_THAT(walkable.findings, IsEmpty());
    ASSERT_EQ(walkable.portals.size(), 1U);
    EXPECT_EQ(walkable.surfaces[walkable.portals[0].a].element, "left");
    const double throats = area(surface(walkable, "left").area) - area({left, {}}) +
                           area(surface(walkable, "right").area) - area({right, {}});
    EXPECT_NEAR(throats, 0.3, 0.003);
    EXPECT_EQ(portalsThatFaceWrongly(walkable), 0);
    EXPECT_NEAR(edgesNotAccountedFor(walkable), 0.0, 0.01);
}

TEST(Door, BetweenWallsThatAreNotParallelFillsTheWedge)
{
    const Walkable walkable = walkableOf(schoolOf({storey(
        1, {space("below", box(0, -5000, 9000, 0)), space("above", {{0, 200}, {9000, 1100}, {9000, 6000}, {0, 6000}})},
        {door("D", {4000, 0}, {5000, 0}, 1000)})}));
    EXPECT_THAT(walkable.findings, IsEmpty());
    ASSERT_EQ(walkable.portals.size(), 1U);
    const double drawn = area({{{0, 200}, {9000, 1100}, {9000, 6000}, {0, 6000}}, {}});
    EXPECT_NEAR(area(surface(walkable, "above").area) - drawn, 0.65, 0.002);
    EXPECT_NEAR(edgesNotAccountedFor(walkable), 0.0, 0.01);
}

TEST(Door, ThroatTakesNothingOfAThirdSpace)
{
    // The duct stands in the wall beside the door's opening.
    const Ring duct = box(1900, 2450, 2600, 2600);
    const Walkable walkable = walkableOf(schoolOf({storey(
        1, {space("room", box(0, 2640, 9000, 9640)), space("corridor", box(0, 0, 20000, 2400)), space("duct", duct)},
        {door("D", {1000, 2400}, {2000, 2400}, 1000)})}));
    EXPECT_NEAR(area(surface(walkable, "room").area), 63.0 + 0.24 - 0.1 * 0.15, 1e-9);
    EXPECT_NEAR(area(surface(walkable, "duct").area), 0.105, 1e-9);
}

TEST(Door, OverACornerOfItsWallFaceReachesAllOfIt)
{
    // The room's wall has a corner in the middle of the door, drawn without need.
    const Ring room{{0, 2640}, {1500, 2640}, {9000, 2640}, {9000, 9640}, {0, 9640}};
    const Walkable walkable =
        walkableOf(schoolOf({storey(1, {space("room", room), space("corridor", box(0, 0, 20000, 2400))},
                                    {door("D", {1000, 2500}, {2000, 2500}, 1000)})}));
    EXPECT_THAT(walkable.findings, IsEmpty());
    EXPECT_NEAR(area(surface(walkable, "room").area), 63.14, 1e-9);
    EXPECT_NEAR(edgesNotAccountedFor(walkable), 0.0, 1e-9);
}

TEST(Door, AtTheEndOfACorridorMayBeAsWideAsTheCorridor)
{
    const Walkable walkable =
        walkableOf(schoolOf({storey(1, {space("a", box(0, 0, 9000, 2400)), space("b", box(9200, 0, 20000, 2400))},
                                    {door("D", {9100, 0}, {9100, 2400}, 2400)})}));
    EXPECT_THAT(walkable.findings, IsEmpty());
    EXPECT_NEAR(area(surface(walkable, "a").area), 9.1 * 2.4, 1e-9);
    EXPECT_NEAR(area(surface(walkable, "b").area), 10.9 * 2.4, 1e-9);
    EXPECT_NEAR(edgesNotAccountedFor(walkable), 0.0, 1e-9);
}

TEST(Door, ThatReachesBeyondItsRoomIsStillJoined)
{
    const Walkable walkable = walkableOf(
        schoolOf({storey(1, {space("room", box(0, 2640, 9000, 9640)), space("corridor", box(0, 0, 20000, 2400))},
                         {door("D", {8300, 2520}, {9300, 2520}, 1000)})}));
    ASSERT_EQ(walkable.portals.size(), 1U);
    EXPECT_EQ(portalsThatFaceWrongly(walkable), 0);
    EXPECT_NEAR(edgesNotAccountedFor(walkable), 0.0, 1e-9);
}

TEST(Door, ManyInOneWallEachHaveTheirOwnThroat)
{
    std::vector<Door> doors;
    for (int i = 7; i >= 0; --i)
        doors.push_back(door("D" + std::to_string(i), {i * 1000 + 200, 2520}, {i * 1000 + 1100, 2520}, 900));
    const Walkable walkable = walkableOf(schoolOf({roomAndCorridor(doors)}));
    EXPECT_EQ(walkable.portals.size(), 8U);
    EXPECT_THAT(walkable.findings, IsEmpty());
    EXPECT_NEAR(area(surface(walkable, "room").area), 63.0 + 8 * 0.9 * 0.12, 1e-9);
    EXPECT_NEAR(edgesNotAccountedFor(walkable), 0.0, 1e-9);
}

TEST(Door, OntoNothingIsAFindingAndNoPortal)
{
    const Walkable walkable = walkableOf(schoolOf({roomAndCorridor({door("D", {20000, 500}, {20000, 1500}, 1000)})}));
    EXPECT_THAT(walkable.portals, IsEmpty());
    ASSERT_THAT(rules(walkable), ElementsAre("walkable.door_onto_nothing"));
    EXPECT_EQ(walkable.findings[0].element, "D");
    EXPECT_EQ(walkable.findings[0].storey, "F1");
}

TEST(Door, InsideOneSpaceIsAFindingAndNoPortal)
{
    const Walkable walkable = walkableOf(schoolOf({roomAndCorridor({door("D", {5000, 4000}, {6000, 4000}, 1000)})}));
    EXPECT_THAT(walkable.portals, IsEmpty());
    EXPECT_THAT(rules(walkable), ElementsAre("walkable.door_in_one_space"));
}

TEST(Door, FarFromEverySpaceIsAFinding)
{
    const Walkable walkable = walkableOf(schoolOf({roomAndCorridor({door("D", {0, 20000}, {1000, 20000}, 1000)})}));
    EXPECT_THAT(rules(walkable), ElementsAre("walkable.door_on_no_wall"));
}

TEST(Door, NarrowerThanAHandIsAFindingAndNoPortal)
{
    const Walkable walkable = walkableOf(schoolOf({roomAndCorridor({door("D", {1000, 2500}, {2000, 2500}, 40)})}));
    EXPECT_THAT(walkable.portals, IsEmpty());
    EXPECT_THAT(rules(walkable), ElementsAre("walkable.passage_too_narrow"));
}

TEST(Door, OfTwentyCentimetresIsAPortal)
{
    const Walkable walkable = walkableOf(schoolOf({roomAndCorridor({door("D", {1000, 2500}, {2000, 2500}, 200)})}));
    EXPECT_EQ(walkable.portals.size(), 1U);
}

TEST(Door, KeepsItsState)
{
    Door locked = door("D", {1000, 2500}, {2000, 2500}, 1000);
    locked.state = DoorState::Locked;
    EXPECT_EQ(walkableOf(schoolOf({roomAndCorridor({locked})})).portals.at(0).state, DoorState::Locked);
}

TEST(Exit, OutOfTheDrawingLeadsNowhere)
{
    const Walkable walkable =
        walkableOf(schoolOf({roomAndCorridor({exitDoor("E", {20240, 1500}, {20240, 500}, 1000)})}));
    EXPECT_THAT(walkable.findings, IsEmpty());
    ASSERT_EQ(walkable.portals.size(), 1U);
    const Portal& portal = walkable.portals[0];
    EXPECT_EQ(walkable.surfaces[portal.a].element, "corridor");
    EXPECT_EQ(portal.b, kNowhere);
    EXPECT_TRUE(portal.exit);
    EXPECT_EQ(portal.line, line({20240, 500}, {20240, 1500}));
    EXPECT_NEAR(area(surface(walkable, "corridor").area), 48.0 + 0.24, 1e-9);
    EXPECT_EQ(portalsThatFaceWrongly(walkable), 0);
}

TEST(Exit, OntoTheGroundsLeadsFromIndoorsOut)
{
    School school = schoolOf({roomAndCorridor({exitDoor("E", {20120, 1500}, {20120, 500}, 1000)})});
    school.grounds.spaces.push_back(space("yard", box(20240, -9000, 40000, 9000), SpaceKind::Outdoor));
    const Walkable walkable = walkableOf(school);
    EXPECT_THAT(walkable.findings, IsEmpty());
    ASSERT_EQ(walkable.portals.size(), 1U);
    EXPECT_EQ(walkable.surfaces[walkable.portals[0].a].element, "corridor");
    EXPECT_EQ(walkable.surfaces[walkable.portals[0].b].element, "yard");
    EXPECT_TRUE(walkable.portals[0].exit);
    EXPECT_TRUE(surface(walkable, "yard").outdoor);
    EXPECT_EQ(portalsThatFaceWrongly(walkable), 0);
    EXPECT_NEAR(edgesNotAccountedFor(walkable), 0.0, 1e-9);
}

TEST(Exit, OfAnUpperStoreyDoesNotLeadOntoTheGroundsBelow)
{
    School school = schoolOf(
        {storey(2, {space("hall", box(0, 0, 9000, 9000))}, {exitDoor("E", {9000, 1000}, {9000, 2000}, 1000)})});
    school.grounds.spaces.push_back(space("yard", box(9000, 0, 20000, 9000), SpaceKind::Outdoor));
    const Walkable walkable = walkableOf(school);
    ASSERT_EQ(walkable.portals.size(), 1U);
    EXPECT_EQ(walkable.portals[0].b, kNowhere);
}

TEST(Exit, OntoAnOutdoorSpaceOfItsStorey)
{
    const Walkable walkable = walkableOf(schoolOf({storey(
        1, {space("terrace", box(0, 0, 9000, 3000), SpaceKind::Outdoor), space("hall", box(0, 3240, 9000, 9000))},
        {exitDoor("E", {2000, 3100}, {1000, 3100}, 1000)})}));
    ASSERT_EQ(walkable.portals.size(), 1U);
    EXPECT_EQ(walkable.surfaces[walkable.portals[0].a].element, "hall");
    EXPECT_TRUE(walkable.portals[0].exit);
    EXPECT_EQ(portalsThatFaceWrongly(walkable), 0);
}

TEST(Exit, BetweenTwoRoomsIsAFindingAndAPlainDoor)
{
    const Walkable walkable =
        walkableOf(schoolOf({roomAndCorridor({exitDoor("E", {1000, 2500}, {2000, 2500}, 1000)})}));
    EXPECT_THAT(rules(walkable), ElementsAre("walkable.exit_not_outward"));
    ASSERT_EQ(walkable.portals.size(), 1U);
    EXPECT_FALSE(walkable.portals[0].exit);
}

TEST(Gate, OnTheEdgeOfTheGroundsLeadsOut)
{
    School school;
    school.grounds.spaces.push_back(space("yard", box(0, 0, 40000, 30000), SpaceKind::Outdoor));
    school.grounds.gates.push_back({{"G"}, "", {{10000, 0}, {14000, 0}}, 4000});
    const Walkable walkable = walkableOf(school);
    EXPECT_THAT(walkable.findings, IsEmpty());
    ASSERT_EQ(walkable.portals.size(), 1U);
    EXPECT_EQ(walkable.portals[0].gate.value, "G");
    EXPECT_EQ(walkable.portals[0].b, kNowhere);
    EXPECT_FALSE(walkable.portals[0].exit);
    EXPECT_EQ(portalsThatFaceWrongly(walkable), 0);
}

TEST(Gate, AwayFromEveryEdgeIsAFinding)
{
    School school;
    school.grounds.spaces.push_back(space("yard", box(0, 0, 40000, 30000), SpaceKind::Outdoor));
    school.grounds.gates.push_back({{"G"}, "", {{10000, 9000}, {14000, 9000}}, 4000});
    school.grounds.gates.push_back({{"H"}, "", {{10000, -9000}, {14000, -9000}}, 4000});
    const Walkable walkable = walkableOf(school);
    EXPECT_THAT(rules(walkable), ElementsAre("walkable.gate_inside", "walkable.gate_on_no_edge"));
    EXPECT_THAT(walkable.portals, IsEmpty());
}

}
}
