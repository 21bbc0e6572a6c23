#include "sim/stagger/today_plan.hpp"
#include "sim/words/words.hpp"
#include "tests/egress/building.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Two classes on each of two storeys: 七年级（1）班 and （2）班 below, （3）班 and （4）班 above; 西梯, 东梯, 西门,
/// 东门.
School school()
{
    building::Plan plan;
    plan.stair(0).name = "西梯";
    plan.stair(1).name = "东梯";
    plan.door("west").name = "西门";
    plan.door("east").name = "东门";
    for (SchoolClass& own : plan.school.classes) own.name = "七年级（" + std::to_string(own.number) + "）班";
    return plan.made();
}

Scenario dismissal()
{
    Scenario scenario;
    scenario.name = "dismissal";
    scenario.preMovement = {Distribution::Kind::Constant, 5.0, 0.0};
    Release files;
    files.files = 2;
    scenario.releases = {files};
    return scenario;
}

TodayReading read(const Workbook& workbook, std::optional<double> bell = {})
{
    const School own = school();
    const Scenario scenario = dismissal();
    const Setting setting = settingOf(own, scenario);
    return todayOf(workbook, "plan.xlsx", {own, scenario, setting, bell});
}
TodayReading readText(const std::string& text, std::optional<double> bell = {})
{
    return read(parseWorkbook(text, "plan.csv").value(), bell);
}

/// "place: key" of every fault.
std::vector<std::string> faultsOf(const TodayReading& reading)
{
    std::vector<std::string> faults;
    for (const Fault& fault : reading.faults) faults.push_back(fault.place + ": " + std::string(fault.what.key));
    return faults;
}

TEST(Today, IsReadInTheSchoolsOwnWords)
{
    const auto reading = readText("放学安排表\n序号,班级,班主任,放学时间,路线\n"
                                  "1,初一1班,张,16:40,西门\n2,702班,李,16：40,\n3,七（3）班,王,16:41:30,西楼梯\n"
                                  "4,K4,赵,下午4:42,S2\n合计,4,,,\n注：雨天另行通知\n");
    ASSERT_THAT(faultsOf(reading), IsEmpty());
    const auto& entries = reading.plan.entries;
    ASSERT_EQ(entries.size(), 4U);
    EXPECT_EQ(entries[0].exit.value, "west");
    EXPECT_TRUE(entries[1].exit.none() && entries[1].stair.none());
    EXPECT_EQ(entries[2].time, 90.0);
    EXPECT_EQ(entries[2].stair.value, "S1");
    EXPECT_EQ(entries[3].time, 120.0);
    EXPECT_EQ(entries[3].stair.value, "S2");
    EXPECT_EQ(reading.plan.bell, 16 * 3600.0 + 40 * 60.0);
}

TEST(Today, IsReadInEnglishWithGradesApartAndSecondsAfterTheBell)
{
    const auto reading = readText("Grade\tClass\tLeaves at (s)\tStair\tExit\n7\t1\t0\t\teast\n7\t2\t0\t\t\n"
                                  "7\t3\t60\t1\twest\n7\t4\t60\tstair 2\t\n");
    ASSERT_THAT(faultsOf(reading), IsEmpty());
    EXPECT_EQ(reading.plan.entries[0].exit.value, "east");
    EXPECT_EQ(reading.plan.entries[2].stair.value, "S1");
    EXPECT_EQ(reading.plan.entries[2].exit.value, "west") << "a stair and an exit may both be said";
    EXPECT_EQ(reading.plan.entries[3].stair.value, "S2");
    EXPECT_FALSE(reading.plan.bell);
}

