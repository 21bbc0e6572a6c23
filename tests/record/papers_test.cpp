#include "sim/record/assessment.hpp"
#include "sim/record/attachment.hpp"
#include "sim/record/bureau_lists.hpp"
#include "sim/record/filing.hpp"
#include "sim/record/form.hpp"
#include "sim/record/register.hpp"
#include "tests/files.hpp"
#include "tests/record/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using ::testing::ElementsAre;

struct Desk {
    OwnFolder folder;
    Archive archive = Archive::open(folder / "a.archive", Opening::CreateIfMissing).value();
};

TEST(Register, KeepsEntriesByDayAndRefusesTheImpossible)
{
    Desk desk;
    EXPECT_EQ(addEntry(desk.archive, {EntryKind::Round, {2026, 3, 12}, "东楼", "李老师", "无异常", {}, {}}).value(),
              "round-2026-03-12-1");
    EXPECT_EQ(addEntry(desk.archive, {EntryKind::Round, {2026, 3, 12}, "西楼", "李老师", "灯坏", {}, {}}).value(),
              "round-2026-03-12-2");
    ASSERT_TRUE(addEntry(desk.archive, {EntryKind::ParentLetter, {2026, 3, 1}, "三（1）班", "", "错峰放学", 38, 40}));
    EXPECT_FALSE(addEntry(desk.archive, {EntryKind::ParentLetter, {2026, 3, 1}, "三（1）班", "", "", 41, 40}));
    EXPECT_FALSE(addEntry(desk.archive, {EntryKind::Inspection, {2026, 3, 1}, "", "", "", {}, {}}));
    const auto all = entriesIn(desk.archive, {}, {2026, 3, 1}, {2026, 3, 31});
    ASSERT_TRUE(all);
    ASSERT_EQ(all.value().size(), 3U);
    EXPECT_EQ(all.value()[0].count, 38);
    EXPECT_EQ(entriesIn(desk.archive, EntryKind::Round, {2026, 3, 13}, {2026, 3, 31}).value().size(), 0U);
}

TEST(Attachment, IsWhatItsFirstBytesSayAndAnythingElseIsRefused)
{
    Desk desk;
    EXPECT_EQ(attach(desk.archive, "d", "scan.png", "%PDF-1.5 …", "f").value(), "scan.pdf");
    EXPECT_EQ(attach(desk.archive, "e", "scan.pdf", "%PDF-1.5 other", "f").value(), "scan.pdf");
    EXPECT_FALSE(attach(desk.archive, "d", "x.exe", "MZ", "f"));
    EXPECT_FALSE(attach(desk.archive, "d", "名单.pdf", "%PDF-1.5", "f")) << "no name for a package";
    const auto parts = attachmentParts(desk.archive, "d");
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts.value().size(), 1U);
    EXPECT_EQ(parts.value()[0].name, "attached/scan.pdf");
    EXPECT_EQ(parts.value()[0].bytes, "%PDF-1.5 …");
}

struct FormDesk {
    Desk desk;
    Archive& archive = desk.archive;

    FormDesk()
    {
        const BureauSchool school{"S200", "乡村小学", "市", "县", "", ""};
        const BureauSchool sealed{"S100", "实验学校", "市", "县", "", newKeyPair().publicKey};
        EXPECT_TRUE(enrol(archive, {&school, 1}));
        EXPECT_TRUE(enrol(archive, {&sealed, 1}));
    }
    static Workbook filled()
    {
        Workbook form = filingForm(Language::Chinese);
        const std::pair<const char*, const char*> values[] = {{"学校代码", "S200"}, {"演练编号", "2026-03-fire"},
                                                              {"演练类型", "火灾"}, {"演练日期", "2026-03-12"},
                                                              {"总指挥", "李校长"}, {"总结：经验、问题、改进", "顺利"}};
        for (auto& row : form.sheets[0].rows) {
            if (row.size() > 1) continue;
            row.push_back(numberCell(3.0));
            for (const auto& [name, value] : values)
                if (row[0].text == name) row[1] = textCell(value);
        }
        return form;
    }
    Receipt take(const Workbook& form, const Date& day = {2026, 3, 20})
    {
        return receiveForm(archive, formatXlsx(form, "f").value(), "f.xlsx", day).value();
    }
};
Cell& cellOf(Workbook& form, const std::string& name)
{
    for (auto& row : form.sheets[0].rows)
        if (row[0].text == name) return row[1];
    ADD_FAILURE() << name;
    return form.sheets[0].rows[0][0];
}

