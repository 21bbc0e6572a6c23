#include "sim/stagger/paired.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace stairwise {
namespace {

// By hand: of the 2⁶ choices of signs over the ranks 1 … 6, so many have as small a sum.
TEST(SignedRank, CountsTheChoicesOfSigns)
{
    EXPECT_DOUBLE_EQ(*signedRankP({1, 2, 3, 4, 5, 6}), 2.0 / 64);       // nothing below nought
    EXPECT_DOUBLE_EQ(*signedRankP({-1, 2, 3, 4, 5, 6}), 2.0 * 2 / 64);  // sums 0 and 1
    EXPECT_DOUBLE_EQ(*signedRankP({1, 2, -3, 4, 5, 6}), 2.0 * 5 / 64);  // 0, 1, 2, 3, 1 + 2
    EXPECT_DOUBLE_EQ(*signedRankP({-1, -2, -3, -4, -5, -6}), 2.0 / 64); // either side
    EXPECT_DOUBLE_EQ(*signedRankP({1, -1}), 1.0);
}

TEST(SignedRank, LetsEqualDifferencesShareTheirRank)
{
    // Ranks 1.5, 1.5, 3, 4, 5 and the smallest two below nought: sums 0, 1.5 (twice) and 3 (twice).
    EXPECT_DOUBLE_EQ(*signedRankP({-1, -1, 2, 3, 4}), 2.0 * 5 / 32);
}

TEST(SignedRank, LeavesNoughtsOut)
{
    EXPECT_DOUBLE_EQ(*signedRankP({0, 1, 2, 0, 3, 4, 5, 6}), 2.0 / 64);
    EXPECT_DOUBLE_EQ(*signedRankP({0, 0, 0}), 1.0);
    EXPECT_FALSE(signedRankP({}));
}

// The published table of the 5 % critical values (two-sided), n = 10: 8, n = 20: 52, n = 25: 89.
TEST(SignedRank, AgreesWithThePublishedTable)
{
    struct Row {
        int n, critical;
    };
    for (const Row& row : {Row{10, 8}, {20, 52}, {25, 89}}) {
        const auto withSum = [&](int sum) {
            std::vector<double> differences;
            for (int rank = row.n; rank >= 1; --rank) {
                const bool below = rank <= sum;
                if (below) sum -= rank;
                differences.push_back(below ? -rank : rank);
            }
            return *signedRankP(differences);
        };
        EXPECT_LE(withSum(row.critical), 0.05) << row.n;
        EXPECT_GT(withSum(row.critical + 1), 0.05) << row.n;
    }
}

// The exact figures were counted apart, in whole numbers.
TEST(SignedRank, IsContinuedByTheNormalDistribution)
{
    const auto twoInFive = [](std::size_t n) {
        std::vector<double> differences;
        for (std::size_t i = 1; i <= n; ++i) differences.push_back((i % 5 < 2 ? -1.0 : 1.0) * static_cast<double>(i));
        return differences;
    };
    EXPECT_NEAR(*signedRankP(twoInFive(kExactPairs)), 0.08280202852519113, 1e-9);
    EXPECT_NEAR(*signedRankP(twoInFive(kExactPairs + 1)), 0.12441092879190067, 5e-4);
}

TEST(SignedRank, NeedsSoManyPairsToShowAnything)
{
    EXPECT_EQ(pairsFor(1), kFewestPairs);
    EXPECT_EQ(pairsFor(36), 11U);
    EXPECT_EQ(pairsFor(0), kFewestPairs);
}

TEST(Holm, RaisesTheSmallestMostAndKeepsTheOrder)
{
    const auto raised = holm({0.04, 0.01, 0.03, 0.5});
    EXPECT_DOUBLE_EQ(raised[1], 0.04); // × 4
    EXPECT_DOUBLE_EQ(raised[2], 0.09); // × 3
    EXPECT_DOUBLE_EQ(raised[0], 0.09); // × 2 would be less than the one before
    EXPECT_DOUBLE_EQ(raised[3], 0.5);
    EXPECT_TRUE(holm({}).empty());
}

}
}
