#include "sim/run/compare.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace stairwise {
namespace {

using testing::IsEmpty;

PassageResult passage(const std::string& id, int passed, double first, double last)
{
    PassageResult made;
    made.id = id;
    made.width = 1.8;
    made.passed = passed;
    made.first = first;
    made.last = made.clear = last;
    return made;
}

/// One class of ten by one stair and one exit, the same in both calculations. Tests pull one thing apart.
RunResult alike()
{
    RunResult result;
    result.people = result.evacuated = 10;
    result.clearance = 100.0;
    result.stairs = {passage("S", 10, 20.0, 90.0)};
    result.exits = {passage("W", 10, 30.0, 100.0)};
    ClassResult one;
    one.id = "1-1";
    one.people = one.out = 10;
    one.roomClear = 40.0;
    one.lastOut = 100.0;
    result.classes = {one};
    for (int i = 0; i < 10; ++i) {
        PersonResult person;
        person.group = "1-1";
        person.exit = "W";
        person.released = i;
        person.out = 91.0 + i;
        result.persons.push_back(person);
    }
    HandResult hand;
    hand.clearance = 100.0;
    hand.stairs = {{result.stairs[0], 1.5, 0.92, 25.0, 80.0, 5}};
    hand.exits = {{result.exits[0], 1.5, 1.08, {}, {}, 0}};
    hand.classes = {{one, {{"W", 10}}, {"S"}}};
    result.hand = hand;
    return result;
}

bool has(const Difference& difference, Cause cause)
{
    return std::ranges::count(difference.reasons, cause, &Reason::cause) > 0;
}

TEST(Compare, DiffersByMoreThanAQuarterOfTheShorterTime)
{
    EXPECT_FALSE(differs(100.0, 100.0));
    EXPECT_FALSE(differs(125.0, 100.0));
    EXPECT_TRUE(differs(125.1, 100.0));
    EXPECT_TRUE(differs(100.0, 125.1));
}

// 91 people in 90 s on 1.8 m: 90 / 90 / 1.8 = 0.556.
TEST(Compare, MeanFlowIsFromTheFirstToTheLast)
{
    EXPECT_NEAR(meanFlow(passage("S", 91, 10.0, 100.0)), 0.5556, 0.0001);
    EXPECT_EQ(meanFlow(passage("S", 1, 10.0, 10.0)), 0.0);
}

TEST(Compare, SaysNothingWhereTheTwoAgree)
{
    EXPECT_THAT(differencesOf(alike()), IsEmpty());
}

TEST(Compare, SaysNothingWithoutAHandCalculationOrByHandAlone)
{
    RunResult result = alike();
    result.hand->clearance = 10.0;
    EXPECT_EQ(differencesOf(result).size(), 1U);
    result.model = Model::Hydraulic;
    EXPECT_THAT(differencesOf(result), IsEmpty());
    result = alike();
    result.hand.reset();
    EXPECT_THAT(differencesOf(result), IsEmpty());
}

TEST(Compare, ComparesNoTimesOfAnEndingThatIsNoClearance)
{
    RunResult result = alike();
    result.hand->clearance = 10.0;
    result.ending = Ending::TimeLimit;
    EXPECT_THAT(differencesOf(result), IsEmpty());
}

// Agents pass 9 / 140 / 1.8 = 0.036 a metre and second where by hand there is a queue at 0.92.
TEST(Compare, BlamesTheFlowOfAStairAgainstTheMostOfTheHandbook)
{
    RunResult result = alike();
    result.stairs[0].last = result.stairs[0].clear = 160.0;
    const auto list = differencesOf(result);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].what, Counted::Stair);
    EXPECT_EQ(list[0].id, "S");
    EXPECT_DOUBLE_EQ(list[0].agents, 160.0);
    EXPECT_DOUBLE_EQ(list[0].hand, 90.0);
    ASSERT_TRUE(has(list[0], Cause::Flow));
    EXPECT_NEAR(list[0].reasons[0].agents, 9.0 / 140.0 / 1.8, 1e-9);
    EXPECT_DOUBLE_EQ(list[0].reasons[0].hand, 0.92);
}

