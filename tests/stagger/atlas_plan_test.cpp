#include "sim/stagger/atlas_plan.hpp"

#include "sim/base/system.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "tests/files.hpp"
#include "tests/run/rooms.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace stairwise {
namespace {

namespace fs = std::filesystem;

/// A folder with the two rooms and what a test puts beside them.
class Desk {
public:
    Desk() { put("two.school.json", formatSchool(rooms::tworooms())); }
    void put(const std::string& name, const std::string& text) const
    {
        ASSERT_TRUE(writeFile(folder_ / name, text).ok());
    }
    void put(const std::string& name, const Scenario& scenario) const { put(name, formatScenario(scenario)); }
    [[nodiscard]] AtlasQuestion ask(const std::string& name) const { return {folder_ / name, {}, {}, 5}; }

private:
    OwnFolder folder_;
};

Scenario of(const std::string& name)
{
    Scenario scenario;
    scenario.name = name;
    scenario.school = "two.school.json";
    return scenario;
}

TEST(AtlasPlan, TakesEveryScenarioBesideThatNamesTheSameSchool)
{
    const Desk desk;
    desk.put("fire.scenario.json", of("fire"));
    desk.put("break.scenario.json", of("break"));
    desk.put("other.school.json", formatSchool(rooms::tworooms()));
    Scenario elsewhere = of("elsewhere");
    elsewhere.school = "other.school.json";
    desk.put("elsewhere.scenario.json", elsewhere);
    const auto plan = atlasPlanOf(desk.ask("fire.scenario.json"));
    ASSERT_TRUE(plan.ok());
    ASSERT_EQ(plan.value().situations.size(), 2U);
    EXPECT_EQ(plan.value().situations[0].file, "fire.scenario.json"); // the one asked for comes first
    EXPECT_EQ(plan.value().situations[1].file, "break.scenario.json");
    EXPECT_TRUE(plan.value().leftOut.empty());
    EXPECT_EQ(runsOf(plan.value()), 3U * 2U * 5U);
    AtlasQuestion alone = desk.ask("fire.scenario.json");
    alone.neighbours = Neighbours::Leave;
    EXPECT_EQ(atlasPlanOf(alone).value().situations.size(), 1U);
}

TEST(AtlasPlan, SaysWhatItLeavesOut)
{
    const Desk desk;
    desk.put("fire.scenario.json", of("fire"));
    desk.put("again.scenario.json", of("fire"));
    desk.put("broken.scenario.json", "{");
    Scenario hand = of("hand");
    hand.model = Model::Hydraulic;
    desk.put("hand.scenario.json", hand);
    Scenario wrong = of("wrong");
    Event event;
    event.door = {"nowhere"};
    wrong.events.push_back(event);
    desk.put("wrong.scenario.json", wrong);
    const auto plan = atlasPlanOf(desk.ask("fire.scenario.json"));
    ASSERT_TRUE(plan.ok());
    EXPECT_EQ(plan.value().situations.size(), 1U);
    EXPECT_EQ(plan.value().leftOut.size(), 4U);
}

TEST(AtlasPlan, RefusesWhatItCannotWalk)
{
    const Desk desk;
    EXPECT_FALSE(atlasPlanOf(desk.ask("missing.scenario.json")).ok());
    Scenario hand = of("hand");
    hand.model = Model::Hydraulic;
    desk.put("hand.scenario.json", hand);
    const auto byHand = atlasPlanOf(desk.ask("hand.scenario.json"));
    ASSERT_FALSE(byHand.ok());
    EXPECT_EQ(byHand.fault().place, "model");
    desk.put("fire.scenario.json", of("fire"));
    AtlasQuestion much = desk.ask("fire.scenario.json");
    much.seeds = kMostAtlasRuns;
    const auto tooMany = atlasPlanOf(much);
    ASSERT_FALSE(tooMany.ok());
    EXPECT_EQ(tooMany.fault().place, "--seeds");
}

}
}
