// What a run is asked: releases, ways and what is shut, as the panels change them.
#include "editor/model/situations.hpp"

#include "editor/model/opening.hpp"
#include "scenarios/maker/maker.hpp"
#include "sim/run/way_lines.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "tests/editor_model/hand.hpp"
#include "tests/editor_model/traces.hpp"
#include "tests/files.hpp"

#include <gtest/gtest.h>

#include <set>

namespace stairwise::editor {
namespace {

const School& sample()
{
    static const School school = samples::teachingBuilding();
    return school;
}
const SchoolClass& classOf(const char* id)
{
    return *findClass(sample(), {id});
}
void expectToFit(const Scenario& scenario)
{
    EXPECT_TRUE(checkAgainst(scenario, sample(), "test").ok());
    const auto again = parseScenario(formatScenario(scenario), "test");
    ASSERT_TRUE(again.ok()) << again.fault().place;
    EXPECT_EQ(again.value(), scenario);
}

TEST(Situations, OneClassIsReleasedLaterAndTheOthersStay)
{
    const Scenario scenario = releasedAt(samples::teachingBuildingFireDrill(), sample(), ClassId{"7-1"}, 90.0);
    EXPECT_EQ(releaseOf(scenario, classOf("7-1")), 90.0);
    EXPECT_EQ(releaseOf(scenario, classOf("7-2")), 0.0);
    expectToFit(scenario);
    const Scenario again = releasedAt(scenario, sample(), ClassId{"7-1"}, 60.0);
    EXPECT_EQ(releaseOf(again, classOf("7-1")), 60.0);
    EXPECT_EQ(again.releases.size(), scenario.releases.size()); // in place of the one before
    EXPECT_EQ(releaseOf(releasedAt(again, sample(), ClassId{"7-1"}, -5.0), classOf("7-1")), 0.0);
}

TEST(Situations, AGradeIsReleasedAtOnceAndKeepsItsFiles)
{
    Scenario scenario = samples::teachingBuildingFireDrill();
    scenario.releases.front().files = 2;
    scenario = releasedAt(scenario, sample(), 8, 120.0);
    for (const SchoolClass& each : sample().classes)
        EXPECT_EQ(releaseOf(scenario, each), each.grade == 8 ? 120.0 : 0.0) << each.id.value;
    for (const Release& release : scenario.releases) EXPECT_EQ(release.files, 2);
    expectToFit(scenario);
}

TEST(Situations, AClassOfTheSchoolThatIsNotThereChangesNothing)
{
    const Scenario scenario = samples::teachingBuildingFireDrill();
    EXPECT_EQ(releasedAt(scenario, sample(), ClassId{"none"}, 9.0), scenario);
    EXPECT_EQ(releasedAt(scenario, sample(), 3, 9.0), scenario);
}

TEST(Situations, WhatIsShutIsOpenedByTheSameClick)
{
    const Scenario scenario = samples::teachingBuildingFireDrill();
    const std::string stair = sample().buildings[0].stairs[0].id.value;
    const std::string door = sample().buildings[0].storeys[0]->doors[0].id.value;
    const Scenario both = shutToggled(shutToggled(scenario, stair, true), door, false);
    EXPECT_TRUE(shutFromStart(both, stair));
    EXPECT_TRUE(shutFromStart(both, door));
    expectToFit(both);
    const Scenario one = shutToggled(both, door, false);
    EXPECT_FALSE(shutFromStart(one, door));
    EXPECT_TRUE(shutFromStart(one, stair));
    EXPECT_EQ(shutToggled(one, stair, true), scenario);
}

TEST(Situations, AScenarioIsDuplicatedUnderAFreeNameAndInWork)
{
    Editor editor{sampleDocument()};
    fulfil(editor, Do{"do.scenario_copy"});
    fulfil(editor, Do{"do.scenario_copy"});
    const auto& all = editor.history.now().scenarios;
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ((std::set<std::string>{all[0].file, all[1].file, all[2].file}).size(), 3U);
    EXPECT_EQ(editor.scenario, all[2].file);
    EXPECT_EQ(all[2].scenario, all[0].scenario);
    fulfil(editor, Do{"do.undo"});
    EXPECT_NE(scenarioOf(editor), nullptr); // another is in work
}

TEST(Situations, WithNobodyToWalkNothingIsRun)
{
    const OwnFolder folder;
    Editor editor{emptyDocument("new")};
    editor.folder = folder / "";
    fulfil(editor, Do{"do.run"});
    EXPECT_FALSE(editor.runner->running());
    EXPECT_TRUE(editor.history.now().scenarios.empty());
}

TEST(Situations, TheBusiestMomentIsTheWorstCrowdedPlacesAndItIsGoneTo)
{
    const OwnFolder folder;
    Editor editor{emptyDocument("new")};
    editor.folder = folder / "";
    fulfil(editor, OpenFile{std::filesystem::path(STAIRWISE_SOURCE_DIR) / "scenarios" / "w1.scenario.json"});
    EXPECT_FALSE(busiestMoment(editor).has_value());
    fulfil(editor, Do{"do.run"});
    editor.runner->wait();
    editor.deriver->wait();
    tick(editor, 0.0);
    ASSERT_TRUE(editor.outcome && editor.outcome->result);
    const auto busiest = busiestMoment(editor);
    ASSERT_TRUE(busiest.has_value());
    const CrowdedPlace& place = editor.outcome->result->crowdedPlaces.front();
    EXPECT_GE(busiest->time, place.from);
    EXPECT_LE(busiest->time, place.to);
    const auto aim = editor.aim.number;
    fulfil(editor, Do{"do.busiest"});
    EXPECT_EQ(editor.aim.number, aim + 1);
    EXPECT_EQ(editor.playing.time, busiest->time);
    EXPECT_EQ(editor.storey, busiest->storey);
    EXPECT_FALSE(editor.playing.playing);
}

const Derived& derivedSample()
{
    static const auto derived = derivedOf(std::make_shared<const School>(sample()), nullptr);
    return *derived;
}

TEST(WayLines, AClassUpstairsHasTwoWaysByOtherExitsDownToTheGround)
{
    const TwoWays ways = wayLinesOf(derivedSample().walkable, derivedSample().network, nullptr, classOf("9-12"));
    ASSERT_TRUE(ways.first && ways.second);
    EXPECT_NE(ways.first->exit, ways.second->exit);
    EXPECT_FALSE(ways.first->exit.none());
    EXPECT_LE(ways.first->seconds, ways.second->seconds);
    for (const WayLine* way : {&*ways.first, &*ways.second}) {
        EXPECT_GE(way->legs.size(), 5U); // one a storey at least
        for (const WayLeg& leg : way->legs) EXPECT_GE(leg.points.size(), 2U);
    }
}

TEST(WayLines, TheFirstWayBendsToWhatTheScenarioShuts)
{
    const TwoWays free = wayLinesOf(derivedSample().walkable, derivedSample().network, nullptr, classOf("7-1"));
    ASSERT_TRUE(free.first.has_value());
    const Scenario scenario = shutToggled(samples::teachingBuildingFireDrill(), free.first->exit.value, false);
    const TwoWays bent = wayLinesOf(derivedSample().walkable, derivedSample().network, &scenario, classOf("7-1"));
    ASSERT_TRUE(bent.first.has_value());
    EXPECT_NE(bent.first->exit, free.first->exit);
    EXPECT_GT(bent.first->seconds, free.first->seconds);
}

TEST(WayLines, AGivenWayIsGone)
{
    const TwoWays free = wayLinesOf(derivedSample().walkable, derivedSample().network, nullptr, classOf("8-1"));
    ASSERT_TRUE(free.first && free.second);
    const Scenario scenario =
        wayToggled(samples::teachingBuildingFireDrill(), sample(), ClassId{"8-1"}, free.second->exit.value);
    expectToFit(scenario);
    const TwoWays given = wayLinesOf(derivedSample().walkable, derivedSample().network, &scenario, classOf("8-1"));
    ASSERT_TRUE(given.first.has_value());
    EXPECT_EQ(given.first->exit, free.second->exit);
    EXPECT_EQ(wayToggled(scenario, sample(), ClassId{"8-1"}, free.second->exit.value).releases.back().choice,
              RouteChoice::Nearest);
}

TEST(WayLines, AClassWithoutARoomHasNone)
{
    SchoolClass homeless = classOf("7-1");
    homeless.homeroom = {};
    const TwoWays ways = wayLinesOf(derivedSample().walkable, derivedSample().network, nullptr, homeless);
    EXPECT_FALSE(ways.first || ways.second);
}

}
}
