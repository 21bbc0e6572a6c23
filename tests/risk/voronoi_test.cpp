#include "sim/risk/density.hpp"
#include "sim/risk/voronoi.hpp"
#include "tests/risk/floors.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

std::vector<double> areas(const Floors& floors, const Frame& frame)
{
    VoronoiCells cells(floors.walkable);
    Shares shares;
    cells.measure(frame, shares);
    return shares.area;
}

TEST(Voronoi, AloneInAHallOneHasTheWholeReach)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 20, 20);
    Frame frame;
    stand(frame, hall, {10, 10});
    EXPECT_NEAR(areas(floors, frame)[0], 9.0, 1e-9);
    EXPECT_NEAR(voronoiDensities(floors.walkable, frame)[0], 1.0 / 9.0, 1e-9);
}

TEST(Voronoi, WallsAndCornersCut)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 20, 20);
    Frame frame;
    stand(frame, hall, {0.5, 10});
    stand(frame, hall, {19.75, 19.5});
    const auto area = areas(floors, frame);
    EXPECT_NEAR(area[0], 2.0 * 3.0, 1e-9);
    EXPECT_NEAR(area[1], 1.75 * 2.0, 1e-9);
}

TEST(Voronoi, TwoPeopleShareHalfAndHalf)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 20, 20);
    Frame frame;
    stand(frame, hall, {10, 10});
    stand(frame, hall, {11, 10});
    for (const double area : areas(floors, frame)) EXPECT_NEAR(area, 2.0 * 3.0, 1e-9);
}

TEST(Voronoi, SquareLatticeAtFourPerSquareMetre)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 8, 8);
    Frame frame;
    lattice(frame, hall, {0, 0}, {8, 8}, 0.5);
    for (const double area : areas(floors, frame)) EXPECT_NEAR(area, 0.25, 1e-9); // to the walls, too
}

TEST(Voronoi, HexagonalLattice)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 10, 10);
    Frame frame;
    constexpr double kSpacing = 0.4;
    const double rise = kSpacing * std::sqrt(0.75);
    std::vector<bool> inner;
    for (int j = 0; j < 28; ++j)
        for (int i = 0; i < 24; ++i) {
            const Vec2 at{0.3 + kSpacing * (i + 0.5 * (j % 2)), 0.3 + rise * j};
            if (at.y > 9.8) continue;
            stand(frame, hall, at);
            inner.push_back(at.x > 1 && at.x < 9 && at.y > 1 && at.y < 9);
        }
    const auto area = areas(floors, frame);
    for (std::size_t i = 0; i < area.size(); ++i)
        EXPECT_TRUE(!inner[i] || std::abs(area[i] - kSpacing * rise) < 2e-3) << i; // places are whole millimetres
}

TEST(Voronoi, PeopleBehindAWallDoNotCut)
{
    Floors floors;
    const auto a = floors.room(0, 0, 10, 10);
    const auto b = floors.room(0, 10, 10, 20);
    floors.portal(a, b, {5.5, 10}, {4.5, 10});
    Frame frame;
    stand(frame, a, {2, 9.5});
    stand(frame, b, {2, 10.3});
    EXPECT_NEAR(areas(floors, frame)[0], 3.0 * 2.0, 1e-9);
}

TEST(Voronoi, ThroughADoorOneHasWhatOneSees)
{
    Floors floors;
    const auto a = floors.room(0, 0, 10, 10);
    const auto b = floors.room(0, 10, 10, 20);
    floors.portal(a, b, {5.5, 10}, {4.5, 10});
    Frame frame;
    stand(frame, a, {5, 9.5});
    EXPECT_NEAR(areas(floors, frame)[0], 3.0 * 2.0 + 0.5 * (1.0 + 3.0), 1e-9); // the cone beyond the door
    stand(frame, b, {5, 10.5});
    for (const double area : areas(floors, frame)) EXPECT_NEAR(area, 3.0 * 2.0, 1e-9); // they meet in the door
}

