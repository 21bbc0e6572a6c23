// A run that was stopped and went on is the run that never stopped.
#include "scenarios/maker/maker.hpp"
#include "scenarios/maker/random_school.hpp"
#include "sim/base/system.hpp"
#include "sim/report/summary.hpp"
#include "sim/report/tables.hpp"
#include "sim/run/checkpoint.hpp"
#include "sim/run/people.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

RunOptions on(unsigned threads)
{
    RunOptions options;
    options.threads = threads;
    options.keepState = true;
    return options;
}

// Everything that a result says, but for the time that this machine took.
Digest toldOf(RunResult result)
{
    result.wallSeconds = result.stepSeconds = 1.0;
    std::string told = summaryJson(result, {}, Language::English) + peopleCsv(result, Language::English) +
                       hashesCsv(result, Language::English) + stairsCsv(result, Language::English);
    Hasher hasher;
    for (const DensityMap& map : result.maps)
        for (const auto* values : {&map.peak, &map.crossings})
            for (const float value : *values) hasher.add(value);
    hasher.add(told);
    return hasher.digest();
}

RunResult inTwo(const School& school, const Scenario& scenario, double stopAt, unsigned first, unsigned then)
{
    RunOptions part = on(first);
    part.stopAt = stopAt;
    const RunResult stopped = simulate(school, scenario, part, {}, {}, {});
    EXPECT_EQ(stopped.ending, Ending::Cancelled);
    EXPECT_NEAR(stopped.endTime, stopAt, 0.5 * scenario.timeStep);
    const auto file = checkpointFrom(bytesOf(checkpointOf(stopped, "")), "c");
    EXPECT_TRUE(file.ok());
    auto whole = goOn(school, scenario, file.value(), on(then), {}, {}, {});
    EXPECT_TRUE(whole.ok());
    return std::move(whole).value();
}

// At a look, between two looks, just before the last is out.
TEST(Checkpoint, W1GoesOnWithTheSameBitsWhereverItWasStopped)
{
    const School school = samples::floorSchool(1000);
    const Scenario scenario = samples::floorScenario();
    const RunResult never = simulate(school, scenario, on(1), {}, {}, {});
    const double end = never.endTime;
    struct Stop {
        double at;
        unsigned first, then;
    };
    for (const Stop& stop : {Stop{0.05, 1, 3}, {20.0, 3, 1}, {47.35, 2, 8}, {end - 0.05, 1, 2}}) {
        const RunResult rest = inTwo(school, scenario, stop.at, stop.first, stop.then);
        EXPECT_EQ(rest.digest, never.digest) << "stopped at " << stop.at;
        EXPECT_EQ(toldOf(rest), toldOf(never)) << "stopped at " << stop.at;
    }
}

TEST(Checkpoint, RandomSchoolsGoOnWithTheSameBits)
{
    std::size_t events = 0;
    for (const std::uint64_t seed : {1U, 8U, 22U, 30U, 42U}) { // several storeys, locked doors
        const samples::RandomCase made = samples::randomCase(seed);
        events += made.scenario.events.size();
        const RunResult never = simulate(made.school, made.scenario, on(2), {}, {}, {});
        const double step = made.scenario.timeStep;
        const double at = step * std::floor(0.4 * never.endTime / step);
        EXPECT_EQ(toldOf(inTwo(made.school, made.scenario, at, 1, 2)), toldOf(never)) << "seed " << seed;
    }
    EXPECT_GT(events, 2U) << "nothing opens or shuts in these schools: take others";
}

TEST(Checkpoint, AFlowCapGoesOnWithTheSameBits)
{
    Scenario scenario = samples::floorScenario();
    scenario.flowCap = 1.0;
    const School school = samples::floorSchool(1000);
    const RunResult never = simulate(school, scenario, on(2), {}, {}, {});
    EXPECT_EQ(toldOf(inTwo(school, scenario, 30.15, 2, 1)), toldOf(never));
}

