#include "sim/base/system.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "tests/egress/building.hpp"
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

/// Two storeys; the upper classes push down one stair.
void putSchool(const OwnFolder& folder, const School& school)
{
    Scenario scenario;
    scenario.name = "drill";
    scenario.school = "it.school.json";
    scenario.motivation = Motivation::Push;
    Release release;
    if (!school.buildings[0].stairs.empty()) {
        release.choice = RouteChoice::Given;
        release.rule.stairs = {{"S1"}};
    }
    scenario.releases = {release};
    ASSERT_TRUE(writeFile(folder / "it.school.json", formatSchool(school)).ok());
    ASSERT_TRUE(writeFile(folder / "drill.scenario.json", formatScenario(scenario)).ok());
    ASSERT_TRUE(writeFile(folder / "names.csv", "姓名\n张一\n李二\n王三\n").ok());
}

School crowded()
{
    building::Plan plan;
    for (const std::size_t upper : {2U, 3U}) plan.school.classes[upper].pupils = 130;
    plan.door("west").clearWidth = 800; // the queue reaches back onto the stair
    plan.door("east").state = DoorState::Locked;
    return plan.made();
}

std::string posts(const OwnFolder& folder, const std::string& more)
{
    return "posts " + (folder / "drill.scenario.json").string() + " " + more;
}

TEST(PostsCommand, WritesPostsRotaAndAScenarioThatCanBeRun)
{
    const OwnFolder folder;
    putSchool(folder, crowded());
    fs::create_directories(folder / "plans");
    const std::string with = (folder / "plans/with.scenario.json").string();
    const Answer answer =
        answerOf(posts(folder, "--seeds 1 --on-stairs --weeks 3 --names " + (folder / "names.csv").string() +
                                   " --out " + (folder / "out").string() + " --scenario-out " + with));
    EXPECT_THAT(answer.said, HasSubstr("1. S1, ")) << answer.said;
    EXPECT_LE(answer.code, 1);
    for (const char* name : {"posts.json", "posts.csv", "rota.csv", "rota.pdf"})
        EXPECT_TRUE(fs::exists(folder / "out" / name)) << name;
    EXPECT_THAT(readFile(folder / "out" / "rota.csv", 1 << 20).value(), HasSubstr("3,\"S1, "));
    const auto made = readCase(with); // seen from where it lies
    ASSERT_TRUE(made);
    ASSERT_EQ(made.value().scenario.wardens.size(), 1U);
    EXPECT_EQ(made.value().scenario.wardens[0].stair.value, "S1");
}

TEST(PostsCommand, RefusesBadInputInOneLineAndWritesNothing)
{
    const OwnFolder folder;
    putSchool(folder, crowded());
    ASSERT_TRUE(writeFile(folder / "empty.csv", "").ok());
    ASSERT_TRUE(writeFile(folder / "columns.csv", "姓名,电话\n张一,1\n").ok());
    const std::string here = folder.text() + "/";
    for (const std::string& option :
         {std::string("--teachers 0"), std::string("--teachers -1"), std::string("--seeds 0"),
          std::string("--seeds 10000000"), std::string("--weeks 0"), std::string("--weeks x"),
          std::string("--teechers 2"), "--names " + here + "none.csv", "--names " + here + "empty.csv",
          "--names " + here + "columns.csv", "--names " + here, "--scenario-out " + here + "drill.scenario.json",
          "--scenario-out " + here + "it.school.json", "--scenario-out " + here + "none/x.scenario.json",
          "--scenario-out " + here}) {
        const Answer bad = answerOf(posts(folder, "--out " + here + "out " + option));
        EXPECT_EQ(bad.code, 2) << option;
        EXPECT_EQ(std::ranges::count(bad.said, '\n'), 1) << bad.said;
    }
    EXPECT_FALSE(fs::exists(folder / "out"));
    EXPECT_EQ(answerOf("posts " + here + "none.scenario.json").code, 2);
}

TEST(PostsCommand, RefusesASchoolWithoutStairsAndTheFolderOfAnotherScenario)
{
    const OwnFolder flat;
    putSchool(flat, rooms::tworooms());
    const Answer bad = answerOf(posts(flat, ""));
    EXPECT_EQ(bad.code, 2);
    EXPECT_THAT(bad.said, HasSubstr("no stair"));
    const OwnFolder folder;
    putSchool(folder, crowded());
    fs::create_directories(folder / "out");
    const std::string other = R"({"school": "another", "scenario": "day"})";
    ASSERT_TRUE(writeFile(folder / "out/posts.json", other).ok());
    EXPECT_EQ(answerOf(posts(folder, "--out " + (folder / "out").string())).code, 2);
    EXPECT_EQ(readFile(folder / "out/posts.json", 1 << 20).value(), other);
}

}
}
