// Half the time step, or twice, is no other model.
#include "scenarios/maker/maker.hpp"
#include "sim/base/random.hpp"
#include "sim/run/run.hpp"
#include "sim/validate/bout.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

namespace stairwise {
namespace {

constexpr std::uint64_t kStarts = 20;
constexpr double kJitter = 50.0; // mm to each side; people stand a metre apart; assumed
constexpr double kWithin = 0.02; // of the median

Scenario jittered(std::uint64_t start, double timeStep)
{
    Scenario scenario = samples::floorScenario();
    scenario.timeStep = timeStep;
    const auto off = [start](std::size_t person, std::uint32_t axis) {
        return static_cast<std::int32_t>(std::lround(kJitter * (2.0 * uniform({start, person, axis, 0}) - 1.0)));
    };
    for (std::size_t i = 0; i < scenario.people.size(); ++i) {
        scenario.people[i].at.x += off(i, 0);
        scenario.people[i].at.y += off(i, 1);
    }
    return scenario;
}

double medianClearance(double timeStep)
{
    const School school = samples::floorSchool(1000);
    RunOptions options;
    options.threads = 1;
    options.measures = options.bound = options.hand = false;
    std::vector<std::optional<double>> clearances(kStarts);
    eachRun(kStarts, {}, [&](std::size_t start) {
        clearances[start] = simulate(school, jittered(start, timeStep), options, {}, {}, {}).clearance;
    });
    std::vector<double> times;
    for (const auto& clearance : clearances)
        if (clearance) times.push_back(*clearance);
    EXPECT_EQ(times.size(), kStarts) << "not everybody is out, time step " << timeStep;
    const Spread spread = spreadOf(times);
    std::printf("time step %.3f s: clearance %.2f (%.2f to %.2f) s\n", timeStep, spread.median, spread.low,
                spread.high);
    return spread.median;
}

TEST(TimeStep, HalfOrTwiceOfItClearsW1InTheSameTime)
{
    const double usual = medianClearance(0.05);
    EXPECT_NEAR(medianClearance(0.025), usual, kWithin * usual);
    EXPECT_NEAR(medianClearance(0.1), usual, kWithin * usual);
}

}
}
