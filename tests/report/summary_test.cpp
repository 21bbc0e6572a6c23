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

std::vector<NamedPoint> points(const RunResult& result)
{
    std::vector<NamedPoint> named;
    for (const RiskPoint& point : result.riskPoints)
        named.push_back({"一号楼梯", "一层", {}, {"两股人流"}, {"先后通过"}, point});
    return named;
}

Json summary(const RunResult& result)
{
    return Json::parse(summaryJson(result, {places(result), points(result), {}}, Language::Chinese));
}

TEST(Summary, HasTheKeysThatOthersRead)
{
    const Json json = summary(sample::emptied({}));
    std::vector<std::string> keys;
    for (const auto& [key, value] : json.items()) keys.push_back(key);
    EXPECT_THAT(keys, testing::ElementsAre(
                          "format", "version", "kind", "ending", "people", "evacuated", "remaining", "trapped",
                          "clearance_s", "assembled_s", "end_s", "lower_bound_s", "lower_bound_pace", "agent_steps",
                          "wall_s", "agent_steps_per_s", "digest", "school", "scenario", "seed", "engine",
                          "school_hash", "scenario_hash", "walkable_hash", "classes", "stairs", "exits", "flow_cap",
                          "hand_calculation", "agents_to_hand", "capped", "differences", "limits", "density_measured",
                          "crowded_places", "risk_limits", "ensemble", "risk_points", "stair_loads", "findings"));
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
    const Json point = json["risk_points"][0];
    for (const char* key : {"place", "from_s", "to_s", "rank", "peak_density", "peak_pressure", "peak_force",
                            "share_of_runs", "causes", "classes"})
        EXPECT_TRUE(point.contains(key)) << key;
    EXPECT_EQ(point["rank"], 5);
    EXPECT_EQ(point["rank_reason"], "超过 6.5 人/m² 共 41 人·秒");
    EXPECT_EQ(point["causes"].dump(), R"(["released_together","merging"])");
    EXPECT_EQ(point["classes"][0]["id"], "G8C2");
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

TEST(Summary, HasTheOtherCasesBesideTheAgents)
{
    const Json json = summary(sample::bothWays({}));
    EXPECT_EQ(json["hand_calculation"]["clearance_s"], 150.0);
    EXPECT_EQ(json["hand_calculation"]["without_way"], 0);
    EXPECT_EQ(json["hand_calculation"]["classes"][1]["last_out_s"], 150.0);
    EXPECT_EQ(json["hand_calculation"]["classes"][1]["exits"]["E2"], 50);
    EXPECT_EQ(json["hand_calculation"]["stairs"][0]["binds_until_s"], 120.5);
    EXPECT_EQ(json["hand_calculation"]["stairs"][0]["effective_width_m"], 1.35);
    EXPECT_EQ(json["hand_calculation"]["stairs"][0]["longest_queue"], 31);
    EXPECT_TRUE(json["hand_calculation"]["exits"][0]["binds_from_s"].is_null());
    EXPECT_EQ(json["agents_to_hand"], 1.369); // 205.3 / 150
    EXPECT_EQ(json["capped"]["flow_cap"], 1.3);
    EXPECT_EQ(json["capped"]["clearance_s"], 230.4);
    EXPECT_EQ(json["differences"][0]["what"], "whole");
    EXPECT_EQ(json["differences"][0]["reasons"][0]["cause"], "flow");
    EXPECT_EQ(json["differences"][1]["what"], "class");
    EXPECT_EQ(json["differences"][1]["reasons"][0]["cause"], "other_way");
    EXPECT_THAT(json["differences"][1]["reasons"][0]["text"].get<std::string>(), HasSubstr("西门"));
    EXPECT_EQ(json["limits"][0]["state"], "imposed");
    EXPECT_EQ(json["limits"][0]["uncapped"], 1.62);
    EXPECT_EQ(json["limits"][1]["state"], "held");
}

TEST(Summary, HasNullForCasesThatWereNotRun)
{
    const Json json = summary(sample::emptied({}));
    for (const char* key : {"flow_cap", "hand_calculation", "agents_to_hand", "capped"})
        EXPECT_TRUE(json[key].is_null()) << key;
    EXPECT_TRUE(json["differences"].empty());
    EXPECT_TRUE(json["limits"].empty());
}

TEST(Summary, HasNoCappedClearanceTimeUnlessTheBuildingIsEmpty)
{
    RunResult result = sample::bothWays({});
    result.capped->ending = Ending::Clogged;
    EXPECT_TRUE(summary(result)["capped"]["clearance_s"].is_null());
}

TEST(Summary, OfTheHandCalculationIsNotCalledSimulated)
{
    const Json json = summary(sample::byHand());
    EXPECT_EQ(json["kind"], "hand_calculation");
    EXPECT_EQ(json["clearance_s"], 150.0);
    EXPECT_TRUE(json["agents_to_hand"].is_null()); // it is not compared with itself
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
