#include "sim/base/system.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "tests/files.hpp"
#include "tests/program/shell_run.hpp"
#include "tests/run/rooms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace stairwise::program {
namespace {

using ::testing::HasSubstr;

/// Two rooms and one situation of theirs.
void putSchool(const OwnFolder& folder, double timeLimit = 1800.0)
{
    Scenario scenario;
    scenario.name = "drill";
    scenario.school = "two.school.json";
    scenario.timeLimit = timeLimit;
    ASSERT_TRUE(writeFile(folder / "two.school.json", formatSchool(rooms::tworooms())).ok());
    ASSERT_TRUE(writeFile(folder / "drill.scenario.json", formatScenario(scenario)).ok());
}

std::string atlasOf(const OwnFolder& folder, const std::string& more)
{
    return "atlas " + (folder / "drill.scenario.json").string() + " --out " + (folder / "out").string() + " " + more;
}

TEST(AtlasCommand, WritesTableDataAndPictureAndGoesOnFromItsState)
{
    const OwnFolder folder;
    putSchool(folder);
    const Answer first = answerOf(atlasOf(folder, "--seeds 1"));
    EXPECT_EQ(first.code, 1) << first.said; // with one exit of two lost there is no second way
    for (const char* name : {"atlas.csv", "atlas.json", "atlas.svg", "atlas.png", "atlas_state.json"})
        EXPECT_TRUE(fs::exists(folder / "out" / name)) << name;
    EXPECT_THAT(first.said, HasSubstr("Nothing out of use"));
    const Answer more = answerOf(atlasOf(folder, "--seeds 2 --json"));
    EXPECT_EQ(more.code, 1);
    const auto json = nlohmann::json::parse(more.said);
    EXPECT_EQ(json["runs"], 6);
    const auto state = readFile(folder / "out" / "atlas_state.json", 1 << 20).value();
    EXPECT_EQ(std::ranges::count(state, '{'), 1 + 6); // a run a line
}

TEST(AtlasCommand, RefusesTheStateOfAnotherSituationAndLeavesIt)
{
    const OwnFolder folder;
    putSchool(folder);
    ASSERT_EQ(answerOf(atlasOf(folder, "--seeds 1")).code, 1);
    const auto before = readFile(folder / "out" / "atlas_state.json", 1 << 20).value();
    putSchool(folder, 900.0);
    const Answer other = answerOf(atlasOf(folder, "--seeds 1"));
    EXPECT_EQ(other.code, 2);
    EXPECT_THAT(other.said, HasSubstr("atlas_state.json: situations: "));
    EXPECT_EQ(std::ranges::count(other.said, '\n'), 1);
    EXPECT_EQ(readFile(folder / "out" / "atlas_state.json", 1 << 20).value(), before);
}

TEST(AtlasCommand, RefusesBadInputAndWritesNothing)
{
    const OwnFolder folder;
    putSchool(folder);
    EXPECT_EQ(answerOf("atlas").code, 2);
    EXPECT_EQ(answerOf("atlas " + (folder / "none.scenario.json").string()).code, 2);
    for (const char* option : {"--seeds 0", "--seeds -1", "--seeds 10000000", "--seeds x", "--threads 0", "--sed 5"}) {
        const Answer bad = answerOf(atlasOf(folder, option));
        EXPECT_EQ(bad.code, 2) << option;
        EXPECT_EQ(std::ranges::count(bad.said, '\n'), 1) << bad.said;
    }
    EXPECT_FALSE(fs::exists(folder / "out"));
    ASSERT_TRUE(writeFile(folder / "out", "a file").ok());
    EXPECT_EQ(answerOf(atlasOf(folder, "--seeds 1")).code, 2);
}

}
}
