#include "sim/stagger/packing.hpp"
#include "sim/stagger/rules_file.hpp"
#include "sim/words/words.hpp"
#include "tests/run/rooms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
using testing::UnorderedElementsAre;

/// Two classes of grade 1, one of grade 2.
School school()
{
    School made = rooms::tworooms();
    made.classes.push_back({{"2-1"}, "", 2, 1, {"R1"}, 20, 0, {}});
    return made;
}

StaggerRules rulesOf(const std::string& text)
{
    const auto rules = parseRules(R"({"format": "stairwise-rules", "version": 1, )" + text + "}", "r");
    EXPECT_TRUE(rules) << line(rules.fault(), Language::English);
    return rules ? rules.value() : StaggerRules{};
}

std::string refusedFile(const std::string& text)
{
    const auto rules = parseRules(R"({"format": "stairwise-rules", "version": 1, )" + text + "}", "r");
    return rules ? std::string() : rules.fault().place + " " + std::string(rules.fault().what.key);
}

Fault refusal(const StaggerRules& rules, const School& of = school())
{
    Scenario scenario;
    scenario.releases.push_back({});
    const Setting setting = settingOf(of, scenario);
    const auto packing = packingOf(of, timetableOf(of, scenario), rules, setting, {}, 1.5);
    return packing ? Fault{} : packing.fault();
}

std::string refused(const std::string& text, const School& of = school())
{
    const Fault fault = refusal(rulesOf(text), of);
    return fault.place + " " + std::string(fault.what.key);
}

std::vector<std::string> askedTogether(const std::string& text, const std::vector<double>& walks = {0.0, 0.0, 0.0})
{
    std::vector<std::string> all;
    for (const RuleAsks& one : contradiction(school(), rulesOf(text), walks))
        all.push_back(one.place + ": " + one.asks);
    return all;
}

TEST(Rules, NameClassesByIdAndGradesByNumber)
{
    const StaggerRules rules = rulesOf(R"("classes": [{"who": [1, "2-1"], "earliest": 30}])");
    EXPECT_THAT(rules.classes[0].who.classes, testing::ElementsAre(ClassId{"2-1"}));
    EXPECT_THAT(membersOf(school(), rules.classes[0].who), testing::ElementsAre(0U, 1U, 2U));
    EXPECT_EQ(rulesByClass(school(), rules)[2].earliest, 30.0);
}

TEST(Rules, OfOneClassAllHold)
{
    const auto all = rulesByClass(school(), rulesOf(R"("lastRelease": 500, "classes": [
        {"who": [1], "latest": 300, "ways": [{"exit": "E"}, {"exit": "W"}]},
        {"who": ["1-1"], "earliest": 60, "latest": 400, "ways": [{"exit": "W"}]}],
        "buses": [{"name": "1", "who": ["1-1"], "leaves": 600, "board": 90}])"));
    EXPECT_EQ(all[0].earliest, 60.0);
    EXPECT_EQ(all[0].latest, 300.0);
    EXPECT_EQ(all[0].due, 510.0);
    EXPECT_EQ(all[0].ways->size(), 1U);
    EXPECT_EQ(all[1].ways->size(), 2U);
    EXPECT_EQ(all[2].latest, 500.0);
    EXPECT_FALSE(all[2].ways);
}

TEST(Rules, ThatContradictOneAnotherAreNamedAsTheSmallestSet)
{
    const std::string windows = R"("lastRelease": 300,
        "classes": [{"who": ["1-1"], "earliest": 120}, {"who": ["1-2"], "latest": 60}])";
    EXPECT_TRUE(askedTogether(windows).empty());
    EXPECT_THAT(askedTogether(windows + R"(, "orders": [{"first": "1-1", "second": "1-2", "gap": 30}])"),
                UnorderedElementsAre("classes[0].earliest: 1-1 ≥ 120 s", "orders[0]: 1-1 + 30 s ≤ 1-2",
                                     "classes[1].latest: 1-2 ≤ 60 s")); // not the last release
    EXPECT_THAT(askedTogether(windows + R"(, "together": [{"who": ["1-1", "1-2"]}])"),
                UnorderedElementsAre("classes[0].earliest: 1-1 ≥ 120 s", "together[0]: 1-1, 1-2 ± 0 s",
                                     "classes[1].latest: 1-2 ≤ 60 s"));
    EXPECT_TRUE(askedTogether(windows + R"(, "together": [{"who": ["1-1", "1-2"], "within": 60}])").empty());
    EXPECT_EQ(askedTogether(windows + R"(, "together": [{"who": ["1-1", "1-2"], "within": 59}])").size(), 3U);
}

TEST(Rules, GradesInOrderContradictAClassOfTheFirstThatIsLate)
{
    EXPECT_THAT(askedTogether(R"("orders": [{"first": 1, "second": 2}], "classes": [
                    {"who": ["1-2"], "earliest": 200}, {"who": [2], "latest": 190}])"),
                UnorderedElementsAre("classes[0].earliest: 1-2 ≥ 200 s", "orders[0]: 1-2 + 0 s ≤ 2-1",
                                     "classes[1].latest: 2-1 ≤ 190 s"));
    EXPECT_THAT(askedTogether(R"("orders": [{"first": 1, "second": "1-2", "gap": 10}])"),
                UnorderedElementsAre("orders[0]: 1-2 + 10 s ≤ 1-2"));
}

