#include "sim/base/system.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "tests/egress/building.hpp"
#include "tests/files.hpp"
#include "tests/program/shell_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace stairwise::program {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

/// Two storeys, four classes, a stair at each end; everybody at the bell.
void putSchool(const OwnFolder& folder, Situation situation = Situation::Dismissal)
{
    Scenario scenario;
    scenario.name = "day";
    scenario.school = "it.school.json";
    scenario.situation = situation;
    scenario.preMovement = {Distribution::Kind::LogNormal, 10.0, 1.5};
    scenario.releases = {{}};
    School school = building::Plan().made();
    for (SchoolClass& own : school.classes) own.pupils = 12;
    ASSERT_TRUE(writeFile(folder / "it.school.json", formatSchool(school)).ok());
    ASSERT_TRUE(writeFile(folder / "day.scenario.json", formatScenario(scenario)).ok());
}

void putRules(const OwnFolder& folder, const std::string& text)
{
    ASSERT_TRUE(
        writeFile(folder / "it.rules.json", R"({"format": "stairwise-rules", "version": 1, )" + text + "}").ok());
}

std::string stagger(const OwnFolder& folder, const std::string& more)
{
    return "stagger " + (folder / "day.scenario.json").string() + " --seeds 1 --proof 2 " + more;
}

Json jsonOf(const Answer& answer)
{
    return Json::parse(answer.said, nullptr, false);
}

TEST(StaggerCommand, WritesAPlanThatIsReplannedInAMoment)
{
    const OwnFolder folder;
    putSchool(folder);
    const std::string plan = (folder / "plan.scenario.json").string();
    const Answer found = answerOf(stagger(folder, "--load-limit 0.9 --json --out " + plan));
    ASSERT_EQ(found.code, 0) << found.said;
    const Json json = jsonOf(found);
    EXPECT_EQ(json["today"]["role"], "today");
    EXPECT_EQ(json["plans"][json["chosen"].get<std::size_t>()]["role"], "quickest");
    EXPECT_EQ(json["proof"]["stairs"].size(), 2U);
    EXPECT_TRUE(fs::exists(folder / "plan.loads.json"));
    const std::string upper = "K3"; // on the second storey
    const Answer now = answerOf("stagger " + plan + " --replan --now 0 --late " + upper + "=0:40 --json --out " +
                                (folder / "now.scenario.json").string());
    ASSERT_EQ(now.code, 0) << now.said;
    const Json replan = jsonOf(now);
    EXPECT_EQ(replan["loads"], "walked");
    for (const Json& one : replan["releases"]) {
        const double later = one["time_s"].get<double>() - one["planned"]["time_s"].get<double>();
        EXPECT_GE(later, one["class"] == upper ? 40.0 : 0.0) << one["class"];
    }
    EXPECT_TRUE(readCase(folder / "now.scenario.json"));
    EXPECT_THAT(answerOf("stagger " + plan + " --replan --now 10 --shut S1").said, HasSubstr("Shut from now on: S1"));
}

TEST(StaggerCommand, ReplansTodaysPlanByHandWhereNothingWasSearched)
{
    const OwnFolder folder;
    putSchool(folder);
    const Answer now = answerOf(stagger(folder, "--replan --now 5 --late K3=60 --json"));
    ASSERT_EQ(now.code, 0) << now.said;
    EXPECT_EQ(jsonOf(now)["loads"], "by_hand");
    EXPECT_GE(jsonOf(now)["releases"][2]["time_s"].get<double>(), 60.0);
}

TEST(StaggerCommand, GoesOnWhereItsStateIsKept)
{
    const OwnFolder folder;
    putSchool(folder);
    const std::string state = "--json --state " + (folder / "it.state").string();
    Json first = jsonOf(answerOf(stagger(folder, state)));
    Json second = jsonOf(answerOf(stagger(folder, state)));
    EXPECT_LT(second["wall_s"].get<double>(), first["wall_s"].get<double>());
    first.erase("wall_s");
    second.erase("wall_s");
    EXPECT_EQ(first, second);
    const Answer other = answerOf(stagger(folder, state + " --load-limit 1.2"));
    EXPECT_EQ(other.code, 2);
    EXPECT_THAT(other.said, HasSubstr("another"));
}

TEST(StaggerCommand, RefusesBadRulesInOneLine)
{
    const OwnFolder folder;
    putSchool(folder);
    const std::string rules = "--rules " + (folder / "it.rules.json").string();
    for (const auto& [text, place] :
         {std::pair{R"("classes": [{"who": ["K9"]}])", "classes[0].who"},
          std::pair{R"("classes": [{"who": ["K1"], "earliest": 90}, {"who": [7], "latest": 60}])",
                    "classes[0].earliest"},
          std::pair{
              R"("classes": [{"who": ["K3"], "ways": [{"stair": "S1"}]}, {"who": ["K3"], "ways": [{"stair": "S2"}]}])",
              "K3"},
          std::pair{R"("buses": [{"name": "1", "who": [7], "leaves": 20}])", "buses[0].leaves"},
          std::pair{R"("bell": "11:65")", "bell"}, std::pair{R"("gate": {})", "gate"},
          std::pair{R"("dutyStuff": 3)", "dutyStuff"}}) {
        putRules(folder, text);
        const Answer bad = answerOf(stagger(folder, rules));
        EXPECT_EQ(bad.code, 2) << text;
        EXPECT_EQ(std::ranges::count(bad.said, '\n'), 1) << bad.said;
        EXPECT_THAT(bad.said, HasSubstr(place));
        EXPECT_THAT(bad.said, HasSubstr("it.rules.json"));
    }
}

TEST(StaggerCommand, RefusesBadOptionsInOneLine)
{
    const OwnFolder folder;
    putSchool(folder);
    const std::string here = folder.text() + "/";
    for (const std::string& option :
         {std::string("--now 10"), std::string("--replan"), std::string("--replan --now x"),
          std::string("--replan --now 10 --late K3"), std::string("--replan --now 10 --late K9=10"),
          std::string("--replan --now 10 --shut S9"), std::string("--replan --now 10 --unattended S9"),
          std::string("--replan --now 10 --late K3=60 --shut S1 --shut S2"), "--out " + here + "day.scenario.json",
          "--out " + here + "it.school.json", "--out " + here + "none/plan.scenario.json",
          "--state " + here + "day.scenario.json"}) {
        const Answer bad = answerOf(stagger(folder, option));
        EXPECT_EQ(bad.code, 2) << option;
        EXPECT_EQ(std::ranges::count(bad.said, '\n'), 1) << bad.said;
    }
}

TEST(StaggerCommand, RefusesSituationsInWhichPeopleComeIn)
{
    const OwnFolder folder;
    putSchool(folder, Situation::Arrival);
    const Answer bad = answerOf(stagger(folder, ""));
    EXPECT_EQ(bad.code, 2);
    EXPECT_THAT(bad.said, HasSubstr("walking model leads out alone"));
}

}
}
