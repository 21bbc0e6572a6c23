#include "sim/geometry/way_field.hpp"

#include "sim/base/hash.hpp"
#include "sim/geometry/regions.hpp"
#include "tests/geometry/shapes.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace stairwise {

namespace {

constexpr double kCell = 0.2;
constexpr double kClear = 0.35;

/// The edges without the parts that lie on the doors.
std::vector<Segment> wallsBut(const Polygon& polygon, const std::vector<Segment>& doors)
{
    std::vector<Segment> walls;
    for (Segment edge : edgesOf(polygon)) {
        for (const Segment& door : doors) {
            for (const Segment cut : sharedWith(edge, {{door.a, door.b}, {}}, 0)) {
                if (edge.a != cut.a) walls.push_back({edge.a, cut.a});
                edge.a = cut.b;
            }
        }
        if (edge.a != edge.b) walls.push_back(edge);
    }
    return walls;
}

Digest hashOf(const WayField& field)
{
    Hasher hasher;
    for (std::size_t i = 0; i < field.distance.size(); ++i) {
        hasher.add(field.distance[i]);
        hasher.add(field.dirX[i]);
        hasher.add(field.dirY[i]);
    }
    return hasher.digest();
}

/// One step; at a wall only the part along it, as far as it goes.
Vec2 stepWithin(const Polygon& polygon, Vec2 at, Vec2 step)
{
    if (contains(polygon, at + step)) return at + step;
    Vec2 best;
    for (const Segment edge : edgesOf(polygon)) {
        const Vec2 a = toMetres(edge.a), b = toMetres(edge.b);
        if (length(at + step - nearestOn(a, b, at + step)) > length(step)) continue;
        const Vec2 unit = (b - a) * (1.0 / length(b - a));
        const Vec2 along = unit * dot(step, unit);
        if (length(along) > length(best) && contains(polygon, at + along)) best = along;
    }
    return at + best;
}

/// Walks, never out of the polygon; metres until 5 cm before the target, or −1 if it never gets there.
double walk(const WayField& field, const Polygon& polygon, Segment target, Vec2 at)
{
    constexpr double kStep = 0.05;
    const Vec2 a = toMetres(target.a), b = toMetres(target.b);
    for (int steps = 0; steps < 4'000; ++steps) {
        if (length(at - nearestOn(a, b, at)) <= kStep) return steps * kStep;
        const Vec2 direction = directionAt(field, at);
        if (std::abs(length(direction) - 1.0) > 1e-6) return -1.0;
        at = stepWithin(polygon, at, direction * kStep);
    }
    return -1.0;
}

/// From every place of the polygon on a 11 cm raster, up to the walls.
void expectEverybodyArrives(const Polygon& polygon, Segment door, double keepClear)
{
    const Floor floor = floorOf(polygon, wallsBut(polygon, {door}), kCell);
    const WayField field = wayTo(floor, {door}, keepClear);
    const Vec2 low = toMetres(boxOf(polygon.outer).low), high = toMetres(boxOf(polygon.outer).high);
    for (double y = low.y + 0.01; y < high.y; y += 0.11) {
        for (double x = low.x + 0.01; x < high.x; x += 0.11) {
            if (!contains(polygon, {x, y}) || distanceToEdges(polygon, {x, y}) < 0.005) continue;
            ASSERT_GE(distanceAt(field, {x, y}), 0.0) << x << ", " << y;
            ASSERT_GE(walk(field, polygon, door, {x, y}), 0.0) << x << ", " << y;
        }
    }
}

TEST(Grid, HasAMarginAndNeverGrowsBeyondAllBounds)
{
    const Grid grid = gridOver({{0, 0}, {10'000, 4'000}}, kCell);
    EXPECT_EQ(grid.columns, 52);
    EXPECT_EQ(grid.rows, 22);
    EXPECT_LT(grid.centre(0, 0).x, 0.0);
    EXPECT_GT(grid.centre(51, 21).y, 4.0);
    const Grid world = gridOver({{-10'000'000, -10'000'000}, {10'000'000, 10'000'000}}, kCell);
    EXPECT_LE(static_cast<double>(world.cells()), kMostGridCells);
    EXPECT_GE(world.columns * world.size, 20'000.0);
}

TEST(Floor, IsOpenWhereTheCentreIsInside)
{
    const Polygon polygon{{{0, 0}, {9'000, 1'000}, {8'000, 7'000}, {4'100, 3'300}, {-1'000, 6'000}},
                          {reversed(box(2'000, 1'500, 2'700, 2'500))}};
    const Floor floor = floorOf(polygon, edgesOf(polygon), kCell);
    for (int row = 0; row < floor.grid.rows; ++row) {
        for (int column = 0; column < floor.grid.columns; ++column) {
            const Vec2 centre = floor.grid.centre(column, row);
            const std::size_t cell = floor.grid.cell(column, row);
            ASSERT_EQ(floor.open[cell] != 0, contains(polygon, centre)) << column << ", " << row;
            const double clear = floor.open[cell] != 0 ? std::min(kFarClear, distanceToEdges(polygon, centre)) : 0.0;
            ASSERT_NEAR(static_cast<double>(floor.clearance[cell]), clear, 1e-6) << column << ", " << row;
        }
    }
}

TEST(WayField, MeasuresAStraightCorridorWithinTwoPercent)
{
    const Polygon corridor{box(0, 0, 30'000, 2'000), {}};
    const Segment end{{30'000, 0}, {30'000, 2'000}};
    const WayField plain = wayTo(floorOf(corridor, wallsBut(corridor, {end}), kCell), {end}, 0.0);
    const WayField clear = wayTo(floorOf(corridor, wallsBut(corridor, {end}), kCell), {end}, kClear);
    for (double x = 0.05; x < 29.0; x += 0.5) {
        for (const double y : {0.05, 0.5, 1.0, 1.7})
            EXPECT_NEAR(distanceAt(plain, {x, y}), 30.0 - x, 0.02 * (30.0 - x));
        EXPECT_NEAR(distanceAt(clear, {x, 1.0}), 30.0 - x, 0.02 * (30.0 - x)) << "the middle keeps clear of the walls";
        EXPECT_GT(directionAt(plain, {x, 1.0}).x, 0.999);
    }
    EXPECT_NEAR(walk(clear, corridor, end, {0.1, 0.1}), 30.0, 0.5);
}

TEST(WayField, MeasuresFromADoorWithinTwoPercentInEveryDirection)
{
    const Polygon hall{box(0, 0, 20'000, 12'000), {}};
    const Segment door{{9'330, 0}, {10'330, 0}};
    const WayField field = wayTo(floorOf(hall, wallsBut(hall, {door}), kCell), {door}, 0.0);
    for (double x = 0.3; x < 20.0; x += 0.37) {
        for (double y = 0.3; y < 12.0; y += 0.37) {
            const double exact = length(Vec2{x, y} - nearestOn({9.33, 0.0}, {10.33, 0.0}, {x, y}));
            ASSERT_NEAR(distanceAt(field, {x, y}), exact, 0.015 * exact + 0.03) << x << ", " << y;
            const Vec2 way = (nearestOn({9.33, 0.0}, {10.33, 0.0}, {x, y}) - Vec2{x, y}) * (1.0 / exact);
            if (exact > 0.5) {
                ASSERT_GT(dot(directionAt(field, {x, y}), way), 0.97) << x << ", " << y;
            }
        }
    }
}

TEST(WayField, GoesRoundTheCornerOfAnL)
{
    const Polygon corner{{{0, 0}, {10'000, 0}, {10'000, 2'000}, {2'000, 2'000}, {2'000, 10'000}, {0, 10'000}}, {}};
    const Segment door{{0, 10'000}, {2'000, 10'000}};
    const WayField plain = wayTo(floorOf(corner, wallsBut(corner, {door}), kCell), {door}, 0.0);
    EXPECT_NEAR(distanceAt(plain, {9.0, 1.0}), std::sqrt(50.0) + 8.0, 0.02 * 15.0);
    expectEverybodyArrives(corner, door, 0.0);
    expectEverybodyArrives(corner, door, kClear);
}

TEST(WayField, KeepsClearOfWallsWhereThereIsRoom)
{
    const Polygon corner{{{0, 0}, {10'000, 0}, {10'000, 2'000}, {2'000, 2'000}, {2'000, 10'000}, {0, 10'000}}, {}};
    const Segment door{{0, 10'000}, {2'000, 10'000}};
    const Floor floor = floorOf(corner, wallsBut(corner, {door}), kCell);
    const auto nearest = [&](double keepClear) {
        const WayField field = wayTo(floor, {door}, keepClear);
        double least = 9.0;
        Vec2 at{9.0, 1.0};
        for (int i = 0; i < 300; ++i) {
            at = at + directionAt(field, at) * 0.05;
            least = std::min(least, length(at - Vec2{2.0, 2.0}));
        }
        return least;
    };
    EXPECT_LT(nearest(0.0), 0.15);
    EXPECT_GT(nearest(kClear), 0.25);
}

TEST(WayField, GoesRoundObstaclesAndThroughGaps)
{
    Polygon room{box(0, 0, 8'000, 8'000), {reversed(box(1'000, 3'970, 7'150, 4'030))}};
    const Segment door{{3'500, 8'000}, {4'500, 8'000}};
    expectEverybodyArrives(room, door, kClear);
    const WayField field = wayTo(floorOf(room, wallsBut(room, {door}), kCell), {door}, 0.0);
    EXPECT_NEAR(distanceAt(field, {4.0, 3.5}), std::sqrt(9.0 + 0.25) + std::sqrt(2.5 * 2.5 + 16.0), 0.3);
    room.holes = {reversed(box(1'000, 1'000, 3'000, 3'000)), reversed(box(3'700, 1'000, 7'000, 3'000)),
                  reversed(box(1'000, 4'000, 7'000, 7'000))};
    expectEverybodyArrives(room, door, kClear);
}

TEST(WayField, DoesNotLeadThroughThinWalls)
{
    // A partition of 2 cm: no cell's centre lies in it, wherever the grid falls.
    for (std::int32_t at = 3'000; at < 3'200; at += 10) {
        const Polygon room{box(0, 0, 6'000, 6'000), {reversed(box(10, at, 4'000, at + 20))}};
        const Segment door{{0, 6'000}, {1'000, 6'000}};
        const WayField field = wayTo(floorOf(room, wallsBut(room, {door}), kCell), {door}, 0.0);
        EXPECT_GT(distanceAt(field, {0.5, 2.5}), 7.0) << at;
    }
}

TEST(WayField, HasNoWayOutOfAClosedPocket)
{
    const Polygon room{{{0, 0}, {10'000, 0}, {10'000, 4'000}, {0, 4'000}}, {}};
    std::vector<Segment> walls = edgesOf(room);
    walls.push_back({{6'000, 0}, {6'000, 4'000}});
    const Segment door{{0, 1'000}, {0, 2'000}};
    std::erase(walls, Segment{{0, 4'000}, {0, 0}});
    walls.insert(walls.end(), {{{0, 4'000}, {0, 2'000}}, {{0, 1'000}, {0, 0}}});
    const WayField field = wayTo(floorOf(room, walls, kCell), {door}, kClear);
    for (double y = 0.05; y < 4.0; y += 0.3) {
        EXPECT_LT(distanceAt(field, {8.0, y}), 0.0);
        EXPECT_EQ(directionAt(field, {8.0, y}), Vec2{});
        EXPECT_GE(distanceAt(field, {5.0, y}), 0.0);
    }
    EXPECT_LT(distanceAt(field, {1e9, 1e9}), 0.0);
    EXPECT_LT(distanceAt(field, {NAN, 0.0}), 0.0);
    EXPECT_LT(distanceAt(WayField{}, {0.0, 0.0}), 0.0);
}

TEST(WayField, LeadsThroughDoorsThatMissTheGrid)
{
    for (const std::int32_t width : {600, 900, 1'000}) {
        for (const std::int32_t shift : {0, 37, 130, 171}) {
            const std::int32_t left = 2'300 + shift, right = left + width;
            // A room of 5 × 4 m with half of a wall's throat before the door.
            for (const std::int32_t throat : {0, 60, 120}) {
                Polygon room{box(0, 0, 5'000, 4'000), {}};
                if (throat > 0) {
                    room.outer = {{0, 0},     {left, 0},  {left, -throat}, {right, -throat},
                                  {right, 0}, {5'000, 0}, {5'000, 4'000},  {0, 4'000}};
                }
                SCOPED_TRACE(testing::Message() << width << " at " << shift << " throat " << throat);
                expectEverybodyArrives(room, {{left, -throat}, {right, -throat}}, kClear);
            }
        }
    }
}

TEST(WayField, LeadsThroughSlantingRoomsAndTips)
{
    const Polygon wedge{{{0, 0}, {6'000, 1'700}, {5'000, 4'900}, {300, 5'000}, {1'200, 2'500}}, {}};
    const Segment door{{6'000, 1'700}, {5'000, 4'900}};
    expectEverybodyArrives(wedge, door, kClear);
    const Polygon slanting{{{0, 0}, {900, -900}, {6'900, 5'100}, {6'000, 6'000}}, {}};
    expectEverybodyArrives(slanting, {{6'900, 5'100}, {6'000, 6'000}}, kClear);
}

TEST(WayField, LeadsAlongStripsWhoseCellsMeetAtCornersOnly)
{
    // 25 cm wide at 45°: some centres have no open neighbour beside them.
    for (const std::int32_t shift : {0, 30, 60, 90, 120, 150}) {
        const Polygon strip{{{shift, 0}, {shift + 177, -177}, {shift + 5'177, 4'823}, {shift + 5'000, 5'000}}, {}};
        SCOPED_TRACE(shift);
        expectEverybodyArrives(strip, {{shift + 5'177, 4'823}, {shift + 5'000, 5'000}}, kClear);
        expectEverybodyArrives(strip, {{shift, 0}, {shift + 177, -177}}, kClear);
    }
}

TEST(WayField, SeesADoorFromItsOwnSideOfAPartitionOnly)
{
    const Polygon room{box(0, 0, 6'000, 6'000), {reversed(box(2'980, 10, 3'000, 4'000))}};
    const Segment door{{3'000, 0}, {4'000, 0}};
    const WayField field = wayTo(floorOf(room, wallsBut(room, {door}), kCell), {door}, 0.0);
    EXPECT_GT(distanceAt(field, {2.7, 0.2}), 7.0);
    EXPECT_LT(distanceAt(field, {3.3, 0.2}), 0.3);
}

TEST(WayField, NeverPointsIntoAWall)
{
    const Polygon room{{{0, 0},
                        {6'030, 0},
                        {6'030, 2'000},
                        {4'070, 2'000},
                        {4'070, 2'900},
                        {8'000, 2'900},
                        {8'000, 6'100},
                        {0, 6'100}},
                       {reversed(box(1'000, 1'010, 1'330, 1'340)), {{2'000, 3'000}, {2'700, 4'000}, {3'300, 3'100}}}};
    const Segment door{{8'000, 5'000}, {8'000, 6'000}};
    const Floor floor = floorOf(room, wallsBut(room, {door}), kCell);
    for (const double keepClear : {0.0, kClear}) {
        const WayField field = wayTo(floor, {door}, keepClear);
        for (int row = 0; row < floor.grid.rows; ++row) {
            for (int column = 0; column < floor.grid.columns; ++column) {
                const std::size_t cell = floor.grid.cell(column, row);
                if (floor.open[cell] == 0) continue;
                const Vec2 step{static_cast<double>(field.dirX[cell]), static_cast<double>(field.dirY[cell])};
                ASSERT_NEAR(length(step), 1.0, 1e-6) << column << ", " << row;
                const Vec2 at = floor.grid.centre(column, row), next = at + step * kCell;
                const auto nextColumn = static_cast<int>((next.x - floor.grid.low.x) / kCell);
                const auto nextRow = static_cast<int>((next.y - floor.grid.low.y) / kCell);
                const bool atDoor = length(at - nearestOn(toMetres(door.a), toMetres(door.b), at)) <= 1.5 * kCell;
                ASSERT_TRUE(atDoor || floor.open[floor.grid.cell(nextColumn, nextRow)] != 0) << column << ", " << row;
            }
        }
    }
}

TEST(WayField, IsTheSameToTheLastBitEachTime)
{
    const Polygon room = courtyard();
    const Segment door{{10'000, 3'330}, {10'000, 4'330}};
    const auto made = [&] { return hashOf(wayTo(floorOf(room, wallsBut(room, {door}), kCell), {door}, kClear)); };
    EXPECT_EQ(made(), made());
    EXPECT_EQ(made().hex(), "370cd71b56dace4902ac1366f4be39cc") << "at any optimisation, on any processor";
}

TEST(WayField, LeadsToTheNearestOfManyTargets)
{
    const Polygon hall{box(0, 0, 20'000, 4'000), {}};
    const std::vector<Segment> ends{{{0, 0}, {0, 4'000}}, {{20'000, 0}, {20'000, 4'000}}};
    const WayField field = wayTo(floorOf(hall, wallsBut(hall, ends), kCell), ends, 0.0);
    EXPECT_NEAR(distanceAt(field, {6.0, 2.0}), 6.0, 0.1);
    EXPECT_LT(directionAt(field, {6.0, 2.0}).x, -0.99);
    EXPECT_GT(directionAt(field, {14.0, 2.0}).x, 0.99);
    const WayField none = wayTo(floorOf(hall, edgesOf(hall), kCell), {}, 0.0);
    EXPECT_LT(distanceAt(none, {6.0, 2.0}), 0.0);
}

}

}
