#include "sim/base/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>

namespace stairwise {
namespace {

constexpr std::uint64_t kPeople = 100'000;

double correlation(double (*a)(std::uint64_t), double (*b)(std::uint64_t))
{
    double sum = 0.0;
    for (std::uint64_t i = 0; i < kPeople; ++i) sum += (a(i) - 0.5) * (b(i) - 0.5);
    return sum / static_cast<double>(kPeople) * 12.0;
}

TEST(Random, UniformHasItsMeanAndVariance)
{
    double sum = 0.0;
    double squares = 0.0;
    for (std::uint64_t i = 0; i < kPeople; ++i) {
        const double v = uniform({7, i, 3, 0});
        ASSERT_GE(v, 0.0);
        ASSERT_LT(v, 1.0);
        sum += v;
        squares += (v - 0.5) * (v - 0.5);
    }
    const auto n = static_cast<double>(kPeople);
    EXPECT_NEAR(sum / n, 0.5, 4.0 * std::sqrt(1.0 / 12.0 / n));
    EXPECT_NEAR(squares / n, 1.0 / 12.0, 0.002);
}

TEST(Random, UniformFillsItsRangeEvenly)
{
    std::array<double, 256> counts{};
    for (std::uint64_t i = 0; i < kPeople; ++i) ++counts[static_cast<std::size_t>(uniform({1, i, 0, 0}) * 256.0)];
    const double expected = static_cast<double>(kPeople) / 256.0;
    double chiSquare = 0.0;
    for (const double count : counts) chiSquare += (count - expected) * (count - expected) / expected;
    // 255 degrees of freedom: mean 255, standard deviation 22.6.
    EXPECT_GT(chiSquare, 255.0 - 4.0 * 22.6);
    EXPECT_LT(chiSquare, 255.0 + 4.0 * 22.6);
}

TEST(Random, NeighboursInEveryPartOfTheKeyAreIndependent)
{
    const auto self = [](std::uint64_t i) { return uniform({5, i, 2, 9}); };
    constexpr double kLimit = 0.0127; // four standard errors of 100,000 pairs
    EXPECT_LT(std::fabs(correlation(self, [](std::uint64_t i) { return uniform({5, i + 1, 2, 9}); })), kLimit);
    EXPECT_LT(std::fabs(correlation(self, [](std::uint64_t i) { return uniform({6, i, 2, 9}); })), kLimit);
    EXPECT_LT(std::fabs(correlation(self, [](std::uint64_t i) { return uniform({5, i, 3, 9}); })), kLimit);
    EXPECT_LT(std::fabs(correlation(self, [](std::uint64_t i) { return uniform({5, i, 2, 10}); })), kLimit);
}

TEST(Random, DifferentKeysGiveDifferentBits)
{
    std::set<std::uint64_t> seen;
    for (std::uint64_t seed = 0; seed < 10; ++seed)
        for (std::uint64_t person = 0; person < 20; ++person)
            for (std::uint32_t purpose = 0; purpose < 10; ++purpose)
                for (std::uint32_t step = 0; step < 20; ++step) seen.insert(randomBits({seed, person, purpose, step}));
    EXPECT_EQ(seen.size(), 40'000U);
}

TEST(Random, OpenDrawNeverReachesAnEnd)
{
    double low = 1.0;
    double high = 0.0;
    for (std::uint64_t i = 0; i < kPeople; ++i) {
        low = std::min(low, uniformOpen({3, i, 0, 0}));
        high = std::max(high, uniformOpen({3, i, 0, 0}));
    }
    EXPECT_GT(low, 0.0);
    EXPECT_LT(high, 1.0);
    // The ends that 52 bits can give.
    EXPECT_GT((0.0 + 0.5) * 0x1.0p-52, 0.0);
    EXPECT_LT((0x1.0p52 - 1.0 + 0.5) * 0x1.0p-52, 1.0);
}

TEST(Random, NormalQuantileMatchesTheTables)
{
    // Abramowitz and Stegun, table 26.5 and 26.6.
    const std::array<std::array<double, 2>, 8> known{{{0.5, 0.0},
                                                      {0.75, 0.6744897502},
                                                      {0.9, 1.2815515655},
                                                      {0.975, 1.9599639845},
                                                      {0.99, 2.3263478740},
                                                      {0.999, 3.0902323062},
                                                      {0.0001, -3.7190164855},
                                                      {1e-9, -5.9978070150}}};
    for (const auto& [p, z] : known) EXPECT_NEAR(normalQuantile(p), z, 1e-8 + 1.2e-9 * std::fabs(z)) << p;
    for (const double p : {0.001, 0.02, 0.1, 0.3}) EXPECT_NEAR(normalQuantile(p), -normalQuantile(1.0 - p), 1e-7) << p;
}

TEST(Random, NormalHasItsMeanAndSpread)
{
    double sum = 0.0;
    double squares = 0.0;
    for (std::uint64_t i = 0; i < kPeople; ++i) {
        const double z = normal({11, i, 0, 0});
        ASSERT_TRUE(std::isfinite(z));
        sum += z;
        squares += z * z;
    }
    const auto n = static_cast<double>(kPeople);
    EXPECT_NEAR(sum / n, 0.0, 4.0 / std::sqrt(n));
    EXPECT_NEAR(squares / n, 1.0, 4.0 * std::sqrt(2.0 / n));
}

TEST(Random, GivesTheSameNumbersEverywhere)
{
    EXPECT_EQ(randomBits({0, 0, 0, 0}), 14921471190424383122ULL);
    EXPECT_EQ(randomBits({1, 2, 3, 4}), 6885889995158256659ULL);
    EXPECT_EQ(randomBits({42, 1999, 7, 36000}), 13788469763402958810ULL);
    EXPECT_EQ(uniform({1, 2, 3, 4}), 0x1.7e3e61decf4bep-2);
    EXPECT_EQ(normal({1, 2, 3, 4}), -0x1.4aebf8e3ab764p-2);
}

}
}
