#include "sim/run/ensemble.hpp"
#include "sim/run/ensemble_points.hpp"
#include "sim/run/vary.hpp"
#include "tests/run/rooms.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise {
namespace {

Scenario leaving()
{
    Scenario scenario;
    scenario.name = "leaving";
    scenario.seed = 40;
    scenario.preMovement = {Distribution::Kind::LogNormal, 10.0, 1.5};
    return scenario;
}

EnsembleOptions some(std::size_t runs, unsigned threads = 1)
{
    EnsembleOptions options;
    options.runs = runs;
    options.threads = threads;
    return options;
}

RunSketch took(double seconds)
{
    RunSketch run;
    run.ending = Ending::Empty;
    run.clearance = seconds;
    return run;
}

RiskPoint at(std::size_t stretch, int rank, double index)
{
    RiskPoint point;
    point.surface = 0;
    point.stretch = stretch;
    point.rank = rank;
    point.above[2] = index;
    point.personSeconds = 2.0 * index;
    return point;
}

TEST(Ensemble, IsTheSameForEveryNumberOfThreads)
{
    const School school = rooms::tworooms();
    const EnsembleResult one = ensembleOf(school, leaving(), some(5), {}, {});
    ASSERT_EQ(one.runs.size(), 5U);
    EXPECT_EQ(one.runs[4].seed, 44U);
    for (const unsigned threads : {2U, 3U}) {
        const EnsembleResult more = ensembleOf(school, leaving(), some(5, threads), {}, {});
        for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(one.runs[i].digest, more.runs[i].digest) << threads;
    }
    EXPECT_EQ(std::ranges::count_if(one.runs, [&](const RunSketch& r) { return r.digest == one.runs[0].digest; }), 1);
    ASSERT_TRUE(one.clearance);
    EXPECT_LE(one.clearance->low, one.clearance->median);
    EXPECT_LE(one.clearance->median, one.clearance->high);
    EXPECT_EQ(one.classes.size(), 2U);
}

TEST(Ensemble, VariesWhatNobodyKnowsAndNothingWhenToldSo)
{
    const School school = rooms::tworooms();
    EnsembleOptions still = some(6);
    still.varied = {0.0, 0.0, 0, 0.0, 0.0, 0.0};
    for (const RunSketch& run : ensembleOf(school, leaving(), still, {}, {}).runs)
        EXPECT_EQ(run.draw, (Draw{1.0, 1.0, 0.0, 0.0}));
    const EnsembleResult varied = ensembleOf(school, leaving(), some(6), {}, {});
    for (const RunSketch& run : varied.runs) {
        EXPECT_GE(run.draw[0], 0.9);
        EXPECT_LE(run.draw[0], 1.1);
        EXPECT_GE(run.draw[1], 0.7);
        EXPECT_LE(run.draw[1], 1.3);
        EXPECT_LE(std::abs(run.draw[2]), 0.05);
        EXPECT_LE(run.draw[3], 0.1);
    }
    ASSERT_EQ(varied.influences.size(), kUnknowns);
}

TEST(Ensemble, StoppedTellsTheRunsThatWereWhole)
{
    std::atomic<bool> stop = false;
    const EnsembleResult part = ensembleOf(rooms::tworooms(), leaving(), some(50), CancelToken(&stop),
                                           [&](const ProgressReport& report) { stop = report.done >= 3; });
    EXPECT_EQ(part.asked, 50U);
    EXPECT_EQ(part.runs.size(), 3U);
    stop = true;
    EXPECT_TRUE(ensembleOf(rooms::tworooms(), leaving(), some(5), CancelToken(&stop), {}).runs.empty());
}

TEST(Band, IsTheMedianBetweenTenAndNinetyOfAHundred)
{
    std::vector<double> values;
    for (int i = 100; i >= 0; --i) values.push_back(i);
    const auto band = bandOf(values);
    ASSERT_TRUE(band);
    EXPECT_EQ(band->median, 50.0);
    EXPECT_EQ(band->low, 10.0);
    EXPECT_EQ(band->high, 90.0);
    EXPECT_EQ(bandOf({3.0, 1.0})->median, 2.0);
    EXPECT_FALSE(bandOf({}));
}

TEST(EnoughRuns, WhenMeanAndSpreadStandStill)
{
    std::vector<RunSketch> runs;
    for (int i = 0; i < 19; ++i) runs.push_back(took(100.0 + i % 2));
    EXPECT_FALSE(enoughRuns(runs)); // too few
    runs.push_back(took(101.0));
    EXPECT_TRUE(enoughRuns(runs));
    std::vector<RunSketch> moving = runs;
    for (int i = 0; i < 5; ++i) moving.push_back(took(130.0));
    EXPECT_FALSE(enoughRuns(moving));
    runs.back().clearance.reset(); // somebody was left: there is no time to be sure of
    EXPECT_FALSE(enoughRuns(runs));
}

TEST(RankCorrelation, SeesOrderAndNothingElse)
{
    EXPECT_NEAR(*rankCorrelation({1, 2, 3, 4}, {1, 10, 100, 1000}), 1.0, 1e-12);
    EXPECT_NEAR(*rankCorrelation({1, 2, 3, 4}, {9, 4, 2, 1}), -1.0, 1e-12);
    EXPECT_NEAR(*rankCorrelation({1, 2, 3}, {1, 1, 2}), 0.8660254, 1e-6); // ties share their rank
    EXPECT_FALSE(rankCorrelation({1, 2, 3}, {5, 5, 5}));
    EXPECT_FALSE(rankCorrelation({1, 2}, {1, 2}));
}

TEST(EnsemblePoints, TellTheShareOfRunsAndTheRunInTheMiddle)
{
    std::vector<RunSketch> runs(4);
    runs[0].points = {at(0, 5, 90.0), at(1, 3, 0.0)};
    runs[1].points = {at(0, 4, 30.0), at(0, 3, 5.0)}; // twice at one place: the worse counts
    runs[2].points = {at(0, 4, 50.0)};
    const auto points = ensemblePoints(runs);
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points[0].typical.stretch, 0U);
    EXPECT_EQ(points[0].shareOfRuns, 0.75);
    EXPECT_EQ(points[0].topShare, 0.75);
    EXPECT_EQ(points[0].typical.above[2], 50.0);
    EXPECT_EQ(points[0].index.median, 40.0); // of 90, 30, 50 and nought
    EXPECT_EQ(points[1].shareOfRuns, 0.25);
    EXPECT_EQ(points[1].topShare, 0.0);
}

