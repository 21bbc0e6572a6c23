#include "editor/model/curves.hpp"
#include "editor/model/playback.hpp"
#include "editor/model/running.hpp"

#include "scenarios/maker/maker.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "tests/editor_model/traces.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <set>
#include <thread>

namespace stairwise::editor {
namespace {

const std::filesystem::path kScenarios = std::filesystem::path(STAIRWISE_SOURCE_DIR) / "scenarios";

RunOrder orderOf(const std::string& scenario, const std::filesystem::path& folder)
{
    Case read = readCase(kScenarios / (scenario + ".scenario.json")).value();
    RunOrder order;
    order.school = std::make_shared<const School>(std::move(read.school));
    order.scenario = std::move(read.scenario);
    order.scenarioFile = scenario + ".scenario.json";
    order.folder = folder;
    return order;
}

RunOutcome outcomeOf(RunOrder order)
{
    Runner runner;
    runner.begin(std::move(order));
    runner.wait();
    return runner.takeOutcome().value();
}

std::set<std::string> namesIn(const std::filesystem::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename());
    return names;
}

/// Without what is of the machine.
nlohmann::json summaryIn(const std::filesystem::path& folder)
{
    auto summary = nlohmann::json::parse(contentOf(folder / "summary.json"));
    for (const char* key : {"wall_s", "step_s", "agent_steps_per_s"}) summary.erase(key);
    return summary;
}

void waitUntil(const auto& true_)
{
    for (int i = 0; i < 3000 && !true_(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

TEST(Runner, LeavesWhatTheCommandLineLeaves)
{
    const OwnFolder folder;
    const std::string command = std::string("STAIRWISE_LANG=en ") + STAIRWISE_PROGRAM + " simulate " +
                                (kScenarios / "w1.scenario.json").string() + " --out " + (folder / "by-hand").string() +
                                " > /dev/null";
    (void)std::system(command.c_str());
    const RunOutcome outcome = outcomeOf(orderOf("w1", folder / "by-editor"));
    ASSERT_NE(outcome.result, nullptr);
    EXPECT_FALSE(outcome.cancelled);
    EXPECT_EQ(namesIn(folder / "by-editor"), namesIn(folder / "by-hand"));
    for (const std::string& name : namesIn(folder / "by-hand"))
        if (name != "summary.json") {
            EXPECT_EQ(contentOf(folder / "by-editor" / name), contentOf(folder / "by-hand" / name)) << name;
        }
    EXPECT_EQ(summaryIn(folder / "by-editor"), summaryIn(folder / "by-hand"));
    EXPECT_EQ(outcome.trace, folder / "by-editor" / kTraceFile);
}

TEST(Runner, TellsHowFarItIsAndLetsItsTraceBePlayed)
{
    const OwnFolder folder;
    Runner runner;
    EXPECT_FALSE(runner.running());
    runner.begin(orderOf("school", folder / "out"));
    EXPECT_TRUE(runner.running());
    waitUntil([&] { return runner.state().simulatedSeconds > 40.0; });
    const RunState state = runner.state();
    EXPECT_GT(state.people, 1700U);
    auto playback = Playback::open(state.trace);
    ASSERT_TRUE(bool(playback));
    EXPECT_GE(playback.value().duration(), 15.0);
    EXPECT_FALSE(playback.value().complete());
    EXPECT_GT(playback.value().at(10.0).value().person.size(), 1700U);
    runner.cancel();
    runner.wait();
    const auto outcome = runner.takeOutcome();
    ASSERT_TRUE(outcome.has_value());
    EXPECT_TRUE(outcome->cancelled);
    EXPECT_EQ(outcome->result, nullptr);
    EXPECT_FALSE(outcome->fault.has_value());
    EXPECT_EQ(namesIn(folder / "out"), std::set<std::string>{kGrowingTrace});
    playback.value().refresh();
    EXPECT_TRUE(playback.value().complete()) << "what was walked can be played to its end";
    EXPECT_FALSE(runner.takeOutcome().has_value()) << "only once";
}

TEST(Runner, TakesTheNewestOrderOnly)
{
    const OwnFolder folder;
    Runner runner;
    runner.begin(orderOf("school", folder / "first"));
    waitUntil([&] { return runner.state().simulatedSeconds > 0.0; });
    EXPECT_LT(millisecondsOf([&] { runner.begin(orderOf("w1", folder / "second")); }), 2000.0);
    runner.wait();
    const auto outcome = runner.takeOutcome();
    ASSERT_TRUE(outcome && outcome->result);
    EXPECT_EQ(outcome->order.folder, folder / "second");
    EXPECT_EQ(outcome->result->ending, Ending::Empty);
}

TEST(Runner, EndsWithTheWindow)
{
    const OwnFolder folder;
    Runner runner;
    runner.begin(orderOf("school", folder / "out"));
}

TEST(Runner, ToldWhyAnOrderIsRefused)
{
    const OwnFolder folder;
    RunOrder order = orderOf("w1", folder / "out");
    order.scenario.releases.push_back({});
    order.scenario.releases.back().classes = {{"nobody"}};
    const RunOutcome outcome = outcomeOf(order);
    ASSERT_TRUE(outcome.fault.has_value());
    EXPECT_EQ(outcome.fault->file, "w1.scenario.json");
    EXPECT_EQ(outcome.result, nullptr);

    std::ofstream(folder / "file") << "no folder";
    EXPECT_TRUE(outcomeOf(orderOf("w1", folder / "file")).fault.has_value());
}

TEST(Curves, EndWhereTheTablesEnd)
{
    const OwnFolder folder;
    Scenario scenario = samples::teachingBuildingFireDrill();
    const School school = samples::teachingBuilding();
    RunOptions options;
    options.hand = options.bound = options.measures = false;
    const RunResult result = simulate(school, scenario, options, {}, {}, {});
    ASSERT_EQ(result.ending, Ending::Empty);
    const Curves curves = curvesOf(result);
    EXPECT_EQ(curves.out.count.back(), static_cast<int>(result.people));
    const auto clear = static_cast<std::size_t>(std::ceil(*result.clearance));
    EXPECT_LT(curves.out.count[clear - 1], static_cast<int>(result.people));
    EXPECT_EQ(curves.out.count[clear], static_cast<int>(result.people));
    const auto compare = [&](const std::vector<Curve>& own, const std::vector<PassageResult>& rows) {
        ASSERT_EQ(own.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            EXPECT_EQ(own[i].id, rows[i].id);
            EXPECT_EQ(own[i].count.back(), rows[i].passed) << rows[i].id;
            EXPECT_EQ(rows[i].times.empty() ? std::nullopt : std::optional(rows[i].times.back()), rows[i].last);
            EXPECT_TRUE(std::ranges::is_sorted(own[i].count));
        }
    };
    compare(curves.stairs, result.stairs);
    compare(curves.exits, result.exits);
    for (std::size_t i = 0; i < result.classes.size(); ++i)
        EXPECT_EQ(curves.classes[i].count.back(), result.classes[i].out) << result.classes[i].id;
}

TEST(Curves, CountWhoHasPassedByTheSecond)
{
    EXPECT_EQ(curveOf("x", {0.0, 0.4, 1.0, 3.2}, 3.5).count, (std::vector{1, 3, 3, 3, 4}));
    EXPECT_EQ(curveOf("x", {}, 0.0).count, std::vector{0});
}

}
}
