#include "editor/model/heat.hpp"

#include "scenarios/maker/maker.hpp"
#include "sim/risk/density.hpp"
#include "tests/editor_model/campus.hpp"
#include "tests/editor_model/traces.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

namespace stairwise::editor {
namespace {

std::shared_ptr<const Walkable> floorsOf(const School& school)
{
    return std::make_shared<const Walkable>(walkableOf(school));
}

SurfaceIndex surfaceNamed(const Walkable& walkable, const std::string& element)
{
    return static_cast<SurfaceIndex>(std::ranges::find(walkable.surfaces, element, &Surface::element) -
                                     walkable.surfaces.begin());
}

float valueAt(const HeatField& field, Vec2 at)
{
    if (field.values.empty()) return -1.0F;
    const int column = static_cast<int>((at.x - field.grid.low.x) / field.grid.size);
    const int row = static_cast<int>((at.y - field.grid.low.y) / field.grid.size);
    return field.values[field.grid.cell(column, row)];
}

/// People in rows so many millimetres apart, in the classroom 201.
Frame crowdIn(const Walkable& walkable, const std::string& element, int apart)
{
    const SurfaceIndex room = surfaceNamed(walkable, element);
    const Point low = walkable.surfaces[room].area.outer.front();
    Frame frame;
    for (int i = 0; i < 100; ++i) {
        frame.person.push_back(static_cast<std::uint32_t>(i));
        frame.x.push_back(low.x + 1000 + i % 10 * apart);
        frame.y.push_back(low.y + 1000 + i / 10 * apart);
        frame.surface.push_back(room);
        frame.vx.push_back(0);
        frame.vy.push_back(0);
    }
    return frame;
}

TEST(Heat, TellsTheDensityWherePeopleStand)
{
    const auto floors = floorsOf(samples::teachingBuilding());
    HeatMaker maker(floors);
    const Frame frame = crowdIn(*floors, "201", 500); // four a square metre
    const SurfaceIndex room = frame.surface.front();
    const Vec2 middle = toMetres({frame.x[55], frame.y[55]});
    EXPECT_NEAR(valueAt(maker.density(frame)[room], middle), 4.0, 0.1);
    EXPECT_LT(valueAt(maker.density(frame)[room], middle + Vec2{5.0, 0.0}), 0.0F); // nobody near
    EXPECT_EQ(valueAt(maker.service(frame)[room], middle), 5.0F);
    EXPECT_NEAR(valueAt(densityNow(*floors, frame)[room], middle), 4.0, 0.1);
    EXPECT_TRUE(maker.density(Frame{})[room].values.empty()) << "what was there before is gone";
}

TEST(Heat, TellsWhereACrowdHeaves)
{
    const auto floors = floorsOf(samples::teachingBuilding());
    HeatMaker maker(floors);
    Frame frame = crowdIn(*floors, "201", 500);
    const SurfaceIndex room = frame.surface.front();
    const Vec2 middle = toMetres({frame.x[55], frame.y[55]});
    for (auto& vx : frame.vx) vx = 1000; // all alike: nobody is pushed about
    EXPECT_EQ(valueAt(maker.pressure(frame)[room], middle), 0.0F);
    for (std::size_t i = 0; i < frame.vx.size(); i += 2) frame.vx[i] = 800;
    const float heaving = valueAt(maker.pressure(frame)[room], middle); // 4 per m², variance at most 0.01 m²/s²
    EXPECT_GT(heaving, 0.02F);
    EXPECT_LE(heaving, 0.041F);
}

TEST(Heat, PressureIsToldInStepsThatDouble)
{
    for (const auto& [pressure, step] :
         {std::pair{0.0, 0}, {0.019, 0}, {0.02, 1}, {0.039, 1}, {0.04, 2}, {0.7, 6}, {2.56, 8}, {40.0, 8}})
        EXPECT_EQ(pressureStep(pressure), step) << pressure;
}

TEST(Heat, ShowsThePeaksOfTheRun)
{
    DensityMap map;
    map.grid = Grid{{0.0, 0.0}, 0.5, 2, 1};
    map.peak = {0.0F, 4.5F};
    map.pressure = {0.0F, 0.03F};
    map.force = {0.0F, 0.0F};
    const auto density = peaksOf({map}, HeatKind::PeakDensity);
    ASSERT_EQ(density.size(), 1U);
    EXPECT_EQ(density[0].values, (std::vector{-1.0F, 4.5F})) << "nobody stood in the first";
    EXPECT_EQ(peaksOf({map}, HeatKind::PeakPressure)[0].values[1], 0.03F);
    EXPECT_TRUE(peaksOf({map}, HeatKind::PeakForce)[0].values.empty()) << "nobody pushes";
}

TEST(Heat, HasTwoTablesOfService)
{
    EXPECT_EQ(serviceLevel(0.0, ServiceTable::Walkway), 0);
    for (const auto& [density, walkway, stair] : {std::tuple{0.30, 0, 0},
                                                  {0.35, 1, 0},
                                                  {0.6, 2, 1},
                                                  {0.9, 3, 2},
                                                  {1.2, 4, 3},
                                                  {1.6, 4, 4},
                                                  {2.2, 5, 4},
                                                  {2.8, 5, 5}}) {
        EXPECT_EQ(serviceLevel(density, ServiceTable::Walkway), walkway) << density;
        EXPECT_EQ(serviceLevel(density, ServiceTable::Stair), stair) << density;
    }
}

TEST(Heat, CountsUseAsARunDoes)
{
    const OwnFolder folder;
    const auto floors = floorsOf(samples::teachingBuilding());
    const MadeTrace trace = traceOver(*floors, 80, 300);
    writeTrace(trace, folder / "t.trace");
    auto use = UseSoFar::open(folder / "t.trace", floors).value();
    use.wait();
    EXPECT_EQ(use.known(), trace.frames.back().time);
    for (const std::size_t frames : {1UL, 150UL, 300UL}) {
        DensityMeter meter(*floors, kCrowdedLimit);
        for (std::size_t k = 0; k < frames; ++k) meter.add(trace.frames[k]);
        const auto fields = use.upTo(trace.frames[frames - 1].time);
        for (std::size_t s = 0; s < fields.size(); ++s) ASSERT_EQ(fields[s].values, meter.maps()[s].crossings) << s;
    }
}

TEST(Heat, TellsTheTimeToTheExit)
{
    const Walkable walkable = walkableOf(samples::teachingBuilding());
    const Network network = networkOf(walkable);
    const auto fields = timeToExit(walkable, network, {}, {});
    const auto toGo = secondsToGo(walkable, network, {}, {}, {});
    const SurfaceIndex room = surfaceNamed(walkable, "501");
    const Vec2 low = toMetres(walkable.surfaces[room].area.outer.front());
    const double here = valueAt(fields[room], low + Vec2{1.0, 1.0});
    const double nearer = valueAt(fields[room], low + Vec2{1.0, 6.0}); // the doors are at the far wall
    EXPECT_GT(here, 45.0);                                             // four storeys down
    EXPECT_NEAR(here - nearer, 5.0 / kRouteSpeed, 1.0);
    EXPECT_EQ(valueAt(fields[surfaceNamed(walkable, "yard")], {0.0, -20.0}), 0.0F);
    Barred barred(network.passages.size(), 1);
    EXPECT_LT(valueAt(timeToExit(walkable, network, {}, barred)[room], low + Vec2{1.0, 1.0}), 0.0F);
    const auto toArea = timeToExit(walkable, network, {Goal::Kind::Assembly, {{"A7"}}, {}}, {});
    EXPECT_EQ(valueAt(toArea[surfaceNamed(walkable, "yard")], {10.0, -30.0}), 0.0F); // in it
    EXPECT_NEAR(valueAt(toArea[surfaceNamed(walkable, "yard")], {10.0, -50.0}), 5.0 / kRouteSpeed, 0.5);
}

// 30 ms a frame, so that playing keeps up; loaded machines of the tests get twice that.
TEST(Heat, KeepsUpWithTwoThousandPeople)
{
    const auto floors = floorsOf(campusOf(1));
    const MadeTrace trace = traceOver(*floors, 2000, 200);
    HeatMaker maker(floors);
    double density = 1e9, service = 1e9;
    for (std::size_t k = 0; k < 20; ++k) { // everybody is there
        const Frame& frame = trace.frames[k];
        density = std::min(density, millisecondsOf([&] { (void)maker.density(frame); }));
        service = std::min(service, millisecondsOf([&] { (void)maker.service(frame); }));
    }
    const OwnFolder folder;
    writeTrace(trace, folder / "t.trace");
    auto use = UseSoFar::open(folder / "t.trace", floors).value();
    use.wait();
    const double used = millisecondsOf([&] { (void)use.upTo(100.0); });
    std::printf("density %.1f ms, service %.1f ms, use %.1f ms\n", density, service, used);
    EXPECT_LT(density, 60.0);
    EXPECT_LT(service, 60.0);
    EXPECT_LT(used, 60.0);
}

}
}