TEST(Today, NamesEveryFaultByItsCell)
{
    const auto reading = readText("班级,时间,楼梯\n701,11:65,\n702,,\n702,16:40,\n703,16:40,北梯\n709,16:40,\n,16:40,\n"
                                  "701班,16:41,西梯\n");
    EXPECT_THAT(faultsOf(reading),
                ElementsAre("B2: today.bad_time", "B3: today.no_time", "A4: today.twice", "C5: today.unknown_way",
                            "A6: today.unknown_class", "A7: today.no_class", "A8: today.twice", ": today.missing"));
    const std::string said = line(reading.faults[4], Language::Chinese);
    EXPECT_THAT(said, HasSubstr("plan.xlsx：A6：“709”"));
    EXPECT_THAT(said, HasSubstr("是否为：七年级（4）班")) << "the nearest is offered first";
}

TEST(Today, RefusesAStairThatDoesNotServeTheClass)
{
    const auto reading = readText("班级,时间,楼梯\n701,0,西梯\n702,0,\n703,0,西门\n704,0,东梯\n");
    EXPECT_THAT(faultsOf(reading), ElementsAre("C2: today.cannot_reach"));
    EXPECT_EQ(std::string(reading.faults[0].mend.key), "today.needs_no_stair.mend");
}

TEST(Today, RefusesMergedCellsWithinTheTimetableAlone)
{
    Workbook workbook =
        parseWorkbook("放学安排\n班级,时间\n701,16:40\n702\n703,16:41\n704,16:42\n注：雨天\n", "t").value();
    workbook.sheets[0].name = "周一";
    workbook.sheets[0].merged = {{{0, 0}, {0, 3}}, {{2, 1}, {3, 1}}, {{2, 7}, {3, 8}}, {{6, 0}, {6, 1}}};
    EXPECT_THAT(faultsOf(read(workbook)), ElementsAre("周一!B3:B4: today.merged"));
}

TEST(Today, TakesTheFirstSheetThatHoldsATimetable)
{
    Workbook workbook = parseWorkbook("说明,共四个班\n", "t").value();
    EXPECT_THAT(faultsOf(read(workbook)), ElementsAre(": today.no_headings"));
    workbook.sheets.push_back(parseWorkbook("班级,时间\n701,0\n702,0\n703,0\n704,0\n", "t").value().sheets[0]);
    EXPECT_THAT(faultsOf(read(workbook)), IsEmpty());
}

TEST(Today, RefusesTimesThatTheRunNeverReaches)
{
    const auto reading = readText("班级,时间\n701,16:40\n702,16:41\n703,17:45\n704,16:42\n");
    EXPECT_THAT(faultsOf(reading), ElementsAre("B4: today.after_the_end"));
}

TEST(Today, TakesThePlaceOfTheReleases)
{
    const School own = school();
    TodayPlan plan;
    plan.entries = {{0.0, {}, {}}, {10.0, {}, {"west"}}, {20.0, {"S1"}, {"west"}}, {30.0, {"S2"}, {}}};
    plan.ways = true;
    Scenario before = dismissal();
    before.releases.push_back({{{"K1"}}, {}, 500.0, RouteChoice::Given, {{}, {{"east"}}, {}}, {}, 0, {}});
    const Scenario today = withToday(own, before, plan);
    ASSERT_EQ(today.releases.size(), 5U) << "everybody's stays for those without a class";
    EXPECT_EQ(today.releases[1].choice, RouteChoice::Nearest);
    EXPECT_EQ(today.releases[1].time, 0.0);
    EXPECT_EQ(today.releases[3].rule.stairs, std::vector<StairId>{{"S1"}});
    EXPECT_EQ(today.releases[3].rule.exits, std::vector<DoorId>{{"west"}});
    EXPECT_EQ(today.releases[3].files, 2) << "what else a release says stays";
    const Timetable timetable = timetableOf(own, today);
    EXPECT_EQ(timetable[3].time, 30.0);
    EXPECT_EQ(timetable[3].way.stair.value, "S2");
    plan.ways = false;
    EXPECT_EQ(withToday(own, before, plan).releases[1].choice, RouteChoice::Given) << "no column, no change of way";
}

}
}
