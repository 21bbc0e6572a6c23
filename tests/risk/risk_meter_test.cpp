#include "sim/risk/risk_meter.hpp"
#include "tests/risk/floors.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise {
namespace {

// A room, a corridor beside it and a flight that leads on from the corridor: 4 m wide, 2.5 m, 1.5 m.
struct House {
    Floors floors;
    SurfaceIndex room = floors.room(0, 2, 4, 8);
    SurfaceIndex corridor = floors.room(0, -1, 12, 2);
    SurfaceIndex flight = floors.room(12, 0, 16, 1.5);
    Workers alone{1};
    double time = 0.0;

    House()
    {
        floors.portal(room, corridor, {0, 2}, {4, 2});
        floors.portal(corridor, flight, {12, 0}, {12, 1.5});
        Surface& stair = floors.walkable.surfaces[flight];
        stair.kind = SurfaceKind::Flight;
        stair.uphill = {-1, 0};
    }
    void add(RiskMeter& meter, Frame frame, double seconds)
    {
        for (double end = time + seconds; time < end; time += 0.5) {
            frame.time = time;
            meter.add(frame, {}, alone);
        }
    }
    [[nodiscard]] std::vector<RiskPerson> people(std::size_t count) const
    {
        std::vector<RiskPerson> all;
        for (std::size_t i = 0; i < count; ++i)
            all.push_back({static_cast<std::uint32_t>(i % 2), i % 2 == 0 ? 0.0 : 30.0, 0.1});
        return all;
    }
    [[nodiscard]] RiskMeter meter(RiskLimits limits = {}, std::size_t count = 100) const
    {
        return {floors.walkable, limits, people(count)};
    }
};

Circumstances twoClasses()
{
    return {{"1-1", "1-2"}, {}, {}, {}};
}

bool has(const RiskPoint& point, RiskCause cause)
{
    return std::ranges::any_of(point.causes, [&](const FoundCause& found) { return found.cause == cause; });
}

TEST(RiskPoints, NameThePlaceTheWindowAndWhoWasThere)
{
    House house;
    RiskMeter meter = house.meter();
    Frame frame; // 4.94 per m² on the lower half of the flight (east), 20 people
    lattice(frame, house.flight, {14.2, 0}, {16.0, 1.35}, 0.45);
    house.add(meter, frame, 12.0);
    house.add(meter, {}, 5.0);
    const auto points = meter.points(twoClasses());
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].surface, house.flight);
    EXPECT_EQ(points[0].part, PointPart::LowerHalf);
    EXPECT_EQ(points[0].from, 0.5);
    EXPECT_EQ(points[0].to, 11.0);
    EXPECT_EQ(points[0].rank, 3);
    EXPECT_GT(points[0].peak, 4.0);
    EXPECT_GT(points[0].above[1], 10.0);
    ASSERT_EQ(points[0].classes.size(), 2U);
    EXPECT_NEAR(points[0].classes[0].share, 0.5, 0.1);
    EXPECT_TRUE(has(points[0], RiskCause::ReleasedTogether));
    EXPECT_FALSE(has(points[0], RiskCause::Merging));
}

TEST(RiskPoints, APauseBeginsANewPoint)
{
    House house;
    RiskMeter meter = house.meter();
    Frame frame;
    lattice(frame, house.flight, {12, 0}, {16, 1.5}, 0.45);
    house.add(meter, frame, 5.0);
    house.add(meter, {}, 8.0);
    house.add(meter, frame, 5.0);
    EXPECT_EQ(meter.points(twoClasses()).size(), 1U);
    house.add(meter, {}, 15.0);
    house.add(meter, frame, 5.0);
    EXPECT_EQ(meter.points(twoClasses()).size(), 2U);
}

TEST(RiskPoints, RankByTheColourThatEnoughPeopleReached)
{
    const auto rankAt = [](double spacing) {
        House house;
        RiskMeter meter = house.meter({}, 0);
        Frame frame;
        lattice(frame, house.flight, {12, 0}, {16, 1.5}, spacing);
        house.add(meter, frame, 14.0);
        const auto points = meter.points({});
        return points.empty() ? 0 : points[0].rank;
    };
    EXPECT_EQ(rankAt(0.60), 0); // 2.8 per m²: no limit is passed
    EXPECT_EQ(rankAt(0.50), 3); // 4.0
    EXPECT_EQ(rankAt(0.44), 4); // 5.2
    EXPECT_EQ(rankAt(0.36), 5); // 7.7
}