TEST(VariedSettings, AClassInRowsIsLateOrQuickByItselfAndByNoMoreThanTold)
{
    const School school = rooms::tworooms();
    Scenario scenario = leaving();
    scenario.releases.emplace_back().over = 30.0;
    const Varied varied;
    VariedSettings settings(school, scenario, varied);
    bool different = false;
    for (std::size_t run = 0; run < 10; ++run) {
        scenario.seed = 40 + run;
        const Start& start = settings.settingFor(scenario, settings.drawOf(run)).start;
        double last[2] = {0.0, 0.0};
        for (std::size_t i = 0; i < start.walkers.size(); ++i) {
            double& own = last[*start.persons[i].schoolClass];
            own = std::max(own, start.walkers[i].start);
        }
        for (const double one : last) {
            EXPECT_GE(one, 29.5 * (1.0 - varied.rows));
            EXPECT_LE(one, 29.5 * (1.0 + varied.rows) + varied.late);
        }
        different = different || last[0] != last[1];
    }
    EXPECT_TRUE(different);
}

TEST(VariedSettings, AWiderStairTakesItsWidthFromTheWell)
{
    School school = rooms::tworooms();
    Stair stair;
    stair.id = {"S"};
    stair.clearWidth = 1500;
    stair.well = 150;
    school.buildings[0].stairs.push_back(stair);
    const Scenario scenario = leaving();
    VariedSettings settings(school, scenario, {});
    bool narrower = false;
    bool wider = false;
    for (std::size_t run = 0; run < 20; ++run) {
        const double change = settings.drawOf(run)[2];
        narrower = narrower || change == -0.05;
        wider = wider || change == 0.05;
    }
    EXPECT_TRUE(narrower && wider);
    EXPECT_EQ(settings.settingFor(scenario, settings.drawOf(0)).start.walkers.size(), 60U);
}

}
}
