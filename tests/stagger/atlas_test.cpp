#include "sim/stagger/atlas.hpp"

#include "sim/run/setting.hpp"
#include "tests/run/rooms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

namespace stairwise {
namespace {

Scenario leaving(const std::string& name, std::uint64_t seed)
{
    Scenario scenario;
    scenario.name = name;
    scenario.seed = seed;
    scenario.preMovement = {Distribution::Kind::LogNormal, 10.0, 1.5};
    return scenario;
}

AtlasPlan planOf(School school)
{
    AtlasPlan plan;
    plan.school = std::move(school);
    plan.situations = {{"a", leaving("quiet", 3)}, {"b", leaving("again", 40)}};
    plan.elements = elementsOf(plan.school, plan.situations, AtlasDoors::Leave);
    plan.seeds = 2;
    return plan;
}

School withOneExit()
{
    School school = rooms::tworooms();
    Storey storey = *school.buildings[0].storeys[0];
    storey.doors.pop_back(); // the eastern exit
    school.buildings[0].storeys[0] = std::make_shared<const Storey>(storey);
    return school;
}

AtlasResult atlas(const AtlasPlan& plan, const std::vector<AtlasRun>& known = {}, AtlasOptions options = {},
                  CancelToken cancel = {})
{
    if (options.threads == 0) options.threads = 1;
    return atlasOf(plan, settingOf(plan.school, plan.situations.front().scenario), known, options, cancel, {});
}

TEST(AtlasElements, AreNothingThenStairsThenExitsThenDoors)
{
    School school = rooms::tworooms();
    Stair stair;
    stair.id = {"S"};
    school.buildings[0].stairs.push_back(stair);
    Storey storey = *school.buildings[0].storeys[0];
    storey.doors[0].kind = DoorKind::Door;
    storey.doors[1].kind = DoorKind::Door;
    storey.doors[1].state = DoorState::Locked;
    school.buildings[0].storeys[0] = std::make_shared<const Storey>(storey);
    using List = std::vector<AtlasElement>;
    const List few{{OutOfUse::Nothing, ""}, {OutOfUse::Stair, "S"}, {OutOfUse::Exit, "W"}, {OutOfUse::Exit, "E"}};
    EXPECT_EQ(elementsOf(school, {}, AtlasDoors::Leave), few);
    List more = few;
    more.push_back({OutOfUse::Door, "D1"});
    EXPECT_EQ(elementsOf(school, {}, AtlasDoors::Take), more); // D2 is locked: out of use already
    Scenario unlocks = leaving("unlocks", 1);
    Event open;
    open.kind = EventKind::Open;
    open.door = {"D2"};
    unlocks.events.push_back(open);
    more.push_back({OutOfUse::Door, "D2"});
    EXPECT_EQ(elementsOf(school, {{"c", unlocks}}, AtlasDoors::Take), more);
}

TEST(AtlasElements, StayShutWhateverTheScenarioOpens)
{
    Scenario scenario = leaving("opens", 1);
    Event open;
    open.time = 30.0;
    open.kind = EventKind::Open;
    open.door = {"E"};
    scenario.events.push_back(open);
    open.door = {"W"};
    scenario.events.push_back(open);
    const Scenario shut = without(scenario, {OutOfUse::Exit, "E"});
    ASSERT_EQ(shut.events.size(), 2U);
    EXPECT_EQ(shut.events[0].door.value, "W");
    EXPECT_EQ(shut.events[1].door.value, "E");
    EXPECT_EQ(shut.events[1].kind, EventKind::Shut);
    EXPECT_EQ(shut.events[1].time, 0.0);
    EXPECT_EQ(without(scenario, {}), scenario);
    const Scenario stairless = without(scenario, {OutOfUse::Stair, "S"});
    EXPECT_EQ(stairless.events.back().stair.value, "S");
    EXPECT_TRUE(stairless.events.back().door.none());
}

TEST(Atlas, IsTheSameForEveryNumberOfThreads)
{
    const AtlasPlan plan = planOf(rooms::tworooms());
    const AtlasResult one = atlas(plan);
    ASSERT_EQ(one.runs.size(), 3U * 2U * 2U);
    EXPECT_EQ(one.asked, one.runs.size());
    AtlasOptions three;
    three.threads = 3;
    EXPECT_EQ(atlas(plan, {}, three).runs, one.runs);
    EXPECT_EQ(one.runs[3].seed, 41U); // nothing out of use, the second situation, the second seed
}

TEST(Atlas, ThatWasStoppedGoesOnToTheSame)
{
    const AtlasPlan plan = planOf(rooms::tworooms());
    const AtlasResult whole = atlas(plan);
    std::vector<AtlasRun> kept;
    std::atomic<bool> stop = false;
    AtlasOptions options;
    options.keep = [&](const AtlasRun& run) {
        kept.push_back(run);
        stop = kept.size() == 5;
    };
    const AtlasResult part = atlas(plan, {}, options, CancelToken(&stop));
    EXPECT_EQ(part.runs.size(), 5U);
    EXPECT_EQ(part.asked, 12U);
    EXPECT_EQ(part.cells[2][1].runs, 0U);
    std::size_t again = 0;
    options.keep = [&](const AtlasRun&) { ++again; };
    std::ranges::reverse(kept); // in whatever order they were done
    EXPECT_EQ(atlas(plan, kept, options).runs, whole.runs);
    EXPECT_EQ(again, 7U);
}

TEST(Atlas, LosingOneOfTwoExitsTakesLongerAndLeavesNoSecondWay)
{
    const AtlasResult result = atlas(planOf(rooms::tworooms()));
    const AtlasCell& all = result.cells[0][0];
    const AtlasCell& one = result.cells[1][0];
    ASSERT_TRUE(all.clearance && one.clearance);
    EXPECT_GT(*one.clearance, *all.clearance);
    EXPECT_EQ(one.notEmpty, 0U);
    EXPECT_EQ(all.withoutSecond.size(), 0U);
    EXPECT_EQ(one.withoutSecond.size(), 2U);
}

TEST(Atlas, LosingTheOnlyExitLeavesEverybodyInside)
{
    const AtlasResult result = atlas(planOf(withOneExit()));
    const AtlasCell& none = result.cells[1][0];
    EXPECT_FALSE(none.clearance);
    EXPECT_EQ(none.left, 60U);
    EXPECT_EQ(none.notEmpty, 2U);
    EXPECT_EQ(none.runs, 2U);
}

TEST(Atlas, TellsTheLongestTimeOfTheSeeds)
{
    const AtlasResult result = atlas(planOf(rooms::tworooms()));
    ASSERT_TRUE(result.cells[0][1].clearance);
    EXPECT_EQ(*result.cells[0][1].clearance, std::max(*result.runs[2].clearance, *result.runs[3].clearance));
}

}
}
