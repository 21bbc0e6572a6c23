#include "sim/risk/flow_measures.hpp"
#include "tests/risk/raster.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

// A lattice of people half a metre apart who all walk east.
std::vector<Frame> marching(double speed, double interval, int count)
{
    std::vector<Frame> frames;
    for (int k = 0; k < count; ++k) {
        frames.emplace_back();
        frames.back().time = k * interval;
        lattice(frames.back(), 0, {4.0 + k * interval * speed, 0.0}, {14.0 + k * interval * speed, 4.0}, 0.5);
    }
    return frames;
}

TEST(FlowMeasures, ALatticeHasItsDensitySpeedAndFlowByEveryMethod)
{
    Floors floors;
    floors.room(0.0, 0.0, 30.0, 4.0);
    const auto frames = marching(1.2, 0.5, 3);
    const MeasuringArea area{0, {8.0, 0.0}, {10.0, 4.0}, {}};
    VoronoiCells cells(floors.walkable);
    const auto velocities = velocitiesAt(frames, 1, 1);
    const AreaState voronoi = voronoiState(cells, frames[1], velocities, area);
    EXPECT_NEAR(voronoi.density, 4.0, 0.01);
    EXPECT_NEAR(voronoi.speed, 1.2, 0.005);
    EXPECT_NEAR(voronoi.specificFlow(), 4.8, 0.02);
    const AreaState classical = classicalState(frames[1], velocities, area);
    EXPECT_NEAR(classical.density, 4.0, 0.01);
    EXPECT_NEAR(classical.speed, 1.2, 0.005);
}

TEST(FlowMeasures, VoronoiDensityDoesNotJumpWhereSomebodyStepsOverTheEdge)
{
    Floors floors;
    floors.room(0.0, 0.0, 30.0, 4.0);
    const MeasuringArea area{0, {9.9, 0.0}, {11.1, 4.0}, {}};
    VoronoiCells cells(floors.walkable);
    double least = 1e9, most = 0.0, leastCounted = 1e9, mostCounted = 0.0;
    for (const Frame& frame : marching(1.0, 0.04, 20)) {
        const std::vector<Vec2> still(frame.size());
        const double smooth = voronoiState(cells, frame, still, area).density;
        const double counted = classicalState(frame, still, area).density;
        least = std::min(least, smooth);
        most = std::max(most, smooth);
        leastCounted = std::min(leastCounted, counted);
        mostCounted = std::max(mostCounted, counted);
    }
    EXPECT_LT(most - least, 0.02);
    EXPECT_GT(mostCounted - leastCounted, 1.0);
    EXPECT_NEAR(most, 4.0, 0.02);
}

TEST(FlowMeasures, AnEmptyAreaHasNoDensityAndNoSpeed)
{
    Floors floors;
    floors.room(0.0, 0.0, 30.0, 4.0);
    VoronoiCells cells(floors.walkable);
    const MeasuringArea area{0, {8.0, 0.0}, {10.0, 4.0}, {}};
    EXPECT_EQ(voronoiState(cells, {}, {}, area).density, 0.0);
    EXPECT_EQ(classicalState({}, {}, area).speed, 0.0);
}

TEST(FlowMeasures, PeopleOnOtherSurfacesOverTheAreaDoNotCount)
{
    Floors floors;
    floors.room(0.0, 0.0, 10.0, 10.0);
    floors.room(0.0, 0.0, 10.0, 10.0); // a flight over the room
    Frame frame;
    stand(frame, 0, {5.0, 5.0});
    stand(frame, 1, {5.2, 5.0});
    VoronoiCells cells(floors.walkable);
    const MeasuringArea area{0, {4.0, 4.0}, {6.0, 6.0}, {}};
    const std::vector<Vec2> still(2);
    EXPECT_NEAR(voronoiState(cells, frame, still, area).density, 1.0 / 9.0, 1e-6);
    EXPECT_NEAR(classicalState(frame, still, area).density, 0.25, 1e-9);
}