// Stopped before the fall, while somebody lies, and after.
TEST(Checkpoint, AFallGoesOnWithTheSameBits)
{
    const School school = samples::floorSchool(1000);
    Scenario scenario = samples::floorScenario();
    Event fall;
    fall.kind = EventKind::Fall;
    fall.time = 1.0;
    fall.storey = scenario.people.front().storey;
    fall.at = scenario.people.at(100).at;
    scenario.events = {fall};
    const RunResult never = simulate(school, scenario, on(2), {}, {}, {});
    ASSERT_EQ(never.falls.size(), 1U);
    for (const double at : {0.5, never.falls[0].from + 3.05, never.falls[0].until + 5.0})
        EXPECT_EQ(toldOf(inTwo(school, scenario, at, 2, 1)), toldOf(never)) << at;
}

// Stopped between two looks, one step after the light went off, too.
TEST(Checkpoint, LightThatGoesOffGoesOnWithTheSameBits)
{
    const School school = samples::floorSchool(1000);
    Scenario scenario = samples::floorScenario();
    Event dark;
    dark.kind = EventKind::Dark;
    dark.time = 10.05;
    scenario.events = {dark};
    const RunResult never = simulate(school, scenario, on(2), {}, {}, {});
    for (const double at : {9.0, 10.05, 10.1, 10.15, 20.0})
        EXPECT_EQ(inTwo(school, scenario, at, 2, 1).digest, never.digest) << at;
}

TEST(Checkpoint, WardensGoOnWithTheSameBits)
{
    const School school = samples::teachingBuilding();
    Scenario scenario = samples::teachingBuildingFireDrill();
    scenario.timeLimit = 50.0;
    const Stair& one = school.buildings[0].stairs[0];
    const Stair& other = school.buildings[0].stairs[1];
    Warden meter, send;
    meter.stair = send.toStair = one.id;
    send.stair = other.id;
    meter.storey = send.storey = one.storeys[2];
    send.task = WardenTask::Send;
    send.share = 0.5;
    scenario.wardens = {meter, send};
    const RunResult never = simulate(school, scenario, on(2), {}, {}, {});
    EXPECT_EQ(inTwo(school, scenario, 35.05, 2, 1).digest, never.digest);
}

TEST(Checkpoint, IsKeptOnlyWhereARunWasStopped)
{
    Scenario scenario = samples::floorScenario();
    scenario.timeLimit = 2.0;
    EXPECT_TRUE(simulate(samples::floorSchool(1000), scenario, on(1), {}, {}, {}).state.empty());
}

// Two crowds side by side, one of them made anew from bytes before each step: nothing that counts was left out.
TEST(Checkpoint, EveryStepCanBeTheFirstOne)
{
    const School school = samples::teachingBuilding();
    Scenario scenario = samples::teachingBuildingFireDrill();
    scenario.releases.push_back({});
    scenario.releases.back().grades = {8, 9};
    scenario.releases.back().files = 2;
    const Walkable walkable = walkableOf(school);
    const Network network = networkOf(walkable);
    const Start start = startOf(school, scenario, walkable, network);
    const CrowdDef def = crowdOf(scenario, walkable, network, start);
    ASSERT_FALSE(def.columns.empty());
    Workers workers(2);
    Crowd crowd(def);
    for (int i = 0; i < 1200; ++i) crowd.step(workers);
    Crowd other(def);
    for (int i = 0; i < 25; ++i) {
        ASSERT_TRUE(other.restore(crowd.state()));
        ASSERT_EQ(other.stateHash(), crowd.stateHash());
        crowd.step(workers);
        other.step(workers);
        ASSERT_EQ(digestOf(other.state()), digestOf(crowd.state())) << "step " << i;
    }
}

class StoppedRun : public testing::Test {
protected:
    StoppedRun()
    {
        RunOptions options = on(1);
        options.stopAt = 3.0;
        checkpoint_ = checkpointOf(simulate(school_, scenario_, options, {}, {}, {}), "");
    }
    [[nodiscard]] std::string_view refusal(const School& school, const Scenario& scenario) const
    {
        const auto result = goOn(school, scenario, checkpoint_, on(1), {}, {}, {});
        return result ? "none" : result.fault().what.key;
    }
    School school_ = samples::floorSchool(1000);
    Scenario scenario_ = samples::floorScenario();
    Checkpoint checkpoint_;
};

