#include "sim/report/phrases.hpp"
#include "sim/report/text.hpp"
#include "tests/report/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

RunResult measured(RunResult result)
{
    result.maps.resize(1);
    return result;
}

std::vector<NamedPoint> points(const RunResult& result)
{
    std::vector<NamedPoint> named;
    for (const RiskPoint& point : result.riskPoints)
        named.push_back({"一号楼梯 一层平台",
                         "教学楼 一层",
                         {"八年级（2）班（75%）"},
                         {"两股人流在此汇合，较小的一股占 31%"},
                         {"先后通过"},
                         point});
    return named;
}

std::string text(const RunResult& result, Language language)
{
    return resultText(result, {{}, points(result), {}}, "out", language);
}

TEST(Text, OfAnEmptiedSchoolBeginsWithTheTimeAndItsBound)
{
    const std::string zh = text(measured(sample::emptied({})), Language::Chinese);
    EXPECT_THAT(zh, StartsWith("全部疏散完毕：6 人，用时 3分25秒（205.3 秒），模拟值\n"));
    EXPECT_THAT(zh, HasSubstr("理论下限：2分10秒（130.2 秒）"));
    EXPECT_THAT(zh, HasSubstr("平地 1.53 米/秒，下楼 1.10，上楼 0.80；门 2.10 人/(米·秒)，楼梯 1.60"));
    EXPECT_THAT(zh, HasSubstr("模拟值，不是实测：示范中学，放学疏散，随机种子 7"));
    EXPECT_THAT(zh, HasSubstr("1. 一号楼梯 一层平台"));
    EXPECT_THAT(zh, HasSubstr("44秒–2分52秒"));
    EXPECT_THAT(zh, HasSubstr("5 级（黑）"));
    EXPECT_THAT(zh, HasSubstr("超过 6.5 人/m² 共 41 人·秒"));
    EXPECT_THAT(zh, HasSubstr("原因：两股人流在此汇合，较小的一股占 31%"));
    EXPECT_THAT(zh, HasSubstr("措施：先后通过"));
    EXPECT_THAT(zh, HasSubstr("图片：out/density_*.png"));
    const std::string en = text(measured(sample::emptied({})), Language::English);
    EXPECT_THAT(en, StartsWith("Everybody is out: 6 people in 3:25 (205.3 s), simulated\n"));
}

TEST(Text, OfAnyOtherEndingBeginsWithItAndHasNoClearanceTime)
{
    RunResult result = measured(sample::notEmptied({}));
    for (const Ending ending : {Ending::TimeLimit, Ending::Clogged, Ending::Trapped, Ending::Cancelled}) {
        result.ending = ending;
        const std::string en = text(result, Language::English);
        EXPECT_THAT(en, StartsWith("NOT EVERYBODY IS OUT: "));
        EXPECT_THAT(en, HasSubstr("3 of 6 people"));
        EXPECT_THAT(en, Not(HasSubstr("Everybody")));
        EXPECT_THAT(en, Not(HasSubstr("205.3 s")));
        EXPECT_THAT(text(result, Language::Chinese), StartsWith("未全部疏散："));
    }
}

TEST(Text, NamesWhoIsLeftAndWhatBarsThem)
{
    const std::string en = text(measured(sample::notEmptied({})), Language::English);
    EXPECT_THAT(en, HasSubstr("  2 of 七年级（1）班\n"));
    EXPECT_THAT(en, HasSubstr("  1 of 七年级（1）班, way barred by 西门\n"));
    EXPECT_THAT(en, Not(HasSubstr("of staff")));
}

TEST(Text, SaysWhenPeopleAreOutButNotWhereTheyShouldBe)
{
    RunResult result = measured(sample::emptied({}));
    result.ending = Ending::TimeLimit;
    result.remaining = 2;
    EXPECT_THAT(text(result, Language::English),
                StartsWith("NOT EVERYBODY HAS ARRIVED: all are out of the building, but 2 of 6 people"));
}

TEST(Text, ListsTheSlowestOfManyClassesThoseNotOutFirst)
{
    RunResult result = measured(sample::emptied({}));
    result.classes.clear();
    for (int i = 0; i < 61; ++i) {
        ClassResult c{"K" + std::to_string(i), "", 10, 10, 0.0, {}, {}, 100.0 + i, {}};
        if (i == 30) c.lastOut.reset();
        result.classes.push_back(c);
    }
    const std::string en = text(result, Language::English);
    EXPECT_THAT(en, HasSubstr("The 10 slowest of 61 classes"));
    EXPECT_LT(en.find("K30"), en.find("K60"));
    EXPECT_LT(en.find("K60"), en.find("K59"));
    EXPECT_EQ(en.find("K51"), std::string::npos);
    result.classes.resize(60);
    EXPECT_THAT(text(result, Language::English), HasSubstr("K51"));
}

TEST(Text, TellsNothingCrowdedApartFromNotMeasured)
{
    RunResult result = measured(sample::emptied({}));
    result.riskPoints.clear();
    EXPECT_THAT(text(result, Language::English), HasSubstr("No place was above 3.5 persons/m² for 10 person-seconds"));
    result.maps.clear();
    const std::string en = text(result, Language::English);
    EXPECT_THAT(en, HasSubstr("Density was not measured"));
    EXPECT_THAT(en, Not(HasSubstr("density_*.png")));
}

TEST(Text, LinesUpColumnsOfWideCharacters)
{
    EXPECT_EQ(alignedTable({{"班级", "人"}, {"A", "50"}}), "  班级  人\n  A     50\n");
    EXPECT_EQ(terminalWidth("七年级（1）班"), 13U);
}

TEST(Text, RoundsMinutesToWholeSeconds)
{
    EXPECT_EQ(minutes(59.6, Language::English), "1:00");
    EXPECT_EQ(minutes(59.6, Language::Chinese), "1分00秒");
    EXPECT_EQ(minutes(7.2, Language::Chinese), "7秒");
    EXPECT_EQ(minutes(3725.0, Language::English), "62:05");
    EXPECT_EQ(fixed(-0.0004, 2), "0.00");
    EXPECT_EQ(brief(3.5), "3.5");
    EXPECT_EQ(brief(20.0), "20");
}

}
}
