#include "sim/geometry/polygon.hpp"

#include "tests/geometry/shapes.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace stairwise {

namespace {

TEST(Millimetres, AreRoundedHalfAwayFromZero)
{
    EXPECT_EQ(toMillimetres({1.2345, -1.2345}), (Point{1235, -1235}));
    EXPECT_EQ(toMillimetres({1.0, -2.0004}), (Point{1000, -2000}));
    EXPECT_EQ(toMillimetres({NAN, 1e30}), (Point{0, 2147483647}));
    EXPECT_EQ(toMillimetres({-1e30, -0.0}), (Point{-2147483647, 0}));
}

TEST(Area, IsSignedExactAndLessItsHoles)
{
    EXPECT_EQ(doubleArea(box(0, 0, 3, 2)), 12);
    EXPECT_EQ(doubleArea(reversed(box(0, 0, 3, 2))), -12);
    EXPECT_DOUBLE_EQ(area(courtyard()), 96.0);
    EXPECT_EQ(doubleArea(Ring{{-10'000'000, -10'000'000}, {10'000'000, -9'999'999}, {10'000'000, 10'000'000}}),
              std::int64_t{20'000'000} * 19'999'999);
    EXPECT_EQ(doubleArea(Ring{}), 0);
}

TEST(Centroid, CountsHolesWhicheverWayTheyAreDrawn)
{
    Polygon polygon{box(0, 0, 4'000, 2'000), {box(0, 0, 2'000, 2'000)}};
    EXPECT_NEAR(centroid(polygon).x, 3.0, 1e-12);
    polygon.holes[0] = reversed(polygon.holes[0]);
    EXPECT_NEAR(centroid(polygon).x, 3.0, 1e-12);
    EXPECT_NEAR(centroid(polygon).y, 1.0, 1e-12);
    EXPECT_EQ(centroid(Polygon{{{0, 0}, {2'000, 0}}, {}}), (Vec2{1.0, 0.0}));
}

TEST(SelfCrossing, IsNothingForSimpleRings)
{
    EXPECT_FALSE(selfCrossing(box(0, 0, 10, 10)));
    EXPECT_FALSE(selfCrossing(reversed(box(0, 0, 10, 10))));
    EXPECT_FALSE(selfCrossing(Ring{{0, 0}, {10, 0}, {5, 8}}));
    EXPECT_FALSE(selfCrossing(Ring{{0, 0}, {5, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 5}})) << "straight through is fine";
}

TEST(SelfCrossing, IsFoundInABowTie)
{
    const auto crossing = selfCrossing(Ring{{0, 0}, {10, 10}, {10, 0}, {0, 10}});
    ASSERT_TRUE(crossing);
    EXPECT_EQ(crossing->edge, 0U);
    EXPECT_EQ(crossing->other, 2U);
    EXPECT_EQ(crossing->at, (Point{5, 5}));
}

TEST(SelfCrossing, IsFoundWhereACornerTouchesAnEdge)
{
    const auto crossing = selfCrossing(Ring{{0, 0}, {20, 0}, {20, 10}, {10, 0}, {0, 10}});
    ASSERT_TRUE(crossing);
    EXPECT_EQ(crossing->at, (Point{10, 0}));
    EXPECT_EQ(crossing->edge, 0U);
}

TEST(SelfCrossing, IsFoundWhereEdgesOverlap)
{
    EXPECT_TRUE(selfCrossing(Ring{{0, 0}, {30, 0}, {30, 10}, {20, 10}, {20, 0}, {10, 0}, {10, 10}, {0, 10}}));
    EXPECT_TRUE(selfCrossing(Ring{{0, 0}, {0, 30}, {10, 30}, {10, 20}, {0, 20}, {0, 10}, {10, 10}, {10, 0}}));
}

TEST(SelfCrossing, IsFoundInDoubledCornersSpikesAndScraps)
{
    const auto doubled = selfCrossing(Ring{{0, 0}, {10, 0}, {10, 0}, {10, 10}});
    ASSERT_TRUE(doubled);
    EXPECT_EQ(doubled->edge, 1U);
    EXPECT_TRUE(selfCrossing(Ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}})) << "first corner repeated at the end";
    EXPECT_TRUE(selfCrossing(Ring{{0, 0}, {10, 0}, {20, 0}, {10, 0}, {10, 10}, {0, 10}})) << "a spike";
    EXPECT_TRUE(selfCrossing(Ring{{0, 0}, {10, 0}, {5, 0}})) << "three corners in one line";
    const auto visited = selfCrossing(Ring{{0, 0}, {10, 0}, {5, 5}, {10, 10}, {0, 10}, {5, 5}});
    ASSERT_TRUE(visited) << "a corner visited twice";
    EXPECT_EQ(visited->at, (Point{5, 5}));
    EXPECT_TRUE(selfCrossing(Ring{{0, 0}, {10, 0}}));
    EXPECT_TRUE(selfCrossing(Ring{}));
}

TEST(SelfCrossing, IsExactAtTheFarEndOfTheWorld)
{
    // The third corner lies one millimetre off a line 28 km long, on either side of it.
    const Point a{-10'000'000, -10'000'000}, b{10'000'000, 9'999'999};
    EXPECT_FALSE(selfCrossing(Ring{a, {10'000'000, -10'000'000}, b, {0, 0}}));
    EXPECT_TRUE(selfCrossing(Ring{a, b, {10'000'000, 10'000'000}, {0, -1}, {-10'000'000, 10'000'000}}));
    EXPECT_FALSE(selfCrossing(Ring{a, b, {10'000'000, 10'000'000}, {0, 0}, {-10'000'000, 10'000'000}}));
}

/// The slow way: every pair.
bool crossesSomewhere(const Ring& ring)
{
    const std::size_t n = ring.size();
    for (std::size_t i = 0; i < n; ++i) {
        const Point a = ring[i], b = ring[(i + 1) % n], c = ring[(i + 2) % n];
        const std::int64_t ux = b.x - a.x, uy = b.y - a.y, vx = c.x - b.x, vy = c.y - b.y;
        if (a == b || (ux * vy == uy * vx && ux * vx + uy * vy < 0)) return true;
        for (std::size_t j = i + 2; j < n; ++j) {
            if (i == 0 && j == n - 1) continue;
            if (meet({a, b}, {ring[j], ring[(j + 1) % n]})) return true;
        }
    }
    return false;
}

TEST(SelfCrossing, AgreesWithTryingEveryPair)
{
    std::uint32_t state = 7;
    const auto draw = [&](std::uint32_t below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8) % below;
    };
    int simple = 0;
    for (int round = 0; round < 30'000; ++round) {
        Ring ring;
        for (std::uint32_t left = 3 + draw(5); left > 0; --left) {
            const auto x = static_cast<std::int32_t>(draw(9));
            ring.push_back({x, static_cast<std::int32_t>(draw(9))});
        }
        const auto crossing = selfCrossing(ring);
        ASSERT_EQ(crossing.has_value(), crossesSomewhere(ring)) << "round " << round;
        simple += crossing ? 0 : 1;
        if (crossing) {
            ASSERT_LT(crossing->edge, ring.size());
            ASSERT_LT(crossing->other, ring.size());
        }
    }
    EXPECT_GT(simple, 1'000);
}

TEST(SelfCrossing, IsFastInCombsAndZigzags)
{
    Ring comb, zigzag;
    for (std::int32_t i = 0; i < 50'000; ++i) {
        comb.push_back({i % 2 == 0 ? 0 : 1'000'000, i / 2 * 20 + i % 2});
        zigzag.push_back({i * 10, i % 2 == 0 ? 0 : 1'000'000 + i});
    }
    comb.insert(comb.end(), {{2'000'000, 600'000}, {2'000'000, -10}});
    zigzag.push_back({1'000'000, -10});
    EXPECT_FALSE(selfCrossing(zigzag));
    EXPECT_FALSE(selfCrossing(comb));
    std::swap(comb[25'000], comb[25'002]);
    EXPECT_TRUE(selfCrossing(comb));
}

TEST(Containment, IsExactWithHolesAndEdges)
{
    const Polygon polygon = courtyard();
    EXPECT_EQ(sideOf(polygon, {1, 1}), Side::Inside);
    EXPECT_EQ(sideOf(polygon, {5'000, 5'000}), Side::Outside);
    EXPECT_EQ(sideOf(polygon, {4'000, 5'000}), Side::Edge);
    EXPECT_EQ(sideOf(polygon, {0, 10'000}), Side::Edge);
    EXPECT_EQ(sideOf(polygon, {-1, 5'000}), Side::Outside);
    EXPECT_EQ(sideOf(polygon, {10'001, 10'000}), Side::Outside);
    EXPECT_TRUE(contains(polygon, {1.0, 4.0}));
    EXPECT_TRUE(contains(polygon, {3.999, 4.0}));
    EXPECT_FALSE(contains(polygon, {5.0, 5.0}));
    EXPECT_FALSE(contains(polygon, {10.5, 5.0}));
}

TEST(Containment, PassesThroughCornersOnce)
{
    const Ring diamond{{0, -10}, {10, 0}, {0, 10}, {-10, 0}};
    EXPECT_EQ(sideOf(diamond, {0, 0}), Side::Inside);
    EXPECT_EQ(sideOf(diamond, {-20, 0}), Side::Outside);
    EXPECT_EQ(sideOf(diamond, {20, 0}), Side::Outside);
    EXPECT_EQ(sideOf(diamond, {10, 0}), Side::Edge);
}

TEST(Distance, IsToTheNearestEdge)
{
    EXPECT_DOUBLE_EQ(distanceToEdges(courtyard(), {2.0, 5.0}), 2.0);
    EXPECT_DOUBLE_EQ(distanceToEdges(courtyard(), {3.5, 5.0}), 0.5);
    EXPECT_DOUBLE_EQ(distanceToEdges(courtyard(), {13.0, 14.0}), 5.0);
    EXPECT_EQ(nearestOn({0, 0}, {2, 0}, {1, 3}), (Vec2{1, 0}));
    EXPECT_EQ(nearestOn({0, 0}, {2, 0}, {5, 3}), (Vec2{2, 0}));
    EXPECT_EQ(nearestOn({1, 1}, {1, 1}, {5, 3}), (Vec2{1, 1}));
}

TEST(Segments, MeetInPointsAndAlongLines)
{
    EXPECT_TRUE(meet({{0, 0}, {10, 10}}, {{0, 10}, {10, 0}}));
    EXPECT_TRUE(meet({{0, 0}, {10, 0}}, {{10, 0}, {20, 5}}));
    EXPECT_TRUE(meet({{0, 0}, {10, 0}}, {{5, 0}, {20, 0}}));
    EXPECT_TRUE(meet({{5, 0}, {5, 0}}, {{0, 0}, {10, 0}}));
    EXPECT_FALSE(meet({{0, 0}, {10, 0}}, {{11, 0}, {20, 0}}));
    EXPECT_FALSE(meet({{0, 0}, {10, 0}}, {{5, 1}, {5, 9}}));
    EXPECT_FALSE(meet({{0, 0}, {0, 0}}, {{1, 1}, {1, 1}}));
}

TEST(Edges, HaveThePolygonToTheirLeft)
{
    Polygon polygon = courtyard();
    const auto expectLeft = [&] {
        ASSERT_EQ(edgesOf(polygon).size(), 8U);
        for (const Segment e : edgesOf(polygon)) {
            const Vec2 a = toMetres(e.a), d = toMetres(e.b) - a;
            EXPECT_TRUE(contains(polygon, a + d * 0.5 + Vec2{-d.y, d.x} * 0.01));
        }
    };
    expectLeft();
    polygon = {reversed(polygon.outer), {reversed(polygon.holes[0])}};
    expectLeft();
}

TEST(SharedEdge, IsThePartAlongTheOtherPolygon)
{
    const Polygon room{box(2'000, 0, 5'000, 4'000), {}};
    EXPECT_EQ(sharedWith({{0, 0}, {10'000, 0}}, room, 0), (std::vector<Segment>{{{2'000, 0}, {5'000, 0}}}));
    EXPECT_EQ(sharedWith({{10'000, -3}, {0, -3}}, room, 5), (std::vector<Segment>{{{5'000, -3}, {2'000, -3}}}));
    EXPECT_TRUE(sharedWith({{10'000, -6}, {0, -6}}, room, 5).empty());
    EXPECT_TRUE(sharedWith({{0, 2'000}, {10'000, 2'000}}, room, 5).empty()) << "crossing is not sharing";
    EXPECT_TRUE(sharedWith({{1'000, 3'000}, {3'000, 5'000}}, room, 5).empty());
}

TEST(SharedEdge, IsJoinedOverCornersAndCutAtNiches)
{
    Polygon room{{{0, 0}, {3'000, 0}, {6'000, 0}, {6'000, 3'000}, {0, 3'000}}, {}};
    EXPECT_EQ(sharedWith({{-500, 0}, {9'000, 0}}, room, 1), (std::vector<Segment>{{{0, 0}, {6'000, 0}}}));
    room.outer = {{0, 0}, {2'000, 0}, {2'000, 500}, {4'000, 500}, {4'000, 0}, {6'000, 0}, {6'000, 3'000}, {0, 3'000}};
    EXPECT_EQ(sharedWith({{-500, 0}, {9'000, 0}}, room, 1),
              (std::vector<Segment>{{{0, 0}, {2'000, 0}}, {{4'000, 0}, {6'000, 0}}}));
}

TEST(Validity, AsksForSimpleRingsAndHolesInside)
{
    EXPECT_TRUE(valid(courtyard()));
    EXPECT_TRUE(valid({box(0, 0, 10, 10), {}}));
    EXPECT_FALSE(valid({}));
    EXPECT_FALSE(valid({box(0, 0, 10, 10), {{}}}));
    EXPECT_FALSE(valid({box(0, 0, 10, 10), {box(20, 0, 30, 10)}}));
    EXPECT_FALSE(valid({box(0, 0, 10, 10), {box(5, 5, 15, 8)}}));
    EXPECT_FALSE(valid({box(0, 0, 100, 100), {box(10, 10, 50, 50), box(40, 40, 80, 80)}}));
    EXPECT_FALSE(valid({{{0, 0}, {10, 10}, {10, 0}, {0, 10}}, {}}));
    EXPECT_FALSE(valid({box(0, 0, 10'000'001, 10), {}}));
}

}

}
