#include "sim/base/system.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "tests/school/schema_keys.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <set>
#include <string>

namespace stairwise {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::filesystem::path kSource = STAIRWISE_SOURCE_DIR;
const std::filesystem::path kFixture = kSource / "tests" / "fixtures" / "v1" / "full.scenario.json";

std::string textOf(const std::filesystem::path& path)
{
    return readFile(path, kLargestFile).value();
}

std::vector<std::string> elementsOf(const std::vector<Finding>& findings)
{
    std::vector<std::string> elements;
    for (const Finding& finding : findings) elements.push_back(finding.element);
    return elements;
}

TEST(ScenarioFile, OfVersionOneIsReadAndSavedByteEqual)
{
    const std::string text = textOf(kFixture);
    const auto scenario = parseScenario(text, "full.scenario.json");
    ASSERT_TRUE(scenario.ok()) << scenario.fault().place;
    EXPECT_EQ(formatScenario(scenario.value()), text);
}

TEST(ScenarioFile, IsReadAsItSaysWithItsSchool)
{
    const auto read = readCase(kFixture);
    ASSERT_TRUE(read.ok()) << read.fault().place;
    const Scenario& scenario = read.value().scenario;
    EXPECT_EQ(read.value().school.name, "示例小学 Sample school");
    EXPECT_EQ(scenario.situation, Situation::Earthquake);
    EXPECT_EQ(scenario.destination, Destination::Assembly);
    EXPECT_EQ(scenario.model, Model::Hydraulic);
    EXPECT_EQ(scenario.flowCap, 1.3);
    EXPECT_EQ(scenario.seed, std::uint64_t{1} << 53);
    EXPECT_EQ(scenario.timeStep, 0.04);
    EXPECT_EQ(scenario.preMovement, (Distribution{Distribution::Kind::LogNormal, 20.0, 1.5, 0.0, 120.0}));
    EXPECT_EQ(scenario.profiles.at(0).radius, 170);
    EXPECT_EQ(scenario.profiles[0].mass, 24.5);
    EXPECT_EQ(scenario.profiles[0].push, 80.0);
    EXPECT_EQ(scenario.profiles.at(0).preMovement, (Distribution{Distribution::Kind::Constant, 35.0}));
    EXPECT_EQ(scenario.assisted.helpers, 2);
    EXPECT_EQ(scenario.assisted.from, HelpFrom::Teacher);
    EXPECT_EQ(scenario.releases.at(1).files, 2);
    EXPECT_EQ(scenario.releases.at(1).teacher, TeacherPlace::Head);
    EXPECT_EQ(scenario.releases.at(2).rule.stairs.at(0).value, "S1");
    ASSERT_TRUE(scenario.releases.at(1).preMovement.has_value());
    EXPECT_EQ(scenario.releases[1].preMovement->kind, Distribution::Kind::Gamma);
    EXPECT_EQ(scenario.events.at(1).kind, EventKind::Open);
    EXPECT_EQ(scenario.events.at(2).on, "S1/1/flight1");
    EXPECT_EQ(scenario.events[2].duration, 5.0);
    EXPECT_EQ(scenario.events.at(3).at, (Point{10000, 5000}));
    EXPECT_EQ(scenario.people.at(0).at, (Point{10000, 5000}));
    EXPECT_EQ(scenario.people.at(1).line, "out");
    EXPECT_EQ(scenario.fills.at(0).kinds, (std::vector{SpaceKind::Hall, SpaceKind::Corridor}));
    EXPECT_FALSE(scenario.classesPresent);
}

TEST(ScenarioFile, WithoutModelAndFlowCapIsOfAgentsAndUncapped)
{
    const auto scenario =
        parseScenario(R"({"format": "stairwise-scenario", "version": 1, "name": "a", "school": "a.school.json"})", "a");
    ASSERT_TRUE(scenario.ok());
    EXPECT_EQ(scenario.value().model, Model::Agents);
    EXPECT_FALSE(scenario.value().flowCap.has_value());
    const std::string again = formatScenario(scenario.value());
    EXPECT_EQ(again.find("model"), std::string::npos); // files of before stay byte-equal
    EXPECT_EQ(again.find("flowCap"), std::string::npos);
}

TEST(ScenarioFile, HashTellsScenariosApart)
{
    Scenario scenario = readScenario(kFixture).value();
    const Digest before = hashOf(scenario);
    scenario.seed = 2;
    EXPECT_NE(hashOf(scenario), before);
}

TEST(ScenarioFile, SixteenThousandPeopleOneByOneAreReadAtOnce)
{
    Scenario scenario;
    scenario.name = "hall";
    scenario.school = "hall.school.json";
    for (int i = 0; i < 16'000; ++i) {
        ListedPerson person;
        person.at = {37 * i, 12'500 - i};
        person.storey = {"F1"};
        person.line = "out";
        scenario.people.push_back(person);
    }
    const std::string text = formatScenario(scenario);
    EXPECT_NE(
        text.find(
            "\n    {\"at\": [0, 12500], \"storey\": \"F1\", \"speed\": 1.3, \"radius\": 200, \"line\": \"out\"},\n"),
        std::string::npos);
    const auto begin = std::chrono::steady_clock::now();
    const auto again = parseScenario(text, "hall.scenario.json");
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again.value(), scenario);
    EXPECT_LT(took.count(), 3.0); // 0.3 s in a release; this build may be any, on a busy machine
    RecordProperty("seconds", std::to_string(took.count()));
}

TEST(ScenarioFile, AnEventThatOpensItsDoorMakesALockedRoutePassable)
{
    const auto folder = kSource / "scenarios" / "broken";
    Scenario scenario = readScenario(folder / "route_through_locked.scenario.json").value();
    const School school = readSchool(folder / "whole.school.json").value();
    EXPECT_FALSE(checkAgainst(scenario, school, "x").ok());
    scenario.events.push_back({60.0, EventKind::Open, {"E2"}, {}});
    EXPECT_TRUE(checkAgainst(scenario, school, "x").ok());
}

TEST(ScenarioFile, PeopleMayStandOnStairsAndInTheSamePlace)
{
    const auto folder = kSource / "scenarios" / "broken";
    Scenario scenario = readScenario(folder / "whole.scenario.json").value();
    const School school = readSchool(folder / "whole.school.json").value();
    scenario.people.front().at = {5000, -1000};
    scenario.people.push_back(scenario.people.front());
    EXPECT_TRUE(checkAgainst(scenario, school, "x").ok());
}

TEST(ScenarioFile, KeepsHowLongAClassTakesRowByRow)
{
    Scenario scenario = readScenario(kFixture).value();
    scenario.releases[0].over = 42.5;
    const auto again = parseScenario(formatScenario(scenario), "again");
    ASSERT_TRUE(again);
    EXPECT_EQ(again.value().releases[0].over, 42.5);
    scenario.releases[0].files = 2;
    EXPECT_THAT(elementsOf(withoutEffect(scenario)), testing::Contains("releases[0].over"));
}

TEST(WithoutEffect, NamesWhatTheFixtureSaysInVain)
{
    EXPECT_THAT(elementsOf(withoutEffect(readScenario(kFixture).value())),
                ElementsAre("lighting", "motivation", "profiles", "assisted", "releases[].files", "events[]", "wardens",
                            "releases[2].rule.doors"));
}

TEST(WithoutEffect, IsSilentWhereEverythingCounts)
{
    EXPECT_THAT(withoutEffect(Scenario{}), IsEmpty());
}

TEST(WithoutEffect, TakingCoverCountsInAnEarthquakeAlone)
{
    Scenario scenario;
    scenario.takeCover = 12.0;
    EXPECT_THAT(elementsOf(withoutEffect(scenario)), ElementsAre("takeCover"));
    scenario.situation = Situation::Earthquake;
    EXPECT_THAT(withoutEffect(scenario), IsEmpty());
}

TEST(WithoutEffect, TheHandCalculationKnowsNoHurryAndNoProfiles)
{
    Scenario scenario;
    scenario.motivation = Motivation::Hurry;
    scenario.profiles = defaultProfiles();
    EXPECT_THAT(withoutEffect(scenario), IsEmpty());
    scenario.model = Model::Hydraulic;
    EXPECT_THAT(elementsOf(withoutEffect(scenario)), ElementsAre("motivation", "profiles"));
}

TEST(WithoutEffect, NobodyWalksInwardYet)
{
    Scenario scenario;
    scenario.situation = Situation::Arrival;
    EXPECT_THAT(elementsOf(withoutEffect(scenario)), ElementsAre("situation"));
    scenario.situation = Situation::ReturnFromPlayground;
    EXPECT_THAT(elementsOf(withoutEffect(scenario)), ElementsAre("situation"));
}

TEST(WithoutEffect, ARuleWithoutTheChoiceGivenIsSaid)
{
    Scenario scenario;
    scenario.releases.emplace_back().rule.exits.push_back({"E1"});
    EXPECT_THAT(elementsOf(withoutEffect(scenario)), ElementsAre("releases[0].rule"));
}

TEST(ScenarioSchema, NamesTheKeysThatTheFixtureUsesAndNoOthers)
{
    std::set<std::string> used;
    std::set<std::string> published;
    addKeys(nlohmann::json::parse(textOf(kFixture)), used);
    addProperties(nlohmann::json::parse(textOf(kSource / "scenarios" / "schema" / "scenario.schema.json")), published);
    EXPECT_EQ(used, published);
}

}
}
