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

void put(const OwnFolder& folder, const std::string& name, const Scenario& scenario)
{
    ASSERT_TRUE(writeFile(folder / (name + ".scenario.json"), formatScenario(scenario)).ok());
}

/// Two rooms that empty soon, and 40 seconds later.
void putPlans(const OwnFolder& folder)
{
    Scenario scenario;
    scenario.name = "soon";
    scenario.school = "two.school.json";
    ASSERT_TRUE(writeFile(folder / "two.school.json", formatSchool(rooms::tworooms())).ok());
    put(folder, "soon", scenario);
    scenario.name = "late";
    scenario.releases.push_back({});
    scenario.releases.back().time = 40.0;
    put(folder, "late", scenario);
}

std::string compare(const OwnFolder& folder, const std::string& a, const std::string& b, const std::string& more)
{
    const auto file = [&](const std::string& name) { return (folder / (name + ".scenario.json")).string() + " "; };
    return "compare " + file(a) + file(b) + "--out " + (folder / "out").string() + " " + more;
}

TEST(CompareCommand, ShowsThatLaterIsLater)
{
    const OwnFolder folder;
    putPlans(folder);
    const Answer answer = answerOf(compare(folder, "soon", "late", "--runs 8 --json"));
    ASSERT_EQ(answer.code, 0) << answer.said;
    const auto json = nlohmann::json::parse(answer.said);
    EXPECT_EQ(json["pairs"], 8);
    EXPECT_TRUE(json["figures"][0]["shown"]);
    EXPECT_NEAR(json["figures"][0]["b_minus_a"]["median"], 40.0, 2.0);
    EXPECT_TRUE(fs::exists(folder / "out" / "compare.json"));
    EXPECT_TRUE(fs::exists(folder / "out" / "both_density_F1.png"));
    const Answer other = answerOf(compare(folder, "late", "soon", "--runs 8"));
    EXPECT_EQ(other.code, 2);
    EXPECT_THAT(other.said, HasSubstr("the folder holds the comparison of other plans: soon and late"));
}

TEST(CompareCommand, RefusesBadInputAndWritesNothing)
{
    const OwnFolder folder;
    putPlans(folder);
    Scenario hand;
    hand.school = "two.school.json";
    hand.model = Model::Hydraulic;
    put(folder, "hand", hand);
    EXPECT_EQ(answerOf("compare").code, 2);
    EXPECT_EQ(answerOf(compare(folder, "soon", "none", "")).code, 2);
    EXPECT_EQ(answerOf(compare(folder, "soon", "hand", "")).code, 2);
    EXPECT_EQ(answerOf(compare(folder, "hand", "soon", "")).code, 2);
    for (const char* runs : {"0", "5", "-3", "10000000", "many"}) {
        const Answer bad = answerOf(compare(folder, "soon", "late", std::string("--runs ") + runs));
        EXPECT_EQ(bad.code, 2) << runs;
        EXPECT_EQ(std::ranges::count(bad.said, '\n'), 1) << bad.said;
    }
    EXPECT_FALSE(fs::exists(folder / "out"));
}

}
}
