#include "sim/walkable/stair_parts.hpp"
#include "tests/walkable/build.hpp"

#include <gmock/gmock.h>

namespace stairwise {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

double square(const StairPart& part)
{
    return area({part.polygon, {}});
}

const StairPart& part(const std::vector<StairPart>& parts, StairPart::Kind kind, int rise, int number = 0)
{
    for (const StairPart& one : parts)
        if (one.kind == kind && one.rise == rise && one.number == number) return one;
    throw std::out_of_range("no such part");
}

constexpr auto kFlight = StairPart::Kind::Flight;
constexpr auto kHalf = StairPart::Kind::HalfLanding;
constexpr auto kFloor = StairPart::Kind::FloorLanding;

TEST(DogLeg, TurningRightLiesToTheRightOfItsOrigin)
{
    Stair stair = dogLeg(2);
    stair.origin = {10000, 20000};
    stair.direction = 90;
    const auto parts = partsOf(stair);
    ASSERT_EQ(parts.size(), 5U);
    EXPECT_EQ(part(parts, kFloor, 1).polygon, part(parts, kFloor, 2).polygon);
    EXPECT_NEAR(square(part(parts, kFloor, 1)), 1.6 * 3.2, 1e-12);
    const StairPart& first = part(parts, kFlight, 1, 1);
    EXPECT_EQ(first.lower, (Segment{{10000, 21600}, {11500, 21600}}));
    EXPECT_EQ(first.upper, (Segment{{11500, 24680}, {10000, 24680}}));
    EXPECT_EQ(first.uphill, (Vec2{0, 1}));
    EXPECT_EQ(first.gain, 1800);
    const StairPart& second = part(parts, kFlight, 1, 2);
    EXPECT_EQ(second.lower, (Segment{{13200, 24680}, {11700, 24680}}));
    EXPECT_EQ(second.upper, (Segment{{11700, 21600}, {13200, 21600}}));
    EXPECT_EQ(second.uphill, (Vec2{0, -1}));
    EXPECT_EQ(second.foot, 1800);
    const Box half = boxOf(part(parts, kHalf, 1, 1).polygon);
    EXPECT_EQ(half.low, (Point{10000, 24680}));
    EXPECT_EQ(half.high, (Point{13200, 26380}));
}

TEST(DogLeg, TurningLeftLiesToTheLeftOfItsOrigin)
{
    Stair stair = dogLeg(2);
    stair.turn = Turn::Left;
    stair.direction = 0;
    const auto parts = partsOf(stair);
    EXPECT_EQ(part(parts, kFlight, 1, 1).lower, (Segment{{1600, 1500}, {1600, 0}}));
    EXPECT_EQ(part(parts, kFlight, 1, 2).upper, (Segment{{1600, 3200}, {1600, 1700}}));
    EXPECT_EQ(footprintOf(stair), box(0, 0, 1600 + 3080 + 1700, 3200));
}

TEST(StairParts, AreCounterClockwiseWhicheverWayTheStairTurns)
{
    for (const StairKind kind : {StairKind::Straight, StairKind::DogLeg, StairKind::ThreeFlight})
        for (const Turn turn : {Turn::Left, Turn::Right})
            for (const int direction : {0, 90, 180, 270}) {
                Stair stair = dogLeg(3);
                stair.kind = kind;
                stair.turn = turn;
                stair.direction = direction;
                stair.well = 2800;
                const std::vector<int> rise =
                    kind == StairKind::ThreeFlight ? std::vector{8, 8, 8} : std::vector{12, 12};
                stair.steps = {rise, rise};
                const auto parts = partsOf(stair);
                EXPECT_FALSE(parts.empty());
                for (const StairPart& one : parts) EXPECT_GT(doubleArea(one.polygon), 0);
            }
}

TEST(DogLeg, WithALongerFirstFlightHasALandingThatReachesForwardToTheSecond)
{
    Stair stair = dogLeg(2);
    stair.steps = {{15, 9}};
    const auto parts = partsOf(stair);
    const StairPart& half = part(parts, kHalf, 1, 1);
    EXPECT_NEAR(square(half), 3.2 * 1.7 + 1.5 * (6 * 0.28), 1e-12);
    EXPECT_TRUE(valid({half.polygon, {}}));
    EXPECT_EQ(part(parts, kFlight, 1, 2).upper, (Segment{{1700, 1600}, {3200, 1600}}));
    EXPECT_EQ(part(parts, kFlight, 1, 2).lower, (Segment{{3200, 1600 + 2240}, {1700, 1600 + 2240}}));
}

TEST(DogLeg, WithALongerSecondFlightHasALandingThatReachesBackToTheFirst)
{
    Stair stair = dogLeg(2);
    stair.steps = {{9, 15}};
    const auto parts = partsOf(stair);
    EXPECT_NEAR(square(part(parts, kHalf, 1, 1)), 3.2 * 1.7 + 1.5 * (6 * 0.28), 1e-12);
    EXPECT_EQ(sideOf(part(parts, kHalf, 1, 1).polygon, Point{700, 1600 + 2240 + 10}), Side::Inside);
    EXPECT_EQ(part(parts, kFlight, 1, 2).upper, (Segment{{1700, 1600}, {3200, 1600}}));
}

TEST(ThreeFlight, RunsItsMiddleFlightOverTheWell)
{
    Stair stair = dogLeg(2);
    stair.kind = StairKind::ThreeFlight;
    stair.well = 7 * 280;
    stair.steps = {{8, 8, 8}};
    const auto parts = partsOf(stair);
    ASSERT_EQ(parts.size(), 7U);
    const StairPart& middle = part(parts, kFlight, 1, 2);
    EXPECT_EQ(middle.uphill, (Vec2{1, 0}));
    EXPECT_EQ(middle.foot, 1200);
    const std::int32_t turn = 1600 + 7 * 280;
    EXPECT_EQ(boxOf(middle.polygon).low, (Point{1500, turn}));
    EXPECT_EQ(boxOf(middle.polygon).high, (Point{1500 + 1960, turn + 1700}));
    EXPECT_NEAR(square(part(parts, kHalf, 1, 1)), 1.5 * 1.7, 1e-12);
    EXPECT_NEAR(square(part(parts, kHalf, 1, 2)), 1.5 * 1.7, 1e-12);
    EXPECT_EQ(part(parts, kFlight, 1, 3).uphill, (Vec2{0, -1}));
}

TEST(ThreeFlight, WidensAWellThatIsShorterThanItsMiddleFlight)
{
    Stair stair = dogLeg(2);
    stair.kind = StairKind::ThreeFlight;
    stair.well = 100;
    stair.steps = {{8, 8, 8}};
    EXPECT_EQ(boxOf(footprintOf(stair)).high.x, 2 * 1500 + 1960);
}

TEST(ThreeFlight, LandingReachesBackToAMiddleFlightShorterThanTheWell)
{
    Stair stair = dogLeg(2);
    stair.kind = StairKind::ThreeFlight;
    stair.well = 1960;
    stair.steps = {{8, 5, 8}};
    const auto parts = partsOf(stair);
    EXPECT_NEAR(square(part(parts, kHalf, 1, 2)), (1.5 + 0.84) * 1.7, 1e-12);
}

TEST(Straight, GoesOnInALineWithLandingsBetween)
{
    Stair stair = dogLeg(3);
    stair.kind = StairKind::Straight;
    const auto parts = partsOf(stair);
    ASSERT_EQ(parts.size(), 3U + 2 * 3);
    const std::int32_t rise = 2 * 3080 + 1700;
    EXPECT_EQ(boxOf(part(parts, kFloor, 2).polygon).low, (Point{0, 1600 + rise}));
    EXPECT_EQ(boxOf(part(parts, kFloor, 3).polygon).high, (Point{1500, 3 * 1600 + 2 * rise}));
    EXPECT_EQ(part(parts, kFlight, 2, 1).foot, 0);
}

TEST(StairParts, WithoutFloorLandingBeginAtTheOrigin)
{
    Stair stair = dogLeg(2);
    stair.floorLandingDepth = 0;
    const auto parts = partsOf(stair);
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0].lower, (Segment{{0, 0}, {1500, 0}}));
}

TEST(StairParts, OfNumbersThatMakeNoStairAreNone)
{
    const auto made = [](auto change) {
        Stair stair = dogLeg(3);
        change(stair);
        return partsOf(stair);
    };
    EXPECT_THAT(made([](Stair& s) { s.tread = 0; }), IsEmpty());
    EXPECT_THAT(made([](Stair& s) { s.riser = -150; }), IsEmpty());
    EXPECT_THAT(made([](Stair& s) { s.clearWidth = 0; }), IsEmpty());
    EXPECT_THAT(made([](Stair& s) { s.halfLandingDepth = 0; }), IsEmpty());
    EXPECT_THAT(made([](Stair& s) { s.steps.pop_back(); }), IsEmpty());
    EXPECT_THAT(made([](Stair& s) { s.steps[0] = {12}; }), IsEmpty());
    EXPECT_THAT(made([](Stair& s) { s.steps[0] = {0, 12}; }), IsEmpty());
    EXPECT_THAT(made([](Stair& s) { s.steps[0] = {1'000'000'000, 1'000'000'000}; }), IsEmpty());
    EXPECT_THAT(footprintOf({}), IsEmpty());
}

}
}