TEST(Form, OfASchoolWithoutTheProgramIsReceivedCountedAndKnownAgain)
{
    FormDesk desk;
    const Receipt receipt = desk.take(FormDesk::filled());
    EXPECT_FALSE(receipt.fault) << receipt.fault->what.key;
    EXPECT_EQ(receipt.verdict, Receiving::Accepted);
    ASSERT_TRUE(receipt.manifest);
    EXPECT_EQ(receipt.manifest->schoolName, "乡村小学");
    EXPECT_EQ(desk.take(FormDesk::filled()).verdict, Receiving::Duplicate);
    const auto figures = figuresFor(desk.archive, {2026, 1, 1}, {2026, 12, 31});
    EXPECT_EQ(figures.value().back().present, 3);
    EXPECT_EQ(figures.value().back().inspections, 3);
}

TEST(Form, IsSentBackWithReasonsAndItsCorrectionIsTheNextVersion)
{
    FormDesk desk;
    Workbook form = FormDesk::filled();
    cellOf(form, "总指挥") = {};
    const Receipt first = desk.take(form);
    EXPECT_EQ(first.verdict, Receiving::SentBack);
    ASSERT_EQ(first.reasons.size(), 1U);
    EXPECT_EQ(say(first.reasons[0], Language::Chinese), "未填写：总指挥");
    EXPECT_EQ(say(first.reasons[0], Language::English), "not filled in: commander");
    const Receipt second = desk.take(FormDesk::filled());
    EXPECT_EQ(second.verdict, Receiving::Accepted);
    EXPECT_EQ(second.manifest->version, 2);
}

TEST(Form, IsOnTimeByTheDayOnWhichItFirstCame)
{
    constexpr Date kAfterItIsDue{2026, 5, 1};
    FormDesk desk;
    Workbook form = FormDesk::filled();
    cellOf(form, "总指挥") = {};
    EXPECT_FALSE(desk.take(form).late);
    EXPECT_FALSE(desk.take(FormDesk::filled(), kAfterItIsDue).late) << "its correction";
    EXPECT_TRUE(FormDesk().take(form, kAfterItIsDue).late) << "the first of another bureau";
}

TEST(Form, ThatCannotBeReadIsRefusedByItsCellAndNothingIsRecorded)
{
    FormDesk desk;
    const auto why = [&](const char* name, const Cell& value) {
        Workbook form = FormDesk::filled();
        cellOf(form, name) = value;
        const Receipt receipt = desk.take(form);
        return receipt.fault ? std::string(receipt.fault->what.key) + " " + receipt.fault->place : std::string("taken");
    };
    EXPECT_EQ(why("实到人数", textCell("许多")), "form.count B11");
    EXPECT_EQ(why("演练日期", textCell("三月")), "record.not_a_date B5");
    EXPECT_EQ(why("演练类型", textCell("洪水")), "form.no_kind B4");
    EXPECT_EQ(why("学校代码", textCell("S999")), "form.unknown_school ");
    EXPECT_EQ(why("学校代码", textCell("S100")), "form.has_key ");
    EXPECT_EQ(why("其中已整改", numberCell(9.0)), "form.more_mended B17");
    EXPECT_TRUE(filingsOf(desk.archive, "S200").value().empty());
}

TEST(Assessment, KeepsTheMarksOfADrillThatWasReceived)
{
    FormDesk desk;
    ASSERT_EQ(desk.take(FormDesk::filled()).verdict, Receiving::Accepted);
    const auto items = itemsFrom("考核项目,满分,得分,备注\n方案,20,18,\n实施,30,25,楼梯口拥挤\n", "m.csv");
    ASSERT_TRUE(items);
    const Assessment visit{"S200", "2026-03-fire", AssessedBy::Visit, {2026, 4, 1}, "赵科长", items.value(), "良好"};
    ASSERT_TRUE(keepAssessment(desk.archive, visit));
    const auto all = assessmentsOf(desk.archive, "S200", "2026-03-fire");
    ASSERT_EQ(all.value().size(), 1U);
    EXPECT_EQ(pointsOf(all.value()[0]), 43);
    EXPECT_EQ(mostPointsOf(all.value()[0]), 50);
    Assessment nobodys = visit;
    nobodys.drill = "other";
    EXPECT_FALSE(keepAssessment(desk.archive, nobodys));
    EXPECT_FALSE(itemsFrom("方案,20,21\n", "m.csv"));
    EXPECT_FALSE(itemsFrom("方案,viel,1\n", "m.csv"));
    EXPECT_FALSE(itemsFrom("", "m.csv"));
}

}
}