TEST(Rules, ABusIsNotCaughtByAClassThatIsReleasedTooLateOrWalksTooLong)
{
    const std::string bus = R"("buses": [{"name": "1", "who": ["1-1"], "leaves": 200, "board": 60}])";
    EXPECT_TRUE(askedTogether(bus, {140.0, 0.0, 0.0}).empty());
    EXPECT_THAT(askedTogether(bus, {141.0, 0.0, 0.0}),
                UnorderedElementsAre("buses[0]: 1-1 + 201 s ≤ 200 s", ": 1-1 ≥ 0 s"));
    EXPECT_EQ(refused(bus + R"(, "classes": [{"who": ["1-1"], "earliest": 190}])"),
              "classes[0].earliest stagger.contradiction");
    EXPECT_EQ(refused(R"("buses": [{"name": "1", "who": ["1-1"], "leaves": 30}])"),
              "buses[0].leaves stagger.bus_before_bell");
}

TEST(Rules, OfWhatTheSchoolDoesNotHaveAreRefusedAtTheirPlace)
{
    EXPECT_EQ(refused(R"("classes": [{"who": ["9-9"]}])"), "classes[0].who stagger.no_class");
    EXPECT_EQ(refused(R"("classes": [{"who": [1]}, {"who": [7]}])"), "classes[1].who stagger.no_grade");
    EXPECT_EQ(refused(R"("together": [{"who": ["1-1"]}])"), "together[0].who stagger.too_few");
    EXPECT_EQ(refused(R"("orders": [{"first": "1-1", "second": "9-1"}])"), "orders[0].second stagger.no_class");
    EXPECT_EQ(refused(R"("classes": [{"who": ["1-1"], "ways": [{"stair": "S7"}]}])"),
              "classes[0].ways stagger.no_way_named");
    EXPECT_EQ(refused(R"("classes": [{"who": ["1-1"], "ways": [{"exit": "D1"}]}])"), // leads to no open air
              "1-1 stagger.no_way");
    EXPECT_EQ(refused(R"("classes": [{"who": ["1-1"], "ways": [{"exit": "E"}]},
                                     {"who": [1], "ways": [{"exit": "W"}]}])"),
              "1-1 stagger.no_way");
    EXPECT_EQ(refused(R"("gate": {})"), "gate stagger.no_gate_drawn");
    School gates = school();
    gates.grounds.gates = {{{"G1"}, "", {}, 3000}, {{"G2"}, "", {}, 3000}};
    EXPECT_EQ(refused(R"("gate": {})", gates), "gate stagger.which_gate");
    EXPECT_EQ(refused(R"("gate": {"id": "G3"})", gates), "gate.id stagger.no_gate");
}

TEST(RulesFile, IsReadWithTimesBySecondsAndByTheClock)
{
    const StaggerRules rules = rulesOf(R"("loadLimit": 1.2, "step": 15, "bell": "16:30", "lastRelease": 600,
        "dutyStaff": 2, "classes": [{"who": ["1-1"], "earliest": "16:31:30", "ways": [{"exit": "E"}]}],
        "together": [{"who": ["1-1", "1-2"], "within": 60}], "orders": [{"first": 1, "second": "2-1", "gap": 20}],
        "buses": [{"name": "一号车", "who": [1], "leaves": "16:45"}],
        "gate": {"id": "G1", "flow": 2.5, "area": 80, "wait": 120})");
    EXPECT_EQ(rules.loadLimit, 1.2);
    EXPECT_EQ(rules.bell, 59400.0);
    EXPECT_EQ(rules.classes[0].earliest, 90.0);
    EXPECT_EQ(rules.classes[0].ways[0].exit.value, "E");
    EXPECT_EQ(rules.together[0].within, 60.0);
    EXPECT_EQ(rules.orders[0].first.grades[0], 1);
    EXPECT_EQ(rules.buses[0].leaves, 900.0);
    EXPECT_EQ(rules.gate->area, 80.0);
}

TEST(RulesFile, NamesWhatIsWrongInIt)
{
    EXPECT_EQ(refusedFile(R"("loadLimit": -1)"), "loadLimit json.out_of_range");
    EXPECT_THAT(refusedFile(R"("limit": 1)"), StartsWith("limit"));
    EXPECT_EQ(refusedFile(R"("classes": [{"who": ["1-1"], "ways": [{"stair": "A", "exit": "B"}]}])"),
              "classes[0].ways[0] stagger.way_of_two");
    EXPECT_EQ(refusedFile(R"("bell": "11:65")"), "bell stagger.no_clock");
    EXPECT_EQ(refusedFile(R"("bell": "16:30", "lastRelease": "16:65")"), "lastRelease stagger.no_clock");
    EXPECT_EQ(refusedFile(R"("lastRelease": "16:45")"), "lastRelease stagger.clock_without_bell");
    EXPECT_EQ(refusedFile(R"("bell": "16:30", "buses": [{"name": "1", "who": [1], "leaves": "16:20"}])"),
              "buses[0].leaves stagger.before_bell");
    EXPECT_EQ(refusedFile(R"("classes": [{"who": [13]}])"), "classes[0].who[0] json.out_of_range");
    EXPECT_EQ(refusedFile(R"("gate": {"area": 50, "mostWaiting": 80})"), "gate stagger.gate_of_two");
    EXPECT_FALSE(parseRules(R"({"format": "stairwise-rules", "version": 9})", "r"));
    EXPECT_FALSE(parseRules("nonsense", "r"));
}

}
}
