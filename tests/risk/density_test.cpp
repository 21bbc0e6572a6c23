#include "sim/base/random.hpp"
#include "sim/risk/density.hpp"
#include "sim/risk/grid_walk.hpp"
#include "sim/risk/voronoi.hpp"
#include "tests/risk/floors.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stairwise {
namespace {

Frame at(Frame frame, double time)
{
    frame.time = time;
    return frame;
}

float peakAt(const DensityMap& map, Vec2 place)
{
    float value = -1.0F;
    walkGrid(map.grid, place, place, FirstCell::Counted, [&](std::size_t c) { value = map.peak[c]; });
    return value;
}

float sum(const std::vector<float>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0F);
}

// Anywhere in [0, 12]² metres.
Frame scattered(SurfaceIndex hall, std::uint32_t people)
{
    Frame frame;
    for (std::uint32_t i = 0; i < people; ++i)
        stand(frame, hall, {12.0 * uniform({5, i, 1, 0}), 12.0 * uniform({5, i, 2, 0})});
    return frame;
}

TEST(Density, LatticeAtFourPerSquareMetreIsFour)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 8, 8);
    Frame frame;
    lattice(frame, hall, {0, 0}, {8, 8}, 0.5);
    VoronoiCells cells(floors.walkable);
    Shares shares;
    cells.measure(frame, shares);
    for (std::size_t i = 0; i < frame.size(); ++i) EXPECT_NEAR(densityOverSquareMetre(shares, i), 4.0, 0.02);
}

TEST(Density, DenserThanASquareMetreOfBodiesStillFillsIt)
{
    for (const double spacing : {0.4, 0.32, 0.3}) { // 6.25, 9.8 and 11.1 per m²
        Floors floors;
        const auto hall = floors.room(0, 0, 9.6, 9.6);
        Frame frame;
        lattice(frame, hall, {0, 0}, {9.6, 9.6}, spacing);
        VoronoiCells cells(floors.walkable);
        Shares shares;
        cells.measure(frame, shares);
        const std::size_t middle = frame.size() / 2 + 10;
        EXPECT_NEAR(densityOverSquareMetre(shares, middle), 1.0 / (spacing * spacing), 0.02);
        double area = shares.area[middle];
        for (auto k = shares.nearFrom[middle]; k < shares.nearFrom[middle + 1]; ++k)
            area += shares.area[shares.near[k]];
        EXPECT_GE(area, 1.0) << spacing;
    }
}

TEST(Density, TwoCloseTogetherAreNoCrush)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 20, 20);
    Frame frame;
    stand(frame, hall, {10.0, 10.0});
    stand(frame, hall, {10.3, 10.1}); // in one half-metre cell: 8 per m² if heads are counted
    VoronoiCells cells(floors.walkable);
    Shares shares;
    cells.measure(frame, shares);
    for (std::size_t i = 0; i < 2; ++i) EXPECT_LT(densityOverSquareMetre(shares, i), 0.25);
}

TEST(Density, OneSmallCellIsAveragedWithItsNeighbours)
{
    Shares shares;
    shares.area = {0.1, 0.4, 0.8};
    shares.nearFrom = {0, 2, 2, 2};
    shares.near = {1, 2};
    // 0.1 + 0.4 + 0.5 m² hold 1 + 1 + 5/8 people.
    EXPECT_NEAR(densityOverSquareMetre(shares, 0), 2.625, 1e-12);
    EXPECT_NEAR(densityOverSquareMetre(shares, 1), 2.5, 1e-12); // nobody in sight: its own share
    shares.area[2] = 3.0;
    EXPECT_NEAR(densityOverSquareMetre(shares, 2), 1.0 / 3.0, 1e-12);
}

TEST(Density, TheNearestFillTheSquareMetreWhetherTheyCutTheCellOrNot)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 12, 12);
    const Frame frame = scattered(hall, 400);
    VoronoiCells cells(floors.walkable);
    Shares shares;
    cells.measure(frame, shares);
    for (std::size_t i = 0; i < frame.size(); ++i) {
        std::vector<std::pair<double, std::uint32_t>> others;
        for (std::uint32_t j = 0; j < frame.size(); ++j)
            if (j != i) others.emplace_back(std::hypot(frame.x[j] - frame.x[i], frame.y[j] - frame.y[i]), j);
        std::ranges::sort(others);
        std::size_t k = shares.nearFrom[i];
        double area = shares.area[i];
        for (std::size_t next = 0; area < 1.0; ++next, ++k) {
            ASSERT_LT(k, shares.nearFrom[i + 1]) << i;
            ASSERT_EQ(shares.near[k], others[next].second) << i;
            area += shares.area[shares.near[k]];
        }
        EXPECT_EQ(k, shares.nearFrom[i + 1]) << i;
    }
}

