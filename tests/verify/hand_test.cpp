#include "scenarios/maker/maker.hpp"
#include "sim/run/hand.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace stairwise {
namespace {

// Steps of 150 on 280 mm: k = 51.8 √(280/150) / 60 = 1.1795 m/s, k / (4 × 0.266) = 1.1086; the middle stair is 1.80 m
// wide: 1.1086 × 1.50 = 1.663 persons/s, and all who come down it need 1 / 1.663 s each at its last flight.
TEST(HandCalculation, OfTheTeachingBuildingIsGovernedByItsMiddleStairAndTakesMilliseconds)
{
    const School school = samples::teachingBuilding();
    const Scenario scenario = samples::teachingBuildingFireDrill();
    const Walkable walkable = walkableOf(school);
    const Network network = networkOf(walkable);
    const Start start = startOf(school, scenario, walkable, network);
    const auto begin = std::chrono::steady_clock::now();
    const HandResult hand = handCalculation(school, scenario, walkable, network, start);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(took.count(), 0.5); // 0.012 s in a release; this build may be any, on a busy machine
    RecordProperty("seconds", std::to_string(took.count()));
    ASSERT_EQ(hand.stairs.size(), 3U);
    const PassageResult& middle = hand.stairs[1].times;
    EXPECT_NEAR(hand.stairs[1].mostFlow * 1.80, 1.663, 0.001);
    EXPECT_EQ(hand.people, 1836U);
    EXPECT_GT(middle.passed, hand.stairs[0].times.passed + 300);
    EXPECT_GT(*middle.last - *middle.first, middle.passed / 1.663);
    EXPECT_LT(*middle.last - *middle.first, middle.passed / 1.663 + 30.0);
    EXPECT_LT(*hand.clearance - *middle.last, 20.0);
}

}
}
