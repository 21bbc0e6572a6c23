#include "sim/report/summary.hpp"
#include "tests/report/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace stairwise {
namespace {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;

std::vector<NamedPlace> places(const RunResult& result)
{
    std::vector<NamedPlace> named;
    for (const CrowdedPlace& place : result.crowdedPlaces) named.push_back({"一号楼梯", "一层", place});
    return named;
}

Json summary(const RunResult& result)
{
    return Json::parse(summaryJson(result, places(result), Language::Chinese));
}

TEST(Summary, HasTheKeysThatOthersRead)
{
    const Json json = summary(sample::emptied({}));
    std::vector<std::string> keys;
    for (const auto& [key, value] : json.items()) keys.push_back(key);
    EXPECT_THAT(keys, testing::ElementsAre("format", "version", "kind", "ending", "people", "evacuated", "remaining",
                                           "trapped", "clearance_s", "assembled_s", "end_s", "lower_bound_s",
                                           "lower_bound_pace", "agent_steps", "wall_s", "agent_steps_per_s", "digest",
                                           "school", "scenario", "seed", "engine", "school_hash", "scenario_hash",
                                           "walkable_hash", "classes", "stairs", "exits", "density_measured",
                                           "crowded_places", "findings"));
    EXPECT_EQ(json["kind"], "simulated");
    EXPECT_EQ(json["ending"], "empty");
    EXPECT_EQ(json["clearance_s"], 205.3);
    EXPECT_EQ(json["lower_bound_s"], 130.21);
    EXPECT_EQ(json["lower_bound_pace"]["slope_speed_down"], 1.1);
    EXPECT_EQ(json["wall_s"], 0.457);
    EXPECT_EQ(json["agent_steps_per_s"], 1234560.0);
    EXPECT_EQ(json["digest"], "0000000000000abc0000000000000def");
    EXPECT_EQ(json["classes"][1]["last_out_s"], 205.3);
    EXPECT_EQ(json["stairs"][0]["peak_flow"], 1.31);
    EXPECT_EQ(json["exits"][1]["passed"], 140);
    const Json place = json["crowded_places"][0];
    EXPECT_EQ(place.dump(), R"({"name":"一号楼梯","storey":"一层","person_seconds":812.4,"peak_density":7.63,)"
                            R"("from_s":44.0,"to_s":171.5,"x":29.4,"y":3.4})");
}

TEST(Summary, HasNoClearanceTimeUnlessTheBuildingIsEmpty)
{
    RunResult result = sample::notEmptied({});
    EXPECT_TRUE(summary(result)["clearance_s"].is_null());
    EXPECT_EQ(summary(result)["ending"], "time_limit");
    result.clearance = 205.3; // everybody is out of the building, but not where they should go
    EXPECT_TRUE(summary(result)["clearance_s"].is_null());
}

TEST(Summary, HasNamesForAllEndings)
{
    RunResult result = sample::notEmptied({});
    for (const auto& [ending, name] : {std::pair{Ending::Clogged, "clogged"}, std::pair{Ending::Trapped, "trapped"},
                                       std::pair{Ending::Cancelled, "cancelled"}}) {
        result.ending = ending;
        EXPECT_EQ(summary(result)["ending"], name);
    }
}

TEST(Summary, SaysNullWhereThereIsNoNumber)
{
    RunResult result = sample::emptied({});
    result.bound.reset();
    result.stepSeconds = 0.0;
    const Json json = summary(result);
    EXPECT_TRUE(json["lower_bound_s"].is_null());
    EXPECT_TRUE(json["lower_bound_pace"].is_null());
    EXPECT_TRUE(json["agent_steps_per_s"].is_null());
    EXPECT_TRUE(json["classes"][0]["assembled_s"].is_null());
    EXPECT_EQ(json["density_measured"], false);
}

TEST(Summary, TellsFindingsInWords)
{
    RunResult result = sample::emptied({});
    Finding finding;
    finding.rule = "door.width";
    finding.element = "D1";
    finding.at = {1000, -2};
    finding.what = {"file.missing", {}};
    result.findings.push_back(finding);
    const Json json = summary(result)["findings"][0];
    EXPECT_EQ(json["severity"], "warning");
    EXPECT_EQ(json["at"], Json({1000, -2}));
    EXPECT_THAT(json["text"].get<std::string>(), HasSubstr("D1：文件不存在"));
}

TEST(Summary, SurvivesNamesThatAreNoText)
{
    RunResult result = sample::emptied({});
    result.school = "a\xff";
    EXPECT_EQ(summary(result)["school"], "a\xef\xbf\xbd");
}

}
}
