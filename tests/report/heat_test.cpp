#include "sim/report/heat.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace stairwise {
namespace {

const Outlines kRoom = {{{0.3, 0.0}, {2.0, 0.0}, {2.0, 1.0}, {0.3, 1.0}}};

double lightness(Colour c)
{
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    const double y = 0.2126 * linear(c.r / 255.0) + 0.7152 * linear(c.g / 255.0) + 0.0722 * linear(c.b / 255.0);
    return 116.0 * std::cbrt(y) - 16.0; // CIE L*
}

TEST(Clip, AHoleStaysAHole)
{
    const Outlines ring = {{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{1, 1}, {1, 3}, {3, 3}, {3, 1}}};
    EXPECT_DOUBLE_EQ(areaOf(ring), 12.0);
    EXPECT_DOUBLE_EQ(areaOf(clipped(ring, {{0, 0}, {2, 4}})), 6.0);
    EXPECT_TRUE(clipped(ring, {{5, 5}, {6, 6}}).empty());
}

TEST(Clip, AReentrantShapeKeepsItsArea)
{
    const Outlines comb = {{{0, 0}, {5, 0}, {5, 3}, {4, 3}, {4, 1}, {1, 1}, {1, 3}, {0, 3}}};
    EXPECT_DOUBLE_EQ(areaOf(clipped(comb, {{-1, 2}, {6, 4}})), 2.0);
}

TEST(Heat, EachStepIsClearlyDarkerThanTheOneBefore)
{
    for (const HeatScale& scale : {densityScale(), flowScale(800.0)}) {
        ASSERT_EQ(scale.from.size(), scale.colours.size());
        for (std::size_t i = 1; i < scale.colours.size(); ++i)
            EXPECT_LT(lightness(scale.colours[i]), lightness(scale.colours[i - 1]) - 8.0) << i;
    }
}

TEST(Heat, DensityStepsAreTheCrushScale)
{
    const HeatScale scale = densityScale();
    EXPECT_EQ(stepOf(scale, 0.1), 0U);
    EXPECT_EQ(stepOf(scale, 1.99), 0U);
    EXPECT_EQ(stepOf(scale, 2.0), 1U);
    EXPECT_EQ(stepOf(scale, 3.5), 2U);
    EXPECT_EQ(stepOf(scale, 5.0), 3U);
    EXPECT_EQ(stepOf(scale, 99.0), 4U);
    EXPECT_EQ(stepLabel(scale, 0), "< 2");
    EXPECT_EQ(stepLabel(scale, 1), "2–3.5");
    EXPECT_EQ(stepLabel(scale, 4), "≥ 6.5");
}

TEST(Heat, FlowStepsAreRoundAndEndBelowTheGreatest)
{
    EXPECT_EQ(flowScale(800.0).from, (std::vector<double>{0, 20, 50, 100, 200, 500}));
    EXPECT_EQ(flowScale(0.0).from, (std::vector<double>{0, 1, 2, 5, 10, 20}));
}

TEST(Heat, StaysWithinTheWallsAndLeavesOutWhatNobodyEntered)
{
    const Grid grid{{0.0, 0.0}, 0.5, 4, 2};
    const std::vector<float> values = {1, 1, 0, 7, 1, 4, 0, 0};
    std::vector<Shape> shapes;
    addHeat(shapes, kRoom, grid, values, 1.0, densityScale());
    std::vector<double> areas;
    for (const Shape& shape : shapes) areas.push_back(areaOf(std::get<FillShape>(shape).rings));
    // All five cells that were entered, less what lies behind the wall; 4 and 7; 4 and 7; 7; 7.
    ASSERT_EQ(areas.size(), 5U);
    EXPECT_NEAR(areas[0], 5 * 0.25 - 0.3, 1e-9);
    EXPECT_NEAR(areas[1], 0.5, 1e-9);
    EXPECT_NEAR(areas[3], 0.25, 1e-9);
    EXPECT_EQ(std::get<FillShape>(shapes[4]).colour, densityScale().colours[4]);
}

TEST(Heat, IsEmptyWhereNothingWasMeasured)
{
    std::vector<Shape> shapes;
    addHeat(shapes, kRoom, {{0, 0}, 0.5, 4, 2}, {}, 1.0, densityScale());
    addHeat(shapes, kRoom, {{0, 0}, 0.5, 2, 1}, {0, 0}, 1.0, densityScale());
    EXPECT_TRUE(shapes.empty());
}

}
}
