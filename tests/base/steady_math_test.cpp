#include "sim/base/steady_math.hpp"

#include "sim/base/random.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace stairwise {
namespace {

constexpr std::uint64_t kSamples = 200'000;

double between(double low, double high, std::uint64_t i)
{
    return low + (high - low) * uniform({1, i, 0, 0});
}

double relative(double value, long double exact)
{
    return static_cast<double>(std::fabs((static_cast<long double>(value) - exact) / exact));
}

double absolute(double value, long double exact)
{
    return static_cast<double>(std::fabs(static_cast<long double>(value) - exact));
}

void expectBits(double value, std::uint64_t bits)
{
    EXPECT_EQ(std::bit_cast<std::uint64_t>(value), bits) << std::hexfloat << value;
}

TEST(SteadyExp, AgreesWithTheLibrary)
{
    double worst = 0.0;
    for (std::uint64_t i = 0; i < kSamples; ++i) {
        const double v = between(-50.0, 50.0, i);
        worst = std::max(worst, relative(steady::exp(v), std::exp(static_cast<long double>(v))));
    }
    EXPECT_LT(worst, 4e-16);
}

TEST(SteadyExp, AgreesFarFromZero)
{
    double worst = 0.0;
    for (std::uint64_t i = 0; i < kSamples; ++i) {
        const double v = between(-708.0, 709.0, i);
        worst = std::max(worst, relative(steady::exp(v), std::exp(static_cast<long double>(v))));
    }
    EXPECT_LT(worst, 4e-16);
}

TEST(SteadyExp, EndsInZeroAndInfinity)
{
    EXPECT_EQ(steady::exp(-708.5), 0.0);
    EXPECT_EQ(steady::exp(-1e300), 0.0);
    EXPECT_EQ(steady::exp(709.5), std::numeric_limits<double>::infinity());
    EXPECT_EQ(steady::exp(0.0), 1.0);
    EXPECT_TRUE(std::isnan(steady::exp(std::numeric_limits<double>::quiet_NaN())));
}

TEST(SteadyLog, AgreesWithTheLibrary)
{
    double worst = 0.0;
    for (std::uint64_t i = 0; i < kSamples; ++i) {
        const double wide = std::exp(between(-300.0, 300.0, i));
        const double near = between(0.9, 1.1, i);
        worst = std::max(worst, relative(steady::log(wide), std::log(static_cast<long double>(wide))));
        worst = std::max(worst, relative(steady::log(near), std::log(static_cast<long double>(near))));
    }
    EXPECT_LT(worst, 4e-16);
    EXPECT_EQ(steady::log(1.0), 0.0);
}

TEST(SteadySinCos, AgreeWithTheLibrary)
{
    double worst = 0.0;
    for (std::uint64_t i = 0; i < kSamples; ++i) {
        const double near = between(-7.0, 7.0, i);
        const double far = between(-1e5, 1e5, i);
        for (const double v : {near, far}) {
            worst = std::max(worst, absolute(steady::sin(v), std::sin(static_cast<long double>(v))));
            worst = std::max(worst, absolute(steady::cos(v), std::cos(static_cast<long double>(v))));
        }
    }
    EXPECT_LT(worst, 4e-16);
}

TEST(SteadySinCos, AreRightAtTheQuarters)
{
    EXPECT_EQ(steady::sin(0.0), 0.0);
    EXPECT_EQ(steady::cos(0.0), 1.0);
    EXPECT_EQ(steady::sin(steady::kPi / 2.0), 1.0);
    EXPECT_EQ(steady::cos(steady::kPi), -1.0);
    EXPECT_EQ(steady::sin(-steady::kPi / 2.0), -1.0);
    EXPECT_NEAR(steady::sin(steady::kPi), 0.0, 2e-16);
}

TEST(SteadyAtan2, AgreesWithTheLibraryAllRound)
{
    double worst = 0.0;
    for (std::uint64_t i = 0; i < kSamples; ++i) {
        const double y = between(-5.0, 5.0, 2 * i);
        const double x = between(-5.0, 5.0, 2 * i + 1);
        const auto exact = std::atan2(static_cast<long double>(y), static_cast<long double>(x));
        worst = std::max(worst, relative(steady::atan2(y, x), exact));
    }
    EXPECT_LT(worst, 7e-16);
}

TEST(SteadyAtan2, IsRightOnTheAxes)
{
    EXPECT_EQ(steady::atan2(0.0, 0.0), 0.0);
    EXPECT_EQ(steady::atan2(0.0, 3.0), 0.0);
    EXPECT_EQ(steady::atan2(2.0, 0.0), steady::kPi / 2.0);
    EXPECT_EQ(steady::atan2(-2.0, 0.0), -steady::kPi / 2.0);
    EXPECT_EQ(steady::atan2(0.0, -1.0), steady::kPi);
}

// A processor, compiler or flag that changes one bit here breaks every digest.
TEST(SteadyMath, GivesTheSameBitsEverywhere)
{
    expectBits(steady::exp(-7.25), std::bit_cast<std::uint64_t>(0x1.7455fe323fafep-11));
    expectBits(steady::exp(0.5), std::bit_cast<std::uint64_t>(0x1.a61298e1e069cp+0));
    expectBits(steady::exp(12.75), std::bit_cast<std::uint64_t>(0x1.5079f95a52756p+18));
    expectBits(steady::log(0.1), std::bit_cast<std::uint64_t>(-0x1.26bb1bbb55515p+1));
    expectBits(steady::log(1000.0), std::bit_cast<std::uint64_t>(0x1.ba18a998fffap+2));
    expectBits(steady::sin(-100.25), std::bit_cast<std::uint64_t>(0x1.1bf00980dc35dp-2));
    expectBits(steady::cos(-100.25), std::bit_cast<std::uint64_t>(0x1.ebec72ba6b0ecp-1));
    expectBits(steady::sin(12345.678), std::bit_cast<std::uint64_t>(-0x1.687d5890974a5p-1));
    expectBits(steady::atan2(1.0, 2.0), std::bit_cast<std::uint64_t>(0x1.dac670561bb4ep-2));
    expectBits(steady::atan2(3.0, -0.5), std::bit_cast<std::uint64_t>(0x1.bc66e44cbc074p+0));
}

}
}