TEST(Density, ThreadsChangeNothing)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 12, 12);
    const Frame frame = scattered(hall, 500);
    VoronoiCells cells(floors.walkable);
    Shares one;
    cells.measure(frame, one);
    for (const unsigned threads : {2U, 3U, 5U}) {
        Workers workers(threads);
        Shares shared;
        cells.measure(frame, shared, workers);
        EXPECT_EQ(shared.area, one.area) << threads;
        EXPECT_EQ(shared.near, one.near) << threads;
        EXPECT_EQ(shared.nearFrom, one.nearFrom) << threads;
    }
}

TEST(DensityMeter, CountsPersonSecondsAboveTheLimit)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 4, 4);
    floors.room(20, 0, 24, 4);
    Frame frame;
    lattice(frame, hall, {0, 0}, {4, 4}, 0.5); // 64 people at 4 per m²
    DensityMeter meter(floors.walkable, kCrowdedLimit);
    for (int k = 0; k <= 20; ++k) meter.add(at(frame, 0.5 * k));
    const auto places = meter.crowdedPlaces(10);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].surface, hall);
    EXPECT_NEAR(places[0].personSeconds, 64 * 19 * 0.5, 1e-6); // first and last frame have no whole second around them
    EXPECT_NEAR(places[0].peak, 4.0, 0.02);
    EXPECT_EQ(places[0].from, 0.5);
    EXPECT_EQ(places[0].to, 9.5);
    EXPECT_NEAR(peakAt(meter.maps()[hall], {2.2, 2.2}), 4.0, 0.02);
    EXPECT_EQ(sum(meter.maps()[1].peak), 0.0F);
    EXPECT_EQ(DensityMeter(floors.walkable, 5.0).crowdedPlaces(10).size(), 0U);
}

TEST(DensityMeter, AMomentIsNoSecond)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 4, 4);
    Frame sparse; // 64 people in a wide hall would be the same people: here they stand at 1 per m² …
    Frame dense;
    lattice(sparse, hall, {0, 0}, {4, 4}, 1.0);
    for (int i = 0; i < 16; ++i) stand(dense, hall, {1.0 + 0.5 * (i % 4), 1.0 + 0.5 * (i / 4)}); // … and here at 4
    const auto peakOf = [&](std::vector<Frame> frames) {
        DensityMeter meter(floors.walkable, kCrowdedLimit);
        for (std::size_t k = 0; k < frames.size(); ++k) meter.add(at(frames[k], 0.5 * static_cast<double>(k)));
        return *std::ranges::max_element(meter.maps()[hall].peak);
    };
    VoronoiCells cells(floors.walkable);
    Shares shares;
    cells.measure(dense, shares);
    double most = 0.0;
    for (std::size_t i = 0; i < dense.size(); ++i) most = std::max(most, densityOverSquareMetre(shares, i));
    EXPECT_NEAR(peakOf({dense, dense, dense}), most, 1e-6);
    EXPECT_NEAR(peakOf({sparse, dense, sparse}), 0.5 * (most + 1.0), 1e-6);
    EXPECT_EQ(peakOf({dense, dense}), 0.0F);
    Frame gone = dense;
    for (auto* column : {&gone.person, &gone.surface}) column->resize(1);
    for (auto* column : {&gone.x, &gone.y}) column->resize(1);
    for (auto* column : {&gone.vx, &gone.vy}) column->resize(1);
    DensityMeter meter(floors.walkable, kCrowdedLimit);
    for (const Frame& frame : {at(dense, 0.0), at(dense, 0.5), at(gone, 1.0)}) meter.add(frame);
    const auto& peaks = meter.maps()[hall].peak;
    EXPECT_EQ(std::count_if(peaks.begin(), peaks.end(), [](float peak) { return peak > 0.0F; }), 1); // who stayed
}

