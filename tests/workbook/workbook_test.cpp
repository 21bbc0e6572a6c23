#include "sim/workbook/workbook.hpp"

#include "sim/base/system.hpp"
#include "sim/workbook/table_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> textsOf(const Sheet& sheet, std::size_t row)
{
    std::vector<std::string> texts;
    for (const Cell& cell : sheet.rows.at(row)) texts.push_back(cell.text);
    return texts;
}

Sheet onlySheet(const std::string& bytes)
{
    const auto workbook = parseWorkbook(bytes, "plan");
    EXPECT_TRUE(workbook) << workbook.fault().what.key;
    return workbook.value().sheets.at(0);
}

Workbook timetable()
{
    Sheet sheet;
    sheet.name = "放学安排";
    sheet.rows = {{textCell("班级"), textCell("时间"), textCell("人数")},
                  {textCell("三（2）班"), timeCell(16 * 3600 + 40 * 60, Shows::Minutes), numberCell(45)},
                  {},
                  {textCell("三（3）班"), timeCell(16 * 3600 + 40 * 60 + 30, Shows::Seconds), numberCell(46.5)}};
    return {{sheet, {"第二页", {{textCell("=1+1")}}, {}}}};
}

TEST(Workbook, ReadsWhatItWrites)
{
    const auto bytes = formatXlsx(timetable(), "plan.xlsx");
    ASSERT_TRUE(bytes);
    const auto again = parseWorkbook(bytes.value(), "plan.xlsx");
    ASSERT_TRUE(again) << again.fault().what.key;
    ASSERT_EQ(again.value().sheets.size(), 2U);
    const Sheet& sheet = again.value().sheets[0];
    EXPECT_EQ(sheet.name, "放学安排");
    EXPECT_THAT(textsOf(sheet, 1), ElementsAre("三（2）班", "16:40", "45"));
    EXPECT_THAT(textsOf(sheet, 3), ElementsAre("三（3）班", "16:40:30", "46.5"));
    EXPECT_EQ(sheet.rows[1][1].kind, CellKind::Time);
    EXPECT_EQ(sheet.rows[1][2].kind, CellKind::Number);
    EXPECT_NEAR(sheet.rows[3][1].number * 86400.0, 60030.0, 1e-6);
    EXPECT_EQ(again.value().sheets[1].rows[0][0].text, "=1+1");
}

TEST(Workbook, IsTheSameBytesEveryTime)
{
    EXPECT_EQ(formatXlsx(timetable(), "a.xlsx").value(), formatXlsx(timetable(), "b.xlsx").value());
}

TEST(Workbook, CallsCellsAsASpreadsheetDoes)
{
    EXPECT_EQ(nameOf(CellPlace{0, 0}), "A1");
    EXPECT_EQ(nameOf(CellPlace{2, 25}), "Z3");
    EXPECT_EQ(nameOf(CellPlace{9, 26}), "AA10");
    EXPECT_EQ(nameOf(CellRange{{2, 1}, {4, 1}}), "B3:B5");
}

TEST(Workbook, ShowsTimesAsADayHasThem)
{
    EXPECT_EQ(timeCell(59.6, Shows::Minutes).text, "0:01");
    EXPECT_EQ(timeCell(86399.7, Shows::Seconds).text, "0:00:00");
    EXPECT_EQ(timeCell(61, Shows::Minutes).text, "0:01:01") << "seconds are never hidden";
}

TEST(TextTable, IsReadInEveryEncodingThatExcelSaves)
{
    const std::string utf8 = "班级,时间\n三（2）班,16:40\n";
    const std::string gbk = "\xb0\xe0\xbc\xb6,\xca\xb1\xbc\xe4\n\xc8\xfd\xa3\xa8\x32\xa3\xa9\xb0\xe0,16:40\n";
    std::string utf16 = "\xff\xfe";
    for (const char16_t c : std::u16string(u"班级\t时间\n三（2）班\t16:40\n"))
        utf16 += {static_cast<char>(c & 0xff), static_cast<char>(c >> 8)};
    for (const std::string& bytes : {utf8, "\xef\xbb\xbf" + utf8, gbk, utf16}) {
        const Sheet sheet = onlySheet(bytes);
        EXPECT_THAT(textsOf(sheet, 0), ElementsAre("班级", "时间"));
        EXPECT_THAT(textsOf(sheet, 1), ElementsAre("三（2）班", "16:40"));
    }
}

TEST(TextTable, HasCommasSemicolonsOrTabs)
{
    for (const std::string mark : {",", ";", "\t", "；", "，"})
        EXPECT_THAT(textsOf(onlySheet("班级" + mark + "时间\r\n302" + mark + " 16:40 \r\n"), 1),
                    ElementsAre("302", "16:40"))
            << mark;
}

TEST(TextTable, HasWholeNumbersWithinARange)
{
    EXPECT_EQ(wholeIn("40", 0, 100), 40);
    for (const char* cell : {"", "4.5", "4 ", "four", "-1", "101", "99999999999"})
        EXPECT_EQ(wholeIn(cell, 0, 100), std::nullopt) << cell;
}

TEST(Workbook, RefusesWhatIsNoTable)
{
    const auto why = [](const std::string& bytes) { return std::string(parseWorkbook(bytes, "f").fault().what.key); };
    EXPECT_EQ(why(std::string("\xd0\xcf\x11\xe0\xa1\xb1", 6)), "workbook.old");
    EXPECT_EQ(why("PK\x03\x04 and no more"), "workbook.damaged");
    EXPECT_EQ(why(std::string("a\0b", 3)), "workbook.no_table");
    EXPECT_EQ(why("\xff\xff\xff\xff"), "workbook.no_table");
    EXPECT_EQ(why(std::string(kMostWorkbookBytes + 1, 'a')), "workbook.too_large");
    EXPECT_EQ(why(std::string(20'000, '\n')), "workbook.many_rows");
    EXPECT_EQ(std::string(readWorkbook("nowhere.xlsx").fault().what.key), "file.missing");
}

}
}