TEST(Compare, BlamesPeopleWhoCameAnotherWayAndALateFirst)
{
    RunResult result = alike();
    result.exits[0] = passage("W", 20, 80.0, 150.0);
    const auto list = differencesOf(result);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_TRUE(has(list[0], Cause::People));
    EXPECT_TRUE(has(list[0], Cause::First));
}

TEST(Compare, BlamesTheRoomOfAClassThatLeavesItLate)
{
    RunResult result = alike();
    result.classes[0].roomClear = 100.0;
    result.classes[0].lastOut = 160.0;
    const auto list = differencesOf(result);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].what, Counted::SchoolClass);
    EXPECT_TRUE(has(list[0], Cause::Room));
    EXPECT_FALSE(has(list[0], Cause::Way));
}

TEST(Compare, BlamesTheWayOfAClassThatQueuesBehindItsRoom)
{
    RunResult result = alike();
    result.classes[0].lastOut = 160.0;
    const auto list = differencesOf(result);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_TRUE(has(list[0], Cause::Way));
    EXPECT_FALSE(has(list[0], Cause::Room));
}

TEST(Compare, NamesTheOtherExitOfAClassEvenIfOnlyItsLastTookIt)
{
    RunResult result = alike();
    result.classes[0].lastOut = 160.0;
    result.persons[3].exit = "E";
    EXPECT_FALSE(has(differencesOf(result).at(0), Cause::OtherWay)); // one of ten, and not the last
    result.persons[3].exit = "W";
    result.persons[9].exit = "E";
    const auto list = differencesOf(result);
    ASSERT_TRUE(has(list.at(0), Cause::OtherWay));
    EXPECT_EQ(list[0].reasons[0].id, "E");
    EXPECT_EQ(list[0].reasons[0].agents, 1.0);
}

TEST(Compare, LeavesOwnSpeedsAndDelaysWhereNothingElseIsLeft)
{
    RunResult result = alike();
    result.clearance = 130.0;
    const auto list = differencesOf(result);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].what, Counted::Whole);
    ASSERT_TRUE(has(list[0], Cause::Walk));
    EXPECT_DOUBLE_EQ(list[0].reasons[0].agents, 9.0);
    EXPECT_DOUBLE_EQ(list[0].reasons[0].hand, 5.0);
}

TEST(Compare, LooksBehindARemovalLineForWhatHeldPeopleUp)
{
    RunResult result = alike();
    result.exits.push_back(passage("line", 10, 31.0, 161.0));
    result.exits[0] = passage("W", 10, 30.0, 160.0);
    result.hand->exits.push_back({passage("line", 10, 31.0, 101.0), 0.0, 0.0, {}, {}, 0});
    result.clearance = 161.0;
    result.hand->exits[0].bindsFrom = 30.0;
    const auto list = differencesOf(result);
    ASSERT_EQ(list.size(), 3U);
    EXPECT_EQ(list[0].what, Counted::Whole);
    ASSERT_TRUE(has(list[0], Cause::Flow));
    EXPECT_EQ(list[0].reasons[0].id, "W");
    EXPECT_EQ(list[2].id, "line");
    EXPECT_TRUE(has(list[2], Cause::Flow));
}

TEST(Compare, BlamesTheLastStairAndExitForTheWhole)
{
    RunResult result = alike();
    result.clearance = 160.0;
    result.stairs[0].last = result.stairs[0].clear = 150.0;
    const auto list = differencesOf(result);
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].what, Counted::Whole);
    ASSERT_TRUE(has(list[0], Cause::Flow));
    EXPECT_EQ(list[0].reasons[0].id, "S");
}

}
}
