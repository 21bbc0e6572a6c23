#include "sim/stagger/class_ways.hpp"
#include "sim/stagger/packing.hpp"
#include "sim/stagger/rules_file.hpp"
#include "sim/stagger/stagger.hpp"
#include "tests/run/rooms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

Scenario dismissal()
{
    Scenario scenario;
    scenario.name = "dismissal";
    scenario.preMovement = {Distribution::Kind::LogNormal, 10.0, 1.5};
    scenario.releases.push_back({});
    scenario.releases.back().files = 0;
    return scenario;
}

std::string refusal(const StaggerRules& rules)
{
    const School school = rooms::tworooms();
    const Scenario scenario = dismissal();
    const Setting setting = settingOf(school, scenario);
    const auto packing = packingOf(school, timetableOf(school, scenario), rules, setting, 0);
    return packing ? std::string() : std::string(packing.fault().what.key);
}

std::string refusal(const std::string& text)
{
    const auto rules = parseRules(text, "r");
    return rules ? std::string() : rules.fault().place + " " + std::string(rules.fault().what.key);
}

TEST(Timetable, IsReadFromAScenarioAndWrittenBack)
{
    const School school = rooms::tworooms();
    Timetable timetable = timetableOf(school, dismissal());
    ASSERT_EQ(timetable.size(), 2U);
    EXPECT_EQ(timetable[0].way, ClassWay{});
    timetable[1] = {{"1-2"}, 40.0, {{}, {"E"}}, 25.0};
    const Scenario planned = withTimetable(school, dismissal(), timetable);
    const Timetable again = timetableOf(school, planned);
    EXPECT_EQ(again[1].time, 40.0);
    EXPECT_EQ(again[1].way, timetable[1].way);
    ASSERT_TRUE(planned.releases.back().preMovement);
    EXPECT_EQ(planned.releases.back().preMovement->b, 25.0);
    EXPECT_EQ(changesBetween(timetableOf(school, dismissal()), timetable), 1U);
}

TEST(ClassWays, AreTheExitsOfTheGroundStoreyQuickestFirst)
{
    const School school = rooms::tworooms();
    const Setting setting = settingOf(school, dismissal());
    const auto ways = waysOf(school, setting, school.classes[0], {});
    ASSERT_EQ(ways.size(), 2U);
    EXPECT_EQ(ways[0].way.exit.value, "W"); // the room lies in the west
    EXPECT_LT(ways[0].seconds, ways[1].seconds);
    EXPECT_EQ(waysOf(school, setting, school.classes[0], {{{}, {"E"}}}).size(), 1U);
    EXPECT_TRUE(waysOf(school, setting, school.classes[0], {{{"S9"}, {}}}).empty());
}

TEST(Rules, ThatContradictOneAnotherAreNamedAsTheSmallestSet)
{
    const School school = rooms::tworooms();
    StaggerRules rules;
    EXPECT_TRUE(contradiction(school, rules).empty());
    rules.lastRelease = 300.0;
    rules.classes = {{{"1-1"}, 120.0, {}, {}}, {{"1-2"}, {}, 60.0, {}}};
    EXPECT_TRUE(contradiction(school, rules).empty());
    rules.orders = {{{"1-1"}, {"1-2"}, 30.0}};
    EXPECT_THAT(contradiction(school, rules),
                UnorderedElementsAre("1-1 ≥ 120 s", "1-1 + 30 s ≤ 1-2", "1-2 ≤ 60 s")); // not the last release
    EXPECT_EQ(refusal(rules), "stagger.contradiction");
    rules.orders.clear();
    rules.together = {{{"1-1"}, {"1-2"}}};
    EXPECT_EQ(contradiction(school, rules).size(), 3U);
}

TEST(Rules, OfUnknownClassesAndWaysAreRefused)
{
    StaggerRules rules;
    rules.classes = {{{"9-9"}, {}, {}, {}}};
    EXPECT_EQ(refusal(rules), "stagger.no_class");
    rules.classes = {{{"1-1"}, {}, {}, {{{"S7"}, {}}}}};
    EXPECT_EQ(refusal(rules), "stagger.no_way_named");
    rules.classes = {{{"1-1"}, {}, {}, {{{}, {"D1"}}}}}; // the door of the room leads to no open air
    EXPECT_EQ(refusal(rules), "stagger.no_way");
}

TEST(RulesFile, IsReadAndWhatIsWrongInItNamed)
{
    const auto rules = parseRules(R"({"format": "stairwise-rules", "version": 1, "loadLimit": 1.2, "step": 15,
        "lastRelease": 600, "classes": [{"class": "1-1", "earliest": 30, "ways": [{"exit": "E"}]}],
        "together": [["1-1", "1-2"]], "orders": [{"first": "1-1", "second": "1-2", "gap": 20}]})",
                                  "r");
    ASSERT_TRUE(rules);
    EXPECT_EQ(rules.value().loadLimit, 1.2);
    EXPECT_EQ(rules.value().classes[0].ways[0].exit.value, "E");
    EXPECT_EQ(rules.value().orders[0].gap, 20.0);
    const std::string head = R"({"format": "stairwise-rules", "version": 1, )";
    EXPECT_EQ(refusal(head + R"("loadLimit": -1})"), "loadLimit json.out_of_range");
    EXPECT_THAT(refusal(head + R"("limit": 1})"), testing::StartsWith("limit"));
    EXPECT_EQ(refusal(head + R"("classes": [{"class": "1-1", "ways": [{"stair": "A", "exit": "B"}]}]})"),
              "classes[0].ways[0] stagger.way_of_two");
    EXPECT_NE(refusal(R"({"format": "stairwise-rules", "version": 9})"), "");
    EXPECT_NE(refusal("nonsense"), "");
}

TEST(Stagger, FindsTheSamePlanForTheSameSeedWhateverTheThreads)
{
    const School school = rooms::tworooms();
    StaggerOptions options;
    options.seeds = 2;
    options.proof = 3;
    options.improvements = 1;
    options.threads = 1;
    const auto one = stagger(school, dismissal(), {}, options, {}, {});
    options.threads = 3;
    const auto three = stagger(school, dismissal(), {}, options, {}, {});
    ASSERT_TRUE(one && three);
    ASSERT_TRUE(one.value().chosen);
    EXPECT_EQ(one.value().plans[*one.value().chosen].timetable, three.value().plans[*three.value().chosen].timetable);
    ASSERT_TRUE(one.value().proved);
    EXPECT_EQ(one.value().proved->runs.size(), 3U);
    EXPECT_EQ(one.value().proved->breachShare, 0.0);
    EXPECT_EQ(one.value().today.changes, 0U);
}

TEST(Stagger, StopsWhenAsked)
{
    std::atomic<bool> stop = true;
    const auto result = stagger(rooms::tworooms(), dismissal(), {}, {}, CancelToken(&stop), {});
    ASSERT_TRUE(result);
    EXPECT_TRUE(result.value().stopped);
    EXPECT_FALSE(result.value().chosen);
}

}
}