TEST(RiskPoints, RankByWhatLastsOrIsMadeUpForByMany)
{
    const auto rankAfter = [](double seconds, double least) {
        House house;
        RiskLimits limits;
        limits.least = least;
        RiskMeter meter = house.meter(limits, 0);
        Frame frame;
        lattice(frame, house.flight, {12, 0}, {16, 1.5}, 0.36); // 7.7 per m², some forty people
        house.add(meter, frame, seconds);
        const auto points = meter.points({});
        return points.empty() ? 0 : points[0].rank;
    };
    EXPECT_EQ(rankAfter(6.0, 10.0), 5);  // many: far more than 100 person-seconds
    EXPECT_LT(rankAfter(6.0, 100.0), 4); // told, but a moment
    EXPECT_EQ(rankAfter(14.0, 100.0), 5);
}

TEST(RiskPoints, AreNotMadeOfAFewPeopleForAMoment)
{
    House house;
    RiskMeter meter = house.meter();
    Frame frame;
    lattice(frame, house.flight, {12, 0}, {16, 1.5}, 0.45);
    house.add(meter, frame, 1.5);
    EXPECT_TRUE(meter.points(twoClasses()).empty() || meter.points(twoClasses())[0].personSeconds >= 10.0);
    RiskMeter strict = house.meter({.least = 1000.0});
    house.add(strict, frame, 5.0);
    EXPECT_TRUE(strict.points(twoClasses()).empty());
}

// On a landing, one way in at one side, out at the other, all walking round the turn at 1 per m².
TEST(RiskPoints, NoneForAFreeTurnOnALandingNorForOrderlyTwoWayFlow)
{
    Floors floors;
    const SurfaceIndex landing = floors.room(0, 0, 4, 4);
    Workers alone(1);
    for (const bool turning : {true, false}) {
        RiskMeter meter(floors.walkable, {}, {});
        for (int k = 0; k < 60; ++k) {
            Frame frame;
            frame.time = 0.5 * k;
            lattice(frame, landing, {0, 0}, {4, 4}, 1.0);
            for (std::size_t i = 0; i < frame.size(); ++i) {
                const Vec2 at = {frame.x[i] / 1000.0 - 2.0, frame.y[i] / 1000.0 - 2.0};
                const Vec2 round = Vec2{-at.y, at.x} * (1.0 / length(at));
                frame.vx[i] = static_cast<std::int16_t>(turning ? 900 * round.x : (at.y > 0 ? 900 : -900));
                frame.vy[i] = static_cast<std::int16_t>(turning ? 900 * round.y : 0);
            }
            meter.add(frame, {}, alone);
        }
        EXPECT_TRUE(meter.points({}).empty());
    }
}

// The pressure of two-way flow is far above the thresholds, and still no rank comes of it.
TEST(RiskPoints, PressureAloneRanksNoStair)
{
    House house;
    RiskMeter meter = house.meter();
    Frame frame;
    lattice(frame, house.flight, {12, 0}, {16, 1.5}, 0.75); // 1.8 per m²
    for (std::size_t i = 0; i < frame.size(); ++i) frame.vx[i] = i % 2 == 0 ? 800 : -800;
    house.add(meter, frame, 20.0);
    EXPECT_TRUE(meter.points(twoClasses()).empty());
    float most = 0.0F;
    for (const float pressure : meter.density().maps()[house.flight].pressure) most = std::max(most, pressure);
    EXPECT_GT(most, 0.04F);
}

TEST(Causes, TwoStreamsThatMergeAndAWayThatNarrows)
{
    House house;
    RiskMeter meter = house.meter({}, 200);
    // Half came from the room, half from the flight, and all stand packed in the corridor; then some go up the flight.
    Frame before, packed, after;
    lattice(packed, house.corridor, {8, -1}, {12, 2}, 0.45);
    before = after = packed;
    for (std::size_t i = 0; i < packed.size(); ++i) before.surface[i] = i % 2 == 0 ? house.room : house.flight;
    for (std::size_t i = 0; i < 5; ++i) after.surface[i] = house.flight;
    house.add(meter, before, 2.0);
    house.add(meter, packed, 8.0);
    house.add(meter, after, 3.0);
    const auto points = meter.points(twoClasses());
    const auto found = std::ranges::find(points, house.corridor, &RiskPoint::surface);
    ASSERT_NE(found, points.end());
    EXPECT_TRUE(has(*found, RiskCause::Merging));
    EXPECT_TRUE(has(*found, RiskCause::Narrowing)); // 4 m and 1.5 m in, 1.5 m on
    EXPECT_EQ(found->before, 1U);                   // the line of the flight
}

