#include "sim/egress/hydraulic.hpp"
#include "sim/validate/bands.hpp"
#include "sim/validate/phrasing.hpp"
#include "sim/validate/plots.hpp"
#include "sim/validate/stair_lab.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

TEST(Spread, IsTheMedianAndTheTenthAtEachEnd)
{
    std::vector<double> values;
    for (int i = 10; i >= 0; --i) values.push_back(i);
    const Spread spread = spreadOf(values);
    EXPECT_DOUBLE_EQ(spread.median, 5.0);
    EXPECT_DOUBLE_EQ(spread.low, 1.0);
    EXPECT_DOUBLE_EQ(spread.high, 9.0);
    EXPECT_EQ(spread.runs, 11U);
    EXPECT_DOUBLE_EQ(spreadOf({2.0, 4.0}).median, 3.0);
}

TEST(Spread, OfNothingIsNothing)
{
    EXPECT_EQ(spreadOf({}).runs, 0U);
    EXPECT_EQ(spreadOf({}).median, 0.0);
}

TEST(Figures, ShowTheIntervalOnlyWhereThereIsOne)
{
    EXPECT_EQ(figure(spreadOf({1.0, 2.0, 3.0}), 1), "2.0 (1.2–2.8)");
    EXPECT_EQ(figure(spreadOf({2.0}), 1), "2.0");
    EXPECT_EQ(rangeFigure(0.25, 0.5, 2), "0.25–0.50");
}

TEST(Bins, HoldWhatLiesFromTheirLowerEdgeUp)
{
    const std::vector<StatePoint> points = {{0.25, 1.0}, {0.49, 2.0}, {0.5, 3.0}};
    const auto bins = binned(points, 0.25);
    ASSERT_EQ(bins.size(), 3U);
    EXPECT_EQ(bins[0].points, 0U);
    EXPECT_EQ(bins[1].points, 2U);
    EXPECT_DOUBLE_EQ(bins[1].speed, 1.5);
    EXPECT_DOUBLE_EQ(bins[1].flow, 0.5 * (0.25 + 0.98));
    EXPECT_EQ(bins[2].points, 1U);
}

TEST(Bands, ExcludeOneAnotherBetweenOneAndOneAndThreeQuarters)
{
    for (const SpeedBand& open : openCorridor())
        for (const SpeedBand& closed : closedCorridor())
            if (open.low == closed.low && open.low >= 1.0 && open.high <= 1.75) {
                EXPECT_GT(open.mean - 2.0 * open.sigma, closed.mean);
            }
}

TEST(Bands, SingleFileIsStraightBetweenRowsAndFlatBeyond)
{
    EXPECT_NEAR(singleFileAt(0.9989).p50, 0.5 * (0.7472 + 0.5195), 1e-9);
    EXPECT_DOUBLE_EQ(singleFileAt(0.01).p90, 1.483);
    EXPECT_DOUBLE_EQ(singleFileAt(9.0).p10, singleFile().back().p10);
    for (const PercentileBand& row : singleFile()) {
        EXPECT_LT(row.p10, row.p50);
        EXPECT_LT(row.p50, row.p90);
    }
}

TEST(Sfpe, HasTheHandbooksSpeedsAndFlows)
{
    const double factor = sfpeStairK(0.279, 0.178);
    EXPECT_NEAR(factor, 1.08, 0.005);
    EXPECT_NEAR(sfpeSpeed(factor, 0.2), 0.93, 0.01); // free
    EXPECT_NEAR(sfpeMostFlow(factor), 1.02, 0.01);
    EXPECT_NEAR(1.88 * sfpeSpeed(factor, 1.88), sfpeMostFlow(factor), 1e-3);
    EXPECT_EQ(sfpeSpeed(factor, 5.0), 0.0);
}

TEST(Weidmann, PeaksAtOnePointTwoTwo)
{
    EXPECT_NEAR(1.75 * weidmannSpeed(1.75), 1.22, 0.01);
    EXPECT_NEAR(weidmannSpeed(5.4), 0.0, 1e-9);
}

TEST(Clouds, AreThinnedOutAndKeepTheirShape)
{
    std::vector<StatePoint> points(10'000, StatePoint{1.0, 0.5});
    const Curve curve = dots({"plot.moments", {}}, points, Over::Flow);
    EXPECT_LE(curve.x.size(), kMostDots);
    EXPECT_GT(curve.x.size(), kMostDots / 2);
    EXPECT_DOUBLE_EQ(curve.y.front(), 0.5);
}

}
}
