#include "sim/import/stairs_fit.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

Polygon rectangle(std::int32_t x0, std::int32_t y0, std::int32_t x1, std::int32_t y1)
{
    return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}};
}

StairZone zone(const char* storey, std::int32_t elevation, Polygon polygon, Segment door)
{
    return {{storey}, elevation, std::move(polygon), {door}, {}};
}

FittedChain fit(const std::vector<StairZone>& zones)
{
    int patience = kPatience;
    return fitStairs(zones, patience);
}

// Does the whole of `edge` lie on the polygon?
bool liesOn(const Segment& edge, const Polygon& polygon)
{
    double shared = 0.0;
    for (const Segment& part : sharedWith(edge, polygon, 5)) shared += length(toMetres(part.b) - toMetres(part.a));
    return shared > length(toMetres(edge.b) - toMetres(edge.a)) - 0.02;
}

void expectJoined(const FittedChain& chain)
{
    for (const bool made : chain.made) EXPECT_TRUE(made);
    for (const FittedStair& stair : chain.stairs)
        for (std::size_t rise = stair.bottom; rise < stair.top; ++rise) {
            EXPECT_TRUE(liesOn(footOf(stair.numbers), chain.landings[rise]));
            EXPECT_TRUE(liesOn(topOf(stair.numbers), chain.landings[rise + 1]));
        }
}

TEST(StairsFit, ClimbsAwayFromTheDoorWhereverItIs)
{
    const struct {
        Polygon polygon;
        Segment door;
        int direction;
    } cases[] = {{rectangle(0, 0, 2600, 5000), {{300, 0}, {1500, 0}}, 90},
                 {rectangle(0, 0, 2600, 5000), {{300, 5000}, {1500, 5000}}, 270},
                 {rectangle(0, 0, 5000, 2600), {{0, 300}, {0, 1500}}, 0},
                 {rectangle(0, 0, 5000, 2600), {{5000, 300}, {5000, 1500}}, 180}};
    for (const auto& c : cases) {
        const auto chain = fit({zone("L1", 0, c.polygon, c.door), zone("L2", 3000, c.polygon, c.door)});
        ASSERT_EQ(chain.stairs.size(), 1U);
        EXPECT_EQ(chain.stairs[0].numbers.direction, c.direction);
        EXPECT_EQ(chain.stairs[0].numbers.kind, StairKind::DogLeg);
        expectJoined(chain);
    }
}

TEST(StairsFit, RisersFollowTheStoreyHeight)
{
    const auto polygon = rectangle(0, 0, 3000, 7000);
    const Segment door{{300, 0}, {1500, 0}};
    for (const std::int32_t height : {2800, 3000, 3300, 3600, 3900, 4500}) {
        const auto chain = fit({zone("L1", 0, polygon, door), zone("L2", height, polygon, door)});
        ASSERT_EQ(chain.stairs.size(), 1U);
        const StairTry& stair = chain.stairs[0].numbers;
        EXPECT_LE(stair.riser, 170);
        EXPECT_GE(stair.riser, 140);
        EXPECT_NEAR(stair.riser * stair.steps, height, stair.steps / 2);
    }
}

TEST(StairsFit, OneStairServesAllStoreysThatLieOverEachOther)
{
    const auto polygon = rectangle(0, 0, 2600, 5000);
    const Segment door{{300, 0}, {1500, 0}};
    const std::vector<StairZone> zones = {zone("L1", 0, polygon, door), zone("L2", 3000, polygon, door),
                                          zone("L3", 6000, polygon, door), zone("L4", 9000, polygon, door)};
    const auto chain = fit(zones);
    ASSERT_EQ(chain.stairs.size(), 1U);
    EXPECT_EQ(chain.stairs[0].top, 3U);
    expectJoined(chain);
    EXPECT_EQ(stairOf(chain.stairs[0], zones).steps.size(), 3U);
}

TEST(StairsFit, OtherStoreyHeightMeansAnotherStair)
{
    const auto polygon = rectangle(0, 0, 2600, 5600);
    const Segment door{{300, 0}, {1500, 0}};
    const auto chain =
        fit({zone("L1", 0, polygon, door), zone("L2", 3900, polygon, door), zone("L3", 6900, polygon, door)});
    EXPECT_EQ(chain.stairs.size(), 2U);
    expectJoined(chain);
}