TEST(Causes, DarkShutAndFall)
{
    House house;
    RiskMeter meter = house.meter();
    Frame frame;
    lattice(frame, house.flight, {12, 0}, {16, 1.5}, 0.45);
    house.add(meter, frame, 5.0);
    Circumstances day = twoClasses();
    day.dark = {{house.flight, {}, 0.0, 2.0}};
    day.shut = {{house.corridor, "E2", 0.0, 100.0}};
    day.falls = {{house.flight, "S1/1/flight1", 2.0, 10.0}};
    const RiskPoint point = meter.points(day).at(0);
    EXPECT_TRUE(has(point, RiskCause::Dark));
    EXPECT_TRUE(has(point, RiskCause::ShutWay));
    EXPECT_TRUE(has(point, RiskCause::Fall));
    EXPECT_FALSE(has(meter.points(twoClasses()).at(0), RiskCause::Dark));
}

TEST(Causes, AQueueThatReachesBackOntoAFlight)
{
    House house;
    RiskMeter meter = house.meter({}, 400);
    Frame corridor, both, moving;
    lattice(corridor, house.corridor, {8, -1}, {12, 2}, 0.45);
    both = corridor;
    lattice(both, house.flight, {12, 0}, {16, 1.5}, 0.45);
    moving = both;
    for (std::size_t i = 0; i < moving.size(); ++i)
        if (moving.surface[i] == house.flight && i % 2 == 0) moving.surface[i] = house.corridor;
    house.add(meter, corridor, 10.0);
    house.add(meter, both, 5.0);
    house.add(meter, moving, 3.0);
    const auto points = meter.points(twoClasses());
    const auto flight = std::ranges::find(points, house.flight, &RiskPoint::surface);
    ASSERT_NE(flight, points.end());
    EXPECT_TRUE(has(*flight, RiskCause::QueueAhead));
}

TEST(Rail, AboveItsDesignLoadIsAPointOfItsOwn)
{
    House house;
    RiskMeter meter = house.meter();
    Frame frame;
    stand(frame, house.flight, {14, 0.5});
    for (int k = 0; k < 10; ++k) {
        frame.time = 0.5 * k;
        meter.add(frame, {{0.0}, {{house.flight, {14, 0}, 1800.0}}}, house.alone);
    }
    const auto points = meter.points(twoClasses());
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].rank, 5);
    EXPECT_EQ(points[0].rankedBy, RankedBy::Rail);
    EXPECT_NEAR(points[0].peakRail, 1800.0, 1e-9);
}

TEST(StairLoad, IsPersonsByClearAreaOverASecond)
{
    House house;
    LoadMeter meter(house.floors.walkable, 1.5);
    Frame frame;
    lattice(frame, house.flight, {12, 0}, {16, 1.5}, 0.75); // 10 people on 6 m²
    for (int k = 0; k <= 8; ++k) {
        Frame now = k == 4 ? Frame{} : frame;
        now.time = 0.5 * k;
        meter.add(now);
    }
    ASSERT_EQ(meter.loads().size(), 1U);
    EXPECT_NEAR(meter.loads()[0].area, 6.0, 1e-9);
    EXPECT_NEAR(meter.loads()[0].peak, 10.0 / 6.0, 1e-9);
    ASSERT_EQ(meter.times().size(), 7U);
    EXPECT_NEAR(meter.loads()[0].course[3], 0.5 * 10.0 / 6.0, 1e-6); // at 2 s nobody was there
}

TEST(RiskMeter, GoesOnFromItsStateAsIfItHadNeverStopped)
{
    House house;
    RiskMeter whole = house.meter();
    RiskMeter first = house.meter();
    RiskMeter second = house.meter();
    Frame frame;
    lattice(frame, house.flight, {12, 0}, {16, 1.5}, 0.45);
    house.add(whole, frame, 12.0);
    house.time = 0.0;
    house.add(first, frame, 4.5);
    ASSERT_TRUE(second.restore(first.state()));
    house.add(second, frame, 7.5);
    EXPECT_EQ(whole.state(), second.state());
    EXPECT_FALSE(second.restore("nonsense"));
}

}
}