TEST_F(StoppedRun, OfAnotherCaseIsRefused)
{
    Scenario seed = scenario_;
    seed.seed = 2;
    EXPECT_EQ(refusal(school_, seed), "checkpoint.scenario");
    EXPECT_EQ(refusal(samples::floorSchool(900), scenario_), "checkpoint.school");
    ++checkpoint_.walkable.low;
    EXPECT_EQ(refusal(school_, scenario_), "checkpoint.walkable");
    checkpoint_.engine = kEngineNumber + 1;
    EXPECT_EQ(refusal(school_, scenario_), "checkpoint.engine");
}

TEST_F(StoppedRun, CutOffOrDamagedIsRefused)
{
    const std::string bytes = bytesOf(checkpoint_);
    ASSERT_TRUE(checkpointFrom(bytes, "c").ok());
    for (std::size_t length = 0; length < bytes.size(); length += 1 + length / 8)
        EXPECT_FALSE(checkpointFrom(bytes.substr(0, length), "c").ok()) << length << " bytes";
    for (const std::size_t at : {0U, 8U, 13U, 25U, 60U, 5000U}) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        EXPECT_FALSE(checkpointFrom(damaged, "c").ok()) << "byte " << at;
    }
}

// With a checksum that fits: what stands in the bytes is not believed.
TEST_F(StoppedRun, ThatPointsOutOfItsListsIsRefused)
{
    const std::string state = checkpoint_.state;
    RunOptions atOnce = on(1);
    atOnce.stopAt = 3.0;
    std::size_t refused = 0;
    for (std::size_t at = 0; at < state.size(); at += 1 + state.size() / 400) {
        checkpoint_.state = state;
        checkpoint_.state[at] = static_cast<char>(0xff);
        refused += goOn(school_, scenario_, checkpoint_, atOnce, {}, {}, {}).ok() ? 0 : 1;
    }
    EXPECT_GT(refused, 20U);
    checkpoint_.state = state.substr(0, state.size() - 1);
    EXPECT_EQ(refusal(school_, scenario_), "checkpoint.damaged");
    checkpoint_.state = state + "x";
    EXPECT_EQ(refusal(school_, scenario_), "checkpoint.damaged");
}

// The program itself: two commands leave the folder that one would have left, byte for byte.
TEST(Checkpoint, TwoCommandsLeaveTheFilesThatOneWouldHaveLeft)
{
    const OwnFolder folder;
    const auto simulated = [&](const std::string& out, const std::string& more) {
        const std::string command = std::string(STAIRWISE_PROGRAM) + " simulate " + STAIRWISE_SOURCE_DIR +
                                    "/scenarios/w1.scenario.json --lang en --out " + (folder / out).string() + " " +
                                    more + " >" + (folder / "said").string() + " 2>&1";
        return WEXITSTATUS(std::system(command.c_str()));
    };
    const std::string file = (folder / "c").string();
    ASSERT_EQ(simulated("whole", "--threads 2"), 0);
    ASSERT_EQ(simulated("part", "--threads 3 --stop-at 33.35 --checkpoint " + file), 3);
    ASSERT_EQ(simulated("rest", "--threads 1 --from " + file), 0);
    std::size_t compared = 0;
    for (const auto& entry : fs::directory_iterator(folder / "whole")) {
        if (entry.path().filename() == "summary.json") continue; // holds this machine's time
        const auto whole = readFile(entry.path(), 1 << 30);
        const auto rest = readFile(folder / "rest" / entry.path().filename(), 1 << 30);
        ASSERT_TRUE(whole.ok() && rest.ok()) << entry.path();
        EXPECT_TRUE(whole.value() == rest.value()) << entry.path();
        ++compared;
    }
    EXPECT_GT(compared, 8U);
    fs::resize_file(file, fs::file_size(file) / 2);
    EXPECT_EQ(simulated("cut", "--from " + file), 2);
    EXPECT_FALSE(fs::exists(folder / "cut"));
}

}
}