TEST(StairsFit, ZonesDrawnHalfAMetreApartAreStillJoined)
{
    const auto chain = fit({zone("L1", 0, rectangle(0, 0, 2600, 5000), {{300, 0}, {1500, 0}}),
                            zone("L2", 3000, rectangle(400, 300, 3000, 5400), {{700, 300}, {1900, 300}})});
    ASSERT_EQ(chain.stairs.size(), 1U);
    expectJoined(chain);
}

// As wide as two narrow flights, drawn so far apart that what they share is narrower.
std::vector<StairZone> zonesApart()
{
    return {zone("L1", 0, rectangle(0, 0, 1850, 4100), {{200, 0}, {1600, 0}}),
            zone("L2", 3000, rectangle(500, 0, 2350, 4100), {{700, 0}, {2100, 0}}),
            zone("L3", 6000, rectangle(0, 0, 1850, 4100), {{200, 0}, {1600, 0}})};
}

TEST(StairsFit, LandingIsDrawnOutToTheFlights)
{
    const auto chain = fit(zonesApart());
    ASSERT_EQ(chain.stairs.size(), 1U);
    expectJoined(chain);
    EXPECT_GE(chain.stairs[0].numbers.width, 850);
}

TEST(StairsFit, LandingIsNeverDrawnOutOverAnotherRoom)
{
    auto zones = zonesApart();
    zones[0].neighbours = {rectangle(1900, -3000, 6000, 8000)};
    zones[1].neighbours = {rectangle(-3000, -3000, 450, 8000)};
    const auto chain = fit(zones);
    for (std::size_t i = 0; i < zones.size(); ++i)
        EXPECT_TRUE(intersect({chain.landings[i]}, zones[i].neighbours).empty());
}

TEST(StairsFit, GroundZoneThatHoldsOneFlightDoesNotHalveTheOther)
{
    const auto chain = fit({zone("L1", 0, rectangle(0, 0, 1300, 4500), {{100, 0}, {1200, 0}}),
                            zone("L2", 3000, rectangle(0, 0, 2600, 4500), {{100, 0}, {1200, 0}})});
    ASSERT_EQ(chain.stairs.size(), 1U);
    EXPECT_GE(chain.stairs[0].numbers.width, 1200);
    expectJoined(chain);
}

TEST(StairsFit, DoorsAtBothEndsGetAStraightFlightOrAStrip)
{
    const auto polygon = rectangle(0, 0, 2600, 7000);
    const auto chain =
        fit({zone("L1", 0, polygon, {{300, 0}, {1500, 0}}), zone("L2", 3000, polygon, {{300, 7000}, {1500, 7000}})});
    ASSERT_EQ(chain.stairs.size(), 1U);
    expectJoined(chain);
    EXPECT_TRUE(liesOn({{300, 7000}, {1500, 7000}}, chain.landings[1]));
    EXPECT_TRUE(liesOn({{300, 0}, {1500, 0}}, chain.landings[0]));
}

TEST(StairsFit, TooShortIsNotMadeAndKeepsTheZones)
{
    const auto polygon = rectangle(0, 0, 1500, 1500);
    const Segment door{{300, 0}, {1200, 0}};
    const auto chain = fit({zone("L1", 0, polygon, door), zone("L2", 3000, polygon, door)});
    EXPECT_TRUE(chain.stairs.empty());
    ASSERT_EQ(chain.made.size(), 1U);
    EXPECT_FALSE(chain.made[0]);
    EXPECT_EQ(chain.landings[0], polygon);
}

TEST(StairsFit, RiseThatCannotBeMadeLeavesTheOthers)
{
    const auto good = rectangle(0, 0, 2600, 5000);
    const Segment door{{300, 0}, {1500, 0}};
    const auto chain =
        fit({zone("L1", 0, good, door), zone("L2", 3000, good, door), zone("L3", 3050, good, door)}); // no rise of 5 cm
    EXPECT_EQ(chain.made, (std::vector<bool>{true, false}));
    EXPECT_EQ(chain.stairs.size(), 1U);
}

TEST(StairsFit, SlantedZoneGetsTheLargestUprightRectangle)
{
    const Polygon slanted{{{0, 500}, {4000, 0}, {4500, 6000}, {600, 6500}}, {}};
    const Box box = rectangleInside(slanted);
    EXPECT_GT((box.high.x - box.low.x) * 1e-3 * ((box.high.y - box.low.y) * 1e-3), 0.6 * area(slanted));
    for (const Point corner : {box.low, box.high, Point{box.low.x, box.high.y}, Point{box.high.x, box.low.y}})
        EXPECT_NE(sideOf(slanted, corner), Side::Outside);
}

}
}