TEST(Voronoi, LockedDoorIsAWall)
{
    Floors floors;
    const auto a = floors.room(0, 0, 10, 10);
    const auto b = floors.room(0, 10, 10, 20);
    floors.portal(a, b, {5.5, 10}, {4.5, 10}, DoorState::Locked);
    Frame frame;
    stand(frame, a, {5, 9.5});
    stand(frame, b, {5, 10.25});
    EXPECT_NEAR(areas(floors, frame)[0], 3.0 * 2.0, 1e-9);
}

TEST(Voronoi, WayOutOfTheDrawingIsWhereTheFloorEnds)
{
    Floors floors;
    const auto a = floors.room(0, 0, 10, 10);
    floors.portal(a, kNowhere, {5.5, 10}, {4.5, 10});
    Frame frame;
    stand(frame, a, {5, 9.5});
    EXPECT_NEAR(areas(floors, frame)[0], 3.0 * 2.0, 1e-9);
}

TEST(Voronoi, CrowdGoesOnAcrossSurfacesThatTouch)
{
    Floors floors;
    const auto a = floors.room(0, 0, 4, 2);
    const auto b = floors.room(4, 0, 5, 2); // a narrow one: cells reach over two portals
    const auto c = floors.room(5, 0, 9, 2);
    floors.portal(a, b, {4, 0}, {4, 2});
    floors.portal(b, c, {5, 0}, {5, 2});
    Frame frame;
    lattice(frame, a, {0, 0}, {4, 2}, 0.5);
    lattice(frame, b, {4, 0}, {5, 2}, 0.5);
    lattice(frame, c, {5, 0}, {9, 2}, 0.5);
    for (const double area : areas(floors, frame)) EXPECT_NEAR(area, 0.25, 1e-9);
    frame = {};
    stand(frame, a, {3.9, 1.0});
    EXPECT_NEAR(areas(floors, frame)[0], 3.0 * 2.0, 1e-9);
}

TEST(Voronoi, OnTheLineOfAPortalNothingChanges)
{
    Floors floors;
    const auto a = floors.room(0, 0, 4, 2);
    const auto b = floors.room(4, 0, 8, 2);
    floors.portal(a, b, {4, 0}, {4, 2});
    for (const double x : {3.99, 3.999, 4.0, 4.001, 4.01})
        for (const SurfaceIndex on : {a, b}) {
            if ((on == a && x > 4.005) || (on == b && x < 3.995)) continue;
            Frame frame;
            stand(frame, on, {x, 1.0});
            stand(frame, a, {3.5, 1.0});
            stand(frame, b, {4.5, 1.0});
            const auto area = areas(floors, frame);
            EXPECT_NEAR(area[0], 0.5 * 2.0, 1e-6) << x << " on " << on;
            EXPECT_NEAR(area[1] + area[2], 2.0 * 1.75 * 2.0, 1e-6) << x << " on " << on;
        }
}

TEST(Voronoi, FlightAboveARoomIsElsewhere)
{
    Floors floors;
    const auto room = floors.room(0, 0, 10, 10);
    const auto flight = floors.room(4, 2, 6, 8); // over the room in plan, joined to nothing here
    Frame alone;
    stand(alone, room, {5, 5});
    Frame frame = alone;
    stand(frame, flight, {5, 5});
    stand(frame, flight, {5, 5.4});
    const auto area = areas(floors, frame);
    EXPECT_NEAR(area[0], 9.0, 1e-9);
    EXPECT_NEAR(area[1], 2.0 * 1.7, 1e-9);
}

