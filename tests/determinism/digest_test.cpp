// The contract: same school, scenario, seed and engine number give the same bits.
#include "scenarios/maker/maker.hpp"
#include "sim/run/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise {
namespace {

RunResult run(const Scenario& scenario, unsigned threads)
{
    RunOptions options;
    options.threads = threads;
    options.measures = false;
    options.bound = false;
    return simulate(samples::floorSchool(1000), scenario, options, {}, {}, {});
}

Scenario firstMinute()
{
    Scenario scenario = samples::floorScenario();
    scenario.timeLimit = 60.0;
    return scenario;
}

TEST(Digest, IsTheSameForEveryNumberOfThreads)
{
    const RunResult one = run(firstMinute(), 1);
    for (const unsigned threads : {2U, 3U, 5U, 8U, 13U}) {
        const RunResult other = run(firstMinute(), threads);
        EXPECT_EQ(one.digest, other.digest) << threads << " threads";
        const auto [a, b] = std::ranges::mismatch(one.secondHashes, other.secondHashes);
        EXPECT_EQ(a, one.secondHashes.end()) << "first different at second " << (a - one.secondHashes.begin());
    }
}

TEST(Digest, DoesNotDependOnTheOrderInWhichPeopleAreListed)
{
    Scenario turned = firstMinute();
    std::ranges::reverse(turned.people);
    EXPECT_EQ(run(firstMinute(), 1).digest, run(turned, 2).digest);
}

TEST(Digest, TellsOnePersonOneMillimetreAway)
{
    Scenario moved = firstMinute();
    moved.people[100].at.x += 1;
    EXPECT_NE(run(firstMinute(), 1).digest, run(moved, 1).digest);
}

TEST(Digest, TellsTheSeed)
{
    Scenario scenario = samples::teachingBuildingFireDrill();
    RunOptions options;
    options.measures = false;
    options.bound = false;
    scenario.timeLimit = 20.0;
    const School school = samples::teachingBuilding();
    const Digest one = simulate(school, scenario, options, {}, {}, {}).digest;
    EXPECT_EQ(one, simulate(school, scenario, options, {}, {}, {}).digest);
    scenario.seed = 2;
    EXPECT_NE(one, simulate(school, scenario, options, {}, {}, {}).digest);
}

}
}
