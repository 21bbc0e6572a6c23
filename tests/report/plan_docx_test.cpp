#include "sim/report/plan_docx.hpp"

#include "sim/report/day_papers.hpp"
#include "sim/report/plan_report.hpp"
#include "tests/report/texts_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

PredictedTime time(const std::string& id, const std::string& name, double median)
{
    return {id, name, median - 10.0, median, median + 10.0, 20};
}

DrillPlan plan()
{
    DrillPlan plan;
    plan.drill = "2026-03-fire";
    plan.said.commander = "李校长";
    plan.said.date = Date{2026, 3, 12};
    plan.said.time = "10:00";
    plan.said.phases = {{"紧急疏散", 125.0}, {"清点人数", {}}};
    plan.said.teams = {{"疏散引导组", "王老师", {"张老师", "赵老师"}, "值守楼梯口"}};
    plan.said.wardens = {{"楼梯口：西梯", "钱老师"}};
    plan.said.places = {{"三（1）班", "A3"}};
    plan.said.answers = {{"西梯 2层平台", "安排老师"}, {"停电", "手电筒"}};
    plan.derived.school = "示例小学";
    plan.derived.classes = 1;
    plan.derived.pupils = 40;
    plan.derived.participants = {{"C301", "三（1）班", 40, 0, "301", {"西梯"}, {"西门"}, 1, 0.0, "操场"}};
    plan.simulated.runs = 20;
    plan.simulated.clearance = time("", "", 130.0);
    plan.simulated.classes = {time("C301", "三（1）班", 90.0)};
    plan.simulated.stairs = {time("S1", "西梯", 110.0)};
    plan.simulated.risks = {{"西梯 2层平台", "二层", 3, 30.0, 60.0, 0.8, {"汇入"}, {}}};
    return plan;
}

std::vector<DocxTable> asDocument(const DrillPlan& plan, Language language)
{
    return tablesInDocx(formatDocx(planWriting(plan, language), "p").value(), "p.docx").value();
}

std::string& cellAfter(std::vector<DocxTable>& tables, const std::string& text)
{
    for (DocxTable& table : tables)
        for (auto& row : table)
            for (std::size_t i = 0; i + 1 < row.size(); ++i)
                if (row[i] == text) return row[i + 1];
    static std::string none;
    ADD_FAILURE() << "no " << text;
    return none;
}

TEST(PlanDocument, ComesBackAsItWentOut)
{
    for (const Language language : {Language::Chinese, Language::English}) {
        const auto said = saidInDocx(asDocument(plan(), language), {}, "p.docx");
        ASSERT_TRUE(said);
        SaidOfDrill wanted = plan().said;
        EXPECT_EQ(said.value().commander, wanted.commander);
        EXPECT_EQ(said.value().date, wanted.date);
        EXPECT_EQ(said.value().time, wanted.time);
        EXPECT_EQ(said.value().phases, wanted.phases);
        EXPECT_EQ(said.value().teams, wanted.teams);
        EXPECT_EQ(said.value().wardens, wanted.wardens);
        EXPECT_EQ(said.value().places, wanted.places);
        EXPECT_EQ(said.value().answers, wanted.answers);
        EXPECT_THAT(differencesIn(asDocument(plan(), language), plan()), IsEmpty());
    }
}

TEST(PlanDocument, GivesWhatAPersonWrote)
{
    auto tables = asDocument(plan(), Language::Chinese);
    cellAfter(tables, "总指挥") = "孙校长";
    cellAfter(tables, "楼梯口：西梯") = "周老师";
    cellAfter(tables, "紧急疏散") = "3分";
    const auto said = saidInDocx(tables, plan().said, "p.docx");
    ASSERT_TRUE(said);
    EXPECT_EQ(said.value().commander, "孙校长");
    EXPECT_EQ(said.value().wardens.front().text, "周老师");
    EXPECT_EQ(said.value().phases.front().seconds, 180.0);
}

TEST(PlanDocument, TellsWhichFiguresNoLongerMatchTheModel)
{
    const auto tables = asDocument(plan(), Language::Chinese);
    DrillPlan now = plan();
    now.simulated.stairs.front() = time("S1", "西梯", 170.0);
    now.derived.participants.front().pupils = 42;
    now.derived.pupils = 42;
    now.simulated.risks.front().place = "东梯 3层平台";
    std::vector<std::string> lines;
    for (const Message& one : differencesIn(tables, now)) lines.push_back(say(one, Language::Chinese));
    EXPECT_THAT(lines, Contains(HasSubstr("三（1）班，人数：文件为 40，模型为 42")));
    EXPECT_THAT(lines, Contains(HasSubstr("西梯，清空时间（模拟）：文件为 1分40秒")));
    EXPECT_THAT(lines, Contains(HasSubstr("参加人员：文件为")));
    EXPECT_THAT(lines, Contains(HasSubstr("已没有“东梯 3层平台”")));
}

TEST(PlanDocument, RefusesWhatCannotBeRead)
{
    EXPECT_EQ(saidInDocx({{{"a", "b"}}}, {}, "p.docx").fault().what.key, "plan.docx.none");
    auto tables = asDocument(plan(), Language::Chinese);
    cellAfter(tables, "紧急疏散") = "很快";
    EXPECT_EQ(saidInDocx(tables, {}, "p.docx").fault().what.key, "plan.docx.time");
    tables = asDocument(plan(), Language::Chinese);
    cellAfter(tables, "日期和时间") = "2026年13月40日";
    EXPECT_EQ(saidInDocx(tables, {}, "p.docx").fault().what.key, "plan.docx.date");
}

TEST(DayPapers, HoldAFormForEveryClassPostAndPlace)
{
    const auto pages = dayPages(plan(), Language::Chinese);
    std::string all;
    for (const Picture& page : pages)
        for (const auto& text : wordsOn(page)) all += text + "\n";
    for (const char* words : {"签到表", "班级计时表", "楼梯、出口计时表", "观察表：楼梯口：西梯", "清点单", "三（1）班",
                              "西梯 2层平台", "应到", "请假"})
        EXPECT_THAT(all, HasSubstr(words));
    const Workbook form = dayForm(plan(), Language::Chinese);
    ASSERT_THAT(form.sheets, SizeIs(3));
    EXPECT_EQ(cellAt(form.sheets[0], {2, 0}).text, "离开教室");
    EXPECT_EQ(cellAt(form.sheets[0], {2, 1}).text, "三（1）班");
}

TEST(DutyCards, AreForTeamsAndForPupilsWithADutyWithoutNames)
{
    std::string all;
    for (const auto& pages :
         {teamCardPages(plan(), Language::Chinese), pupilCardPages(plan(), {"宿舍 201"}, Language::Chinese),
          boardPages(plan(), Language::Chinese)})
        for (const Picture& page : pages)
            for (const auto& text : wordsOn(page)) all += text + "\n";
    for (const char* words :
         {"疏散引导组", "张老师", "班级安全委员：三（1）班", "宿舍安全管理员：宿舍 201", "职责分工", "钱老师"})
        EXPECT_THAT(all, HasSubstr(words));
}

}
}