Frame one(double time, std::uint32_t person, Vec2 at)
{
    Frame frame;
    frame.time = time;
    stand(frame, 0, at);
    frame.person[0] = person;
    return frame;
}

TEST(FlowMeasures, VelocityUsesWhatFramesThereAre)
{
    const std::vector<Frame> frames = {one(0.0, 7, {0, 0}), one(1.0, 7, {1, 0}), one(2.0, 7, {3, 0}),
                                       one(3.0, 8, {9, 9})};
    EXPECT_NEAR(velocitiesAt(frames, 0, 1)[0].x, 1.0, 1e-9);
    EXPECT_NEAR(velocitiesAt(frames, 1, 1)[0].x, 1.5, 1e-9);
    EXPECT_NEAR(velocitiesAt(frames, 2, 1)[0].x, 2.0, 1e-9); // gone in the next frame
    EXPECT_EQ(velocitiesAt(frames, 3, 1)[0].x, 0.0);         // seen once
}

TEST(FlowMeasures, ALineIsCrossedInItsDirectionBetweenItsEnds)
{
    const std::vector<Frame> frames = {one(0.0, 1, {0.0, 1.0}), one(1.0, 1, {4.0, 1.0}), one(2.0, 1, {0.0, 1.0})};
    const auto east = crossingsOf(frames, {0, {1.0, 0.0}, {1.0, 2.0}});
    ASSERT_EQ(east.size(), 1U);
    EXPECT_NEAR(east[0].time, 0.25, 1e-9);
    EXPECT_EQ(east[0].person, 1U);
    const auto west = crossingsOf(frames, {0, {1.0, 2.0}, {1.0, 0.0}});
    ASSERT_EQ(west.size(), 1U);
    EXPECT_NEAR(west[0].time, 1.75, 1e-9);
    EXPECT_TRUE(crossingsOf(frames, {0, {1.0, 2.0}, {1.0, 3.0}}).empty()) << "beside the line";
    EXPECT_TRUE(crossingsOf(frames, {1, {1.0, 0.0}, {1.0, 2.0}}).empty()) << "on another surface";
}

TEST(FlowMeasures, FlowIsTakenFromTheFirstToTheLastAndMayLeaveTheEndsOut)
{
    std::vector<Crossed> crossed;
    for (int i = 0; i <= 20; ++i) crossed.push_back({i * 0.5, 0});
    EXPECT_NEAR(flowThrough(crossed, 0.0), 2.0, 1e-9);
    crossed.front().time = -50.0; // a straggler before
    EXPECT_NEAR(flowThrough(crossed, 0.1), 2.0, 1e-9);
    EXPECT_LT(flowThrough(crossed, 0.0), 0.5);
    EXPECT_EQ(flowThrough({}, 0.1), 0.0);
    EXPECT_EQ(flowThrough(std::span(crossed).first(1), 0.0), 0.0);
}

// Method D by squares: each belongs to the nearest who sees it.
AreaState rasterState(const Floors& floors, const Frame& frame, std::span<const Vec2> velocities,
                      const MeasuringArea& area)
{
    constexpr double kPixel = 0.02;
    std::vector<double> share(frame.size(), 0.0);
    double density = 0.0, speed = 0.0, squares = 0.0;
    for (double y = area.low.y + 0.5 * kPixel; y < area.high.y; y += kPixel)
        for (double x = area.low.x + 0.5 * kPixel; x < area.high.x; x += kPixel) {
            std::size_t nearest = frame.size();
            double least = 1e9;
            for (std::size_t i = 0; i < frame.size(); ++i) {
                const Vec2 off = Vec2{x, y} - toMetres({frame.x[i], frame.y[i]});
                if (std::fabs(off.x) > kCellReach || std::fabs(off.y) > kCellReach || length(off) >= least) continue;
                least = length(off);
                nearest = i;
            }
            if (nearest == frame.size()) continue;
            if (share[nearest] == 0.0) share[nearest] = rasterShare(floors, frame, nearest, 0.01);
            density += 1.0 / share[nearest];
            speed += length(velocities[nearest]);
            squares += 1.0;
        }
    const double all = squareMetresOf(area) / (kPixel * kPixel);
    return {density / all, squares > 0.0 ? speed / squares : 0.0};
}

