#include "sim/report/both.hpp"
#include "sim/report/text.hpp"
#include "tests/report/sample.hpp"

#include <gmock/gmock.h>

namespace stairwise {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(Both, PutsAgentsCappedCaseAndHandCalculationSideBySide)
{
    const std::string en = bothText(sample::bothWays({}), Language::English);
    EXPECT_THAT(en, HasSubstr("clear after    agents  capped at 1.3  by hand  agents ÷ hand\n"));
    EXPECT_THAT(en, HasSubstr("everybody out    3:25           3:50     2:30           1.37\n"));
    EXPECT_THAT(en, HasSubstr("一号楼梯         3:10           3:35     2:20           1.36\n"));
    const std::string zh = bothText(sample::bothWays({}), Language::Chinese);
    EXPECT_THAT(zh, HasSubstr("逐人模拟与水力手算"));
    EXPECT_THAT(zh, HasSubstr("限流 1.3"));
}

TEST(Both, SaysWhereTheyDifferAndWhy)
{
    const std::string en = bothText(sample::bothWays({}), Language::English);
    EXPECT_THAT(en, HasSubstr("everybody out: agents 3:25, by hand 2:30, ratio 1.37\n"
                              "    – 一号楼梯: agents pass 0.61 persons per metre and second on average; the most that "
                              "the hand calculation takes is 0.88\n"));
    EXPECT_THAT(en, HasSubstr("八年级（2）班: agents 3:25, by hand 2:30, ratio 1.37\n"
                              "    – 12 of 50 left by another exit than by hand, most of them by 西门\n"));
}

TEST(Both, SaysThatTheyAgree)
{
    RunResult result = sample::bothWays({});
    result.differences.clear();
    EXPECT_THAT(bothText(result, Language::English), HasSubstr("differ nowhere by more than a quarter"));
}

TEST(Both, ListsTheLargestDifferencesAndCountsTheRest)
{
    RunResult result = sample::bothWays({});
    result.differences.assign(11, result.differences[0]);
    EXPECT_THAT(bothText(result, Language::English), HasSubstr("and 3 more, see summary.json"));
}

TEST(Both, CallsALimitImposedThatOnlyTheCapEnforces)
{
    const std::string en = bothText(sample::bothWays({}), Language::English);
    EXPECT_THAT(en, HasSubstr("一号楼梯         1.62    1.30  imposed\n"));
    EXPECT_THAT(en, HasSubstr("南门             1.12    1.12     held\n"));
    EXPECT_THAT(en, Not(HasSubstr("pass\n")));
    EXPECT_THAT(en, Not(HasSubstr("Time limit")));
    RunResult result = sample::bothWays({});
    result.limits.back().state = LimitState::Imposed;
    EXPECT_THAT(bothText(result, Language::English), HasSubstr("Time limit of 30:00: imposed\n"));
}

TEST(Both, PrintsNoTimeOfARunThatDidNotEmptyTheSchool)
{
    RunResult result = sample::bothWays({});
    result.ending = Ending::Clogged;
    result.evacuated = 4;
    result.capped->ending = Ending::Clogged;
    result.capped->evacuated = 2;
    const std::string en = bothText(result, Language::English);
    EXPECT_THAT(en, HasSubstr("everybody out       –              –     2:30              –\n"));
    EXPECT_THAT(en, HasSubstr("With the flow capped, 4 of 6 people did not get out"));
    EXPECT_THAT(en, HasSubstr("There is no ratio"));
}

TEST(Both, IsEmptyWithoutAnotherCase)
{
    EXPECT_THAT(bothText(sample::emptied({}), Language::English), IsEmpty());
    EXPECT_THAT(handText(sample::emptied({}), Language::English), IsEmpty());
}

TEST(Both, TellsWhenTheHandCalculationBinds)
{
    const std::string en = handText(sample::bothWays({}), Language::English);
    EXPECT_THAT(en, ContainsRegex("1.65 +1.35 +1.45 +100 +0:40–2:01 +31\n"));
}

TEST(ByHandAlone, IsMarkedAsAHandCalculationThroughout)
{
    const std::string en = resultText(sample::byHand(), {}, "out", Language::English);
    EXPECT_THAT(en, StartsWith("Everybody is out: 6 people in 2:30 (150.0 s), by hand calculation\n"
                               "Hand calculation (hydraulic, SFPE Handbook), not simulated and not measured: "));
    EXPECT_THAT(en, HasSubstr("when it binds"));
    EXPECT_THAT(en, Not(HasSubstr("Simulated")));
    EXPECT_THAT(en, Not(HasSubstr("agent-steps")));
    EXPECT_THAT(en, Not(HasSubstr("agents ÷ hand")));
    EXPECT_THAT(en, Not(HasSubstr("lower bound")));
    EXPECT_THAT(en, Not(HasSubstr("Density")));
    EXPECT_THAT(resultText(sample::byHand(), {}, "out", Language::Chinese), HasSubstr("手算值"));
}

TEST(ByHandAlone, SaysWhoHasNoWayOut)
{
    RunResult result = sample::byHand();
    result.clearance.reset();
    result.ending = Ending::Trapped;
    result.evacuated = 4;
    result.remaining = result.trapped = 2;
    result.hand->withoutWay = {{"G7C1", 2}};
    const std::string en = resultText(result, {}, "", Language::English);
    EXPECT_THAT(en, StartsWith("NOT EVERYBODY IS OUT: 2 of 6 people have no way out"));
    EXPECT_THAT(en, HasSubstr("2 of 七年级（1）班\n"));
}

TEST(Reason, IsToldInBothLanguages)
{
    const RunResult result = sample::bothWays({});
    for (const Cause cause :
         {Cause::OtherWay, Cause::Way, Cause::People, Cause::Flow, Cause::First, Cause::Room, Cause::Walk})
        for (const Language language : {Language::English, Language::Chinese}) {
            const std::string text = reasonText(result, {cause, "S1", 61.0, 30.0}, language);
            EXPECT_THAT(text, HasSubstr("一号楼梯"));
            EXPECT_THAT(text, Not(HasSubstr("{")));
        }
}

}
}
