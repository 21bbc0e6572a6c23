#include "sim/report/tables.hpp"
#include "tests/report/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clocale>

namespace stairwise {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = text.find('\n', from);
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

TEST(Tables, BeginWithAByteOrderMarkAndHeadingsInTheReadersLanguage)
{
    const RunResult result = sample::emptied({});
    EXPECT_EQ(linesOf(stairsCsv(result, Language::Chinese))[0],
              "\xef\xbb\xbf编号,楼梯,净宽（米）,通过人数,首人通过（秒）,末人通过（秒）,清空时间（秒）,最大单宽流量（人/"
              "米/秒）,手算：清空时间（秒）,模拟÷手算,限流：清空时间（秒）,流量限值");
    EXPECT_THAT(exitsCsv(result, Language::English), StartsWith("\xef\xbb\xbfid,exit,clear width (m),passed"));
}

TEST(Tables, OfClassesLeaveCellsEmptyForWhatDidNotHappen)
{
    const auto lines = linesOf(classesCsv(sample::notEmptied({}), Language::English));
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[1], "G7C1,七年级（1）班,50,50,0.0,3.3,41.0,75.0,,,,");
    EXPECT_EQ(lines[2], "G8C2,八年级（2）班,50,47,30.0,33.0,88.5,,,,,");
}

TEST(Tables, HaveTheOtherCasesBesideTheAgents)
{
    const RunResult result = sample::bothWays({});
    EXPECT_EQ(linesOf(classesCsv(result, Language::English)).at(2),
              "G8C2,八年级（2）班,50,50,30.0,33.0,88.5,205.3,,150.0,1.37,230.4");
    EXPECT_EQ(linesOf(stairsCsv(result, Language::English)).at(1),
              "S1,一号楼梯,1.65,100,31.0,190.0,190.0,1.31,140.0,1.36,215.0,imposed");
    EXPECT_EQ(linesOf(exitsCsv(result, Language::Chinese)).at(2),
              "E2,南门,3.00,140,15.0,205.3,205.3,1.12,150.0,1.37,205.3,满足");
}

TEST(Tables, OfTheHandCalculationHaveALineForEveryElement)
{
    const auto lines = linesOf(handCsv(*sample::bothWays({}).hand, Language::English));
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[1], "D1A1,C1,1.00,0.70,0.910,50,5.0,60.0,0.900,6.0,58.9,47");
    EXPECT_EQ(lines[2], "'=S1/1/flight1,S1/1/half1,1.00,0.70,0.910,50,5.0,60.0,0.900,,,47");
}

TEST(Tables, ByHandAloneHaveNoRatio)
{
    EXPECT_EQ(linesOf(stairsCsv(sample::byHand(), Language::English)).at(1),
              "S1,一号楼梯,1.65,100,31.0,190.0,190.0,1.31,140.0,,,");
}

TEST(Tables, OfPeopleNumberThemFromOneAndNameTheirClassAndExit)
{
    const auto lines = linesOf(peopleCsv(sample::notEmptied({}), Language::Chinese));
    ASSERT_EQ(lines.size(), 7U);
    EXPECT_EQ(lines[1], "1,七年级（1）班,A101,5.0,20.0,60.0,,南门,41.3,3.5,");
    EXPECT_EQ(lines[2], "2,七年级（1）班,A101,6.0,21.0,,,,41.3,3.5,E1");
    EXPECT_EQ(lines[5], "5,教职工,O1,9.0,24.0,64.0,,南门,41.3,3.5,");
}

TEST(Tables, OfHashesHaveALineForEverySecond)
{
    const auto lines = linesOf(hashesCsv(sample::emptied({}), Language::English));
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[2], "2,00000000000000030000000000000004");
}

TEST(Tables, QuoteWhatHoldsCommasQuotesOrLineFeeds)
{
    EXPECT_EQ(csvRow({"a,b", "say \"hi\"", "two\nlines", ""}), "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\n");
}

TEST(Tables, HoldNothingThatASpreadsheetWouldRun)
{
    RunResult result = sample::emptied({});
    for (const std::string name : {"=1+1", "+1", "-1", "@SUM(A1)"}) {
        result.exits[0].name = name;
        EXPECT_THAT(exitsCsv(result, Language::English), HasSubstr("E1,'" + name + ","));
    }
    EXPECT_EQ(harmless("西门"), "西门");
    EXPECT_EQ(harmless(""), "");
}

TEST(Tables, AreTheSameInEveryLocale)
{
    const RunResult result = sample::emptied({});
    const std::string plain = exitsCsv(result, Language::English);
    std::setlocale(LC_ALL, "de_DE.UTF-8"); // where there is one
    EXPECT_EQ(exitsCsv(result, Language::English), plain);
    std::setlocale(LC_ALL, "C");
}

}
}