std::vector<Frame> inOrder(const std::map<int, Frame>& byNumber, double perSecond)
{
    std::vector<Frame> frames;
    for (const auto& [number, frame] : byNumber) {
        // Rows by person, as a run writes them.
        std::vector<std::size_t> rows(frame.size());
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i;
        std::ranges::sort(rows, {}, [&frame = frame](std::size_t i) { return frame.person[i]; });
        Frame sorted;
        sorted.time = number / perSecond;
        for (const std::size_t i : rows) {
            stand(sorted, 0, toMetres({frame.x[i], frame.y[i]}));
            sorted.person.back() = frame.person[i];
        }
        frames.push_back(std::move(sorted));
    }
    return frames;
}

TEST(FlowMeasuresOnTrajectories, VoronoiStateOfARealCrowdIsThatOfAPlainRaster)
{
    const auto frames = inOrder(archiveFrames("uni-directional__uo-180-180-070.txt", 0.01), 16.0);
    if (frames.empty()) GTEST_SKIP() << "the archive is not at hand";
    Floors floors; // the walls are not in the file: a room around everybody in the straight part
    floors.room(-0.6, -7.0, 2.8, 9.0);
    const MeasuringArea area{0, {-0.1, 1.0}, {1.9, 3.0}, {}};
    VoronoiCells cells(floors.walkable);
    for (const std::size_t at : {frames.size() / 3, frames.size() / 2, 2 * frames.size() / 3}) {
        const auto velocities = velocitiesAt(frames, at, 5);
        const AreaState state = voronoiState(cells, frames[at], velocities, area);
        const AreaState reference = rasterState(floors, frames[at], velocities, area);
        EXPECT_NEAR(state.density, reference.density, 0.015 * reference.density) << at;
        EXPECT_NEAR(state.speed, reference.speed, 0.015 * reference.speed + 0.002) << at;
    }
}

TEST(FlowMeasuresOnTrajectories, ClassicalAndVoronoiDensityAgreeOnTheMean)
{
    const auto frames = inOrder(archiveFrames("uni-directional__uo-180-180-070.txt", 0.01), 16.0);
    if (frames.empty()) GTEST_SKIP() << "the archive is not at hand";
    Floors floors;
    floors.room(-0.2, -7.0, 2.0, 9.0);
    const MeasuringArea area{0, {-0.2, 0.0}, {2.0, 4.0}, {}};
    VoronoiCells cells(floors.walkable);
    double voronoi = 0.0, classical = 0.0, moments = 0.0;
    for (std::size_t k = frames.size() / 3; k < 2 * frames.size() / 3; k += 8) {
        const std::vector<Vec2> still(frames[k].size());
        voronoi += voronoiState(cells, frames[k], still, area).density;
        classical += classicalState(frames[k], still, area).density;
        moments += 1.0;
    }
    EXPECT_GT(classical / moments, 1.5) << "a congested run";
    EXPECT_NEAR(voronoi / classical, 1.0, 0.05);
}

TEST(FlowMeasuresOnTrajectories, TheBottleneckOfHalfAMetrePassedOnePointOneFiveASecond)
{
    const auto frames = inOrder(archiveFrames("bottleneck__040_c_56_h-.txt", 1.0), 25.0);
    if (frames.empty()) GTEST_SKIP() << "the archive is not at hand";
    const auto crossed = crossingsOf(frames, {kNowhere, {-2.0, 0.0}, {2.0, 0.0}}); // southwards
    EXPECT_EQ(crossed.size(), 75U);
    EXPECT_NEAR(flowThrough(crossed, 0.0), 1.15, 0.01);
}

}
}