TEST(DensityMeter, ALongCorridorIsToldInStretches)
{
    Floors floors;
    const auto corridor = floors.room(0, 0, 60, 2.4);
    Frame frame;
    lattice(frame, corridor, {30.2, 0}, {35.8, 2.4}, 0.4); // 6.25 per m², before stair B say
    lattice(frame, corridor, {6.2, 0}, {8.2, 2.0}, 0.4);
    DensityMeter meter(floors.walkable, kCrowdedLimit);
    for (int k = 0; k <= 10; ++k) meter.add(at(frame, 0.5 * k));
    const auto places = meter.crowdedPlaces(10);
    ASSERT_EQ(places.size(), 2U);
    EXPECT_GT(places[0].at.x, 30.0);
    EXPECT_LT(places[0].at.x, 36.0);
    EXPECT_GT(places[1].at.x, 6.0);
    EXPECT_LT(places[1].at.x, 9.0);
    EXPECT_GT(places[0].personSeconds, 2.0 * places[1].personSeconds);
    ASSERT_EQ(meter.crowdedPlaces(1).size(), 1U);
    EXPECT_GT(meter.crowdedPlaces(1)[0].at.x, 30.0);
}

TEST(DensityMeter, CrossingsAreCountedAlongTheWayAndThroughDoors)
{
    Floors floors;
    const auto a = floors.room(0, 0, 5, 2);
    const auto b = floors.room(5, 0, 10, 2);
    floors.portal(a, b, {5, 0}, {5, 2});
    DensityMeter meter(floors.walkable, kCrowdedLimit);
    for (int k = 0; k <= 10; ++k) { // 0.9 m a frame: jumps over cells
        const double x = 0.6 + 0.9 * k;
        Frame frame;
        stand(frame, x < 5.0 ? a : b, {x, 1.2});
        meter.add(at(frame, 0.5 * k));
    }
    for (const auto& map : meter.maps()) {
        float most = 0.0F;
        for (const float crossings : map.crossings) most = std::max(most, crossings);
        EXPECT_EQ(most, 1.0F);
    }
    // From the cell of 0.6 m to the door, half a metre each; the line of the door may fall into one cell more.
    EXPECT_NEAR(sum(meter.maps()[a].crossings), 9.5F, 0.5F);
    EXPECT_NEAR(sum(meter.maps()[b].crossings), 10.5F, 0.5F);
    EXPECT_GT(peakAt(meter.maps()[a], {1.5, 1.2}), 0.1F);
}

TEST(DensityMeter, PeopleOnNoSurfaceAreLeftOut)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 4, 4);
    Frame frame;
    stand(frame, kNowhere, {1, 1});
    stand(frame, hall, {2, 2});
    DensityMeter meter(floors.walkable, 0.01);
    for (int k = 0; k <= 3; ++k) meter.add(at(frame, 0.5 * k));
    ASSERT_EQ(meter.crowdedPlaces(9).size(), 1U);
    EXPECT_NEAR(meter.crowdedPlaces(9)[0].peak, 1.0 / 9.0, 1e-6);
}

TEST(DensityMeter, FasterFramesGiveTheSameSecond)
{
    Floors floors;
    const auto hall = floors.room(0, 0, 4, 4);
    Frame frame;
    lattice(frame, hall, {0, 0}, {4, 4}, 0.5);
    DensityMeter meter(floors.walkable, kCrowdedLimit);
    for (int k = 0; k <= 100; ++k) meter.add(at(frame, 0.1 * k));
    EXPECT_NEAR(meter.crowdedPlaces(1).at(0).personSeconds, 64 * 9.1, 1e-6);
}

TEST(GridWalk, VisitsEachCellOfTheWayOnce)
{
    const Grid grid{{0, 0}, 0.5, 10, 10};
    const auto cells = [&](Vec2 from, Vec2 to, FirstCell first) {
        std::vector<std::size_t> visited;
        walkGrid(grid, from, to, first, [&](std::size_t c) { visited.push_back(c); });
        return visited;
    };
    EXPECT_EQ(cells({0.1, 0.1}, {0.1, 0.1}, FirstCell::Counted), (std::vector<std::size_t>{0}));
    EXPECT_EQ(cells({0.1, 0.1}, {0.2, 0.2}, FirstCell::Skipped), (std::vector<std::size_t>{}));
    EXPECT_EQ(cells({0.1, 0.1}, {1.6, 0.1}, FirstCell::Skipped), (std::vector<std::size_t>{1, 2, 3}));
    EXPECT_EQ(cells({1.6, 0.1}, {0.1, 0.6}, FirstCell::Skipped), (std::vector<std::size_t>{2, 1, 0, 10}));
    EXPECT_EQ(cells({-1.0, 0.1}, {0.6, 0.1}, FirstCell::Counted), (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(cells({0.25, 0.25}, {0.25, 1.0}, FirstCell::Counted), (std::vector<std::size_t>{0, 10, 20}));
}

}
}
