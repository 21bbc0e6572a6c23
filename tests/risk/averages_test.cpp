#include "sim/risk/averages.hpp"
#include "sim/risk/scale.hpp"
#include "tests/risk/floors.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

void walk(Frame& frame, std::size_t row, Vec2 velocity)
{
    frame.vx[row] = static_cast<std::int16_t>(std::lround(1000.0 * velocity.x));
    frame.vy[row] = static_cast<std::int16_t>(std::lround(1000.0 * velocity.y));
}

AroundEach around(const Floors& floors, const Frame& frame, const std::vector<double>& bodies = {})
{
    VoronoiCells cells(floors.walkable);
    Shares shares;
    cells.measure(frame, shares);
    Workers alone(1);
    AroundEach each;
    lookAround(frame, shares, bodies, alone, each);
    return each;
}

Frame crowd(Floors& floors)
{
    Frame frame;
    lattice(frame, floors.room(0, 0, 8, 8), {0, 0}, {8, 8}, 0.5);
    return frame;
}

TEST(CrowdPressure, OfRigidTranslationIsZero)
{
    Floors floors;
    Frame frame = crowd(floors);
    for (std::size_t i = 0; i < frame.size(); ++i) walk(frame, i, {0.731, -0.417});
    for (const double pressure : around(floors, frame).pressure) EXPECT_EQ(pressure, 0.0);
}

TEST(CrowdPressure, IsDensityTimesVarianceOfVelocity)
{
    Floors floors;
    Frame frame = crowd(floors); // 4 per m²
    for (std::size_t i = 0; i < frame.size(); ++i) walk(frame, i, {i % 2 == 0 ? 0.1 : -0.1, 0.0});
    const AroundEach each = around(floors, frame);
    // Rows of 16 alternate: of the person and three of the four nearest, 1 … 2 walk the other way: 0.75 · 0.25 · 0.2² …
    // 0.25 · 0.2², times 4.
    for (std::size_t i = 0; i < frame.size(); ++i) {
        EXPECT_GE(each.pressure[i], 0.0);
        EXPECT_LE(each.pressure[i], 4.0 * 0.01 + 1e-9);
    }
    double most = 0.0;
    for (const double pressure : each.pressure) most = std::max(most, pressure);
    EXPECT_NEAR(most, 4.0 * 0.01, 0.011);
}

TEST(Against, CountsWhoComesTheOtherWayAndNobodyWhoWaits)
{
    Floors floors;
    Frame frame = crowd(floors);
    for (std::size_t i = 0; i < frame.size(); ++i) walk(frame, i, {i % 2 == 0 ? 1.0 : -1.0, 0.0});
    double sum = 0.0;
    for (const double against : around(floors, frame).against) sum += against;
    EXPECT_GT(sum, 0.2 * static_cast<double>(frame.size()));
    for (std::size_t i = 0; i < frame.size(); ++i) walk(frame, i, {i % 2 == 0 ? 1.0 : -0.1, 0.0});
    for (const double against : around(floors, frame).against) EXPECT_EQ(against, 0.0);
}

TEST(Occupied, IsTheShareOfTheFloorThatBodiesCover)
{
    Floors floors;
    const Frame frame = crowd(floors);
    const AroundEach each = around(floors, frame, std::vector<double>(frame.size(), 0.1));
    for (const double occupied : each.occupied) EXPECT_NEAR(occupied, 0.4, 0.002);
}

TEST(SecondAverager, AveragesWhatPressesOverASecond)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 4, 4);
    SecondAverager averager(floors.walkable, {});
    Workers alone(1);
    const SecondMean* second = nullptr;
    for (int k = 0; k < 3; ++k) {
        Frame frame;
        frame.time = 0.5 * k;
        stand(frame, hall, {2, 2});
        second = averager.add(frame, {{k == 1 ? 100.0 : 0.0}, {{hall, {4, 2}, k == 1 ? 80.0 : 40.0}}}, alone);
    }
    ASSERT_NE(second, nullptr);
    EXPECT_EQ(second->time, 0.5);
    EXPECT_NEAR(second->force.at(0), 50.0, 1e-9); // the frame in the middle stands for half of the second
    ASSERT_EQ(second->walls.size(), 1U);
    EXPECT_NEAR(second->walls[0].newtonsPerMetre, 60.0, 1e-9);
}

TEST(Fruin, HasOneScaleForWalkwaysAndAnotherForStairs)
{
    EXPECT_EQ(levelOnWalkway(0.2), 'A');
    EXPECT_EQ(levelOnWalkway(1.0), 'D');
    EXPECT_EQ(levelOnWalkway(2.2), 'F');
    EXPECT_EQ(levelOnStair(0.5), 'A');
    EXPECT_EQ(levelOnStair(1.5), 'D');
    EXPECT_EQ(levelOnStair(2.2), 'E');
    EXPECT_EQ(levelOnStair(2.8), 'F');
}

TEST(RiskLimits, BelowZeroOrNoNumberAreRefused)
{
    EXPECT_TRUE(checkLimits({}));
    for (const double wrong : {-1.0, 0.0, std::nan(""), 1.0 / 0.0}) {
        RiskLimits limits;
        limits.rail = wrong;
        const Done checked = checkLimits(limits);
        ASSERT_FALSE(checked);
        EXPECT_EQ(checked.fault().place, "rail_limit");
    }
}

}
}