TEST(Voronoi, HalfTurnStairJoinsOnlyThroughItsLanding)
{
    // Two flights side by side with a 0.2 m well, joined to one landing at y = 3.
    Floors floors;
    const auto down = floors.room(0, 0, 1.4, 3);
    const auto up = floors.room(1.6, 0, 3.0, 3);
    const auto landing = floors.room(0, 3, 3, 4.5);
    floors.portal(landing, down, {0, 3}, {1.4, 3});
    floors.portal(landing, up, {1.6, 3}, {3, 3});
    Frame frame;
    stand(frame, down, {0.7, 1.4});
    stand(frame, up, {1.8, 1.4}); // near in plan, behind both rails
    EXPECT_NEAR(areas(floors, frame)[0], 1.4 * 2.9, 1e-9);
    stand(frame, landing, {0.7, 3.4}); // seen
    EXPECT_NEAR(areas(floors, frame)[0], 1.4 * 2.4, 1e-9);
}

TEST(Voronoi, RoundTheCornerIsOutOfSight)
{
    Floors floors; // two arms that meet in a corner at (2, 2)
    const auto bend = floors.surface({{0, 0}, {8, 0}, {8, 2}, {2, 2}, {2, 8}, {0, 8}});
    Frame frame;
    stand(frame, bend, {1.0, 3.2});
    const double alone = areas(floors, frame)[0];
    EXPECT_NEAR(alone, 2.0 * 3.0 + 0.5 * 0.25 * 0.3, 1e-9); // and a sliver past the corner
    stand(frame, bend, {3.2, 1.9});
    EXPECT_NEAR(areas(floors, frame)[0], alone, 1e-9);
}

TEST(Voronoi, ThinWallWithinOneSurfaceParts)
{
    Floors floors;
    const auto hall = floors.surface({{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{5, 2}, {5, 8}, {5.1, 8}, {5.1, 2}}});
    Frame frame;
    stand(frame, hall, {4.5, 5});
    stand(frame, hall, {5.6, 5});
    for (const double area : areas(floors, frame)) EXPECT_NEAR(area, 2.0 * 3.0, 1e-9);
}

TEST(Voronoi, PillarCastsAShadow)
{
    Floors floors;
    const auto hall =
        floors.surface({{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{6, 4.75}, {6, 5.25}, {6.5, 5.25}, {6.5, 4.75}}});
    Frame frame;
    stand(frame, hall, {5, 5});
    // The front of the pillar at 1 m, half a metre wide: out to 1.5 m it hides 0.5 × (0.5 + 0.75) / 2.
    EXPECT_NEAR(areas(floors, frame)[0], 9.0 - 0.5 * (0.5 + 0.75) / 2.0, 1e-9);
}

TEST(Voronoi, TwoPeopleAtOnePointShareTheirCell)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 20, 20);
    Frame frame;
    stand(frame, hall, {10, 10});
    stand(frame, hall, {10, 10});
    for (const double area : areas(floors, frame)) EXPECT_NEAR(area, 4.5, 1e-9);
    const auto closet = floors.room(30, 0, 31, 1);
    frame = {};
    for (int i = 0; i < 200; ++i) stand(frame, closet, {30.5, 0.5});
    for (const double area : areas(floors, frame)) EXPECT_EQ(area, kLeastShare);
}

TEST(Voronoi, OutsideAllSurfacesNobodyHasAShare)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 20, 20);
    Frame frame;
    stand(frame, hall, {10, 10});
    stand(frame, kNowhere, {10, 10.5});
    stand(frame, hall, {-3, 30}); // beside the hall: a wrong input must not crash
    EXPECT_NEAR(areas(floors, frame)[0], 9.0, 1e-9);
    EXPECT_EQ(areas(floors, frame)[1], 0.0);
    EXPECT_EQ(voronoiDensities(floors.walkable, frame)[1], 0.0);
    EXPECT_TRUE(std::isfinite(areas(floors, frame)[2]));
}

TEST(Voronoi, FarOffPeopleAreFoundWhereTheCellIsWide)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 20, 20);
    Frame frame;
    stand(frame, hall, {10, 10});
    stand(frame, hall, {12.0, 12.0}); // cuts off the corner beyond x + y = 2
    EXPECT_NEAR(areas(floors, frame)[0], 9.0 - 0.5 * 1.0 * 1.0, 1e-9);
}

}
}
