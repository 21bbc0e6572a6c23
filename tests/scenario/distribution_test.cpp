#include "sim/scenario/scenario.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace stairwise {
namespace {

using Kind = Distribution::Kind;

TEST(Distribution, OfEachKindHasItsMedianAndUpperDecile)
{
    EXPECT_DOUBLE_EQ(quantile({Kind::Constant, 7.0, 0.0}, 0.9), 7.0);
    EXPECT_DOUBLE_EQ(quantile({Kind::Uniform, 2.0, 6.0}, 0.25), 3.0);
    EXPECT_NEAR(quantile({Kind::Normal, 10.0, 2.0}, 0.9), 10.0 + 2.0 * 1.2815515655446004, 1e-7);
    EXPECT_NEAR(quantile({Kind::LogNormal, 20.0, 1.5}, 0.5), 20.0, 1e-7);
    EXPECT_NEAR(quantile({Kind::LogNormal, 20.0, 1.5}, 0.9), 20.0 * std::exp(std::log(1.5) * 1.2815515655446004), 1e-6);
    EXPECT_NEAR(quantile({Kind::Weibull, 1.5, 8.0}, 0.9), 8.0 * std::pow(-std::log(0.1), 1.0 / 1.5), 1e-12);
}

// With shape 1 a gamma distribution is exponential; with shape k/2 and scale 2 it is χ² with k degrees of freedom
// (tables of Abramowitz and Stegun, 26.8: 18.3070 at 10 degrees and 0.95; 0.0157908 at 1 degree and 0.1).
TEST(Distribution, GammaAgreesWithItsTables)
{
    EXPECT_NEAR(quantile({Kind::Gamma, 1.0, 5.0}, 0.5), 5.0 * std::log(2.0), 1e-11);
    EXPECT_NEAR(quantile({Kind::Gamma, 5.0, 2.0}, 0.95), 18.3070, 5e-5);
    EXPECT_NEAR(quantile({Kind::Gamma, 0.5, 2.0}, 0.1), 0.0157908, 5e-8);
    EXPECT_NEAR(quantile({Kind::Gamma, 50.0, 2.0}, 0.995), 140.169, 5e-4); // 100 degrees
    EXPECT_NEAR(quantile({Kind::Gamma, 0.5, 2.0}, 0.999), 10.828, 5e-4);
}

TEST(Distribution, RisesWithItsShareWhateverItsShape)
{
    for (const Kind kind : {Kind::Uniform, Kind::Normal, Kind::LogNormal, Kind::Gamma, Kind::Weibull})
        for (const double shape : {0.05, 0.3, 1.0, 7.0, 900.0}) {
            const double first = kind == Kind::Uniform ? 0.0 : shape;
            const double second = kind == Kind::LogNormal ? 1.0 + shape / 100.0 : shape + 1.0;
            double before = -1.0;
            for (const double p : {1e-12, 1e-3, 0.1, 0.5, 0.9, 0.999, 1.0 - 1e-12}) {
                const double value = quantile({kind, first, second, 0.0, 1e6}, p);
                EXPECT_GE(value, before) << static_cast<int>(kind) << " " << shape << " " << p;
                EXPECT_TRUE(std::isfinite(value));
                before = value;
            }
        }
}

TEST(Distribution, IsHeldWithinItsBounds)
{
    EXPECT_EQ(quantile({Kind::Normal, 1.3, 0.5, 0.6, 2.0}, 0.9999), 2.0);
    EXPECT_EQ(quantile({Kind::Normal, 1.3, 0.5, 0.6, 2.0}, 0.0001), 0.6);
}

TEST(Profiles, EveryGradeAndTheStaffHaveADefaultThatSaysItIsOne)
{
    for (const int grade : {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, kStaffGrade}) {
        const Profile profile = profileFor({}, grade);
        EXPECT_EQ(std::ranges::count(profile.grades, grade), 1) << grade;
        EXPECT_NE(profile.source.find("default, replace with measured"), std::string::npos);
        for (const auto& speeds : {profile.levelSpeed, profile.stairDown, profile.stairUp}) EXPECT_GE(speeds.low, 0.3);
    }
}

TEST(Profiles, DefaultsAreThoseOfTheTable)
{
    const Profile third = profileFor({}, 8);
    EXPECT_EQ(third.levelSpeed, (Distribution{Kind::Normal, 1.3, 0.25, 1.3 - 2.5 * 0.25, 1.3 + 2.5 * 0.25}));
    EXPECT_EQ(third.hurry, 2.0);
    EXPECT_EQ(third.radius, 185);
    EXPECT_DOUBLE_EQ(third.stairUp.b, 0.2 * 0.65);
    EXPECT_EQ(profileFor({}, kStaffGrade).radius, 200);
    EXPECT_EQ(profileFor({}, 1).stairDown.low, 0.8 - 2.5 * 0.17);
}

TEST(Profiles, TheGreatestPushIsAShareOfTheWeightUnlessTheProfileSaysIt)
{
    double less = 0.0;
    for (const int grade : {1, 3, 5, 7, 10, kStaffGrade}) {
        const Profile profile = profileFor({}, grade);
        EXPECT_DOUBLE_EQ(greatestPush(profile), 0.3 * 9.81 * profile.mass);
        EXPECT_GT(greatestPush(profile), less) << grade;
        less = greatestPush(profile);
    }
    Profile measured;
    measured.push = 80.0;
    EXPECT_EQ(greatestPush(measured), 80.0);
}

TEST(Profiles, AnOwnEntryGoesBeforeTheDefault)
{
    Profile own;
    own.grades = {3};
    own.radius = 150;
    EXPECT_EQ(profileFor({own}, 3).radius, 150);
    EXPECT_EQ(profileFor({own}, 4).radius, 160);
}

}
}
