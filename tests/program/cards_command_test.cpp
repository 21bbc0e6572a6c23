#include "sim/base/system.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "tests/egress/building.hpp"
#include "tests/files.hpp"
#include "tests/program/shell_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stairwise::program {
namespace {

using ::testing::HasSubstr;

constexpr const char* kToday = "班级,时间,路线\n701,16:40,\n702,16:40,\n703,16:41,S1\n704,16:42,S2\n";

void putSchool(const OwnFolder& folder)
{
    Scenario scenario;
    scenario.name = "dismissal";
    scenario.school = "it.school.json";
    scenario.preMovement = {Distribution::Kind::Constant, 2.0, 0.0};
    building::Plan plan;
    for (SchoolClass& own : plan.school.classes) own.pupils = 10; // quick
    ASSERT_TRUE(writeFile(folder / "it.school.json", formatSchool(plan.made())).ok());
    ASSERT_TRUE(writeFile(folder / "day.scenario.json", formatScenario(scenario)).ok());
    ASSERT_TRUE(writeFile(folder / "today.csv", kToday).ok());
}

std::string cards(const OwnFolder& folder, const std::string& out, const std::string& more)
{
    return "cards " + (folder / "day.scenario.json").string() + " --card-runs 1 --out " + (folder / out).string() +
           " " + more;
}

TEST(CardsCommand, WritesThePapersOfAPlanTheSameEveryTime)
{
    const OwnFolder folder;
    putSchool(folder);
    const Answer answer = answerOf(cards(folder, "one", "--both --bell 16:40"));
    EXPECT_EQ(answer.code, 0) << answer.said;
    EXPECT_THAT(answer.said, HasSubstr("simulated"));
    EXPECT_EQ(answerOf(cards(folder, "two", "--both --bell 16:40 --threads 1")).code, 0);
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(folder / "one")) {
        ++files;
        const fs::path other = folder / "two" / entry.path().filename();
        EXPECT_EQ(readFile(entry.path(), 1U << 24U).value(), readFile(other, 1U << 24U).value()) << other;
    }
    EXPECT_EQ(files, 16U);
}

TEST(CardsCommand, MakesTextThatCanBeSearched)
{
    if (!hasProgram("pdftotext")) GTEST_SKIP() << "needs poppler-utils";
    const OwnFolder folder;
    putSchool(folder);
    ASSERT_EQ(answerOf(cards(folder, "out", "--both --bell 16:40")).code, 0);
    const std::string text = (folder / "text").string();
    for (const auto& [file, words] :
         {std::pair{"letters.zh.pdf", "告家长书"}, std::pair{"letters.zh.pdf", "安排如下："},
          std::pair{"timetable.en.pdf", "16:40:00"}}) {
        ASSERT_TRUE(runProgram({"pdftotext", (folder / "out" / file).string(), text}));
        EXPECT_THAT(readFile(text, 1U << 20U).value(), HasSubstr(words));
    }
}

TEST(CardsCommand, MakesSpreadsheetsThatOfficeOpens)
{
    if (!hasProgram("soffice")) GTEST_SKIP() << "needs LibreOffice";
    const OwnFolder folder;
    putSchool(folder);
    ASSERT_EQ(answerOf(cards(folder, "out", "--bell 16:40")).code, 0);
    ASSERT_TRUE(
        runProgram({"env", "LC_ALL=en_GB.UTF-8", // else a time of day is shown as the computer's country does
                    "soffice", "--headless", "-env:UserInstallation=file://" + (folder / "office").string(),
                    "--convert-to", "csv", "--outdir", folder.text(), (folder / "out/timetable.en.xlsx").string()}));
    EXPECT_THAT(readFile(folder / "timetable.en.csv", 1U << 20U).value(), HasSubstr("16:40:00,class 1,"));
}

TEST(CardsCommand, RefusesBadInputInOneLineAndWritesNothing)
{
    const OwnFolder folder;
    putSchool(folder);
    ASSERT_TRUE(writeFile(folder / "empty.csv", "").ok());
    for (const std::string& option :
         {std::string("--bell 25:00"), std::string("--bell soon"), std::string("--card-runs 0"),
          "--names " + (folder / "empty.csv").string(), "--names " + (folder / "missing.csv").string()}) {
        const Answer answer = answerOf(cards(folder, "out", option));
        EXPECT_EQ(answer.code, 2) << option << answer.said;
        EXPECT_EQ(std::ranges::count(answer.said, '\n'), 1) << answer.said;
        EXPECT_FALSE(fs::exists(folder / "out")) << option;
    }
}

std::string stagger(const OwnFolder& folder, const std::string& more)
{
    return "stagger " + (folder / "day.scenario.json").string() + " --seeds 1 --proof 0 " + more;
}

TEST(StaggerCommand, TakesTodaysPlanFromASpreadsheetAndPrintsThePapers)
{
    const OwnFolder folder;
    putSchool(folder);
    const Answer answer =
        answerOf(stagger(folder, "--today " + (folder / "today.csv").string() + " --load-limit 9 --out " +
                                     (folder / "plan.scenario.json").string() + " --papers " +
                                     (folder / "papers").string() + " --card-runs 1"));
    EXPECT_EQ(answer.code, 0) << answer.said;
    EXPECT_THAT(answer.said, HasSubstr("16:40:00 counts as 0 seconds"));
    EXPECT_TRUE(fs::exists(folder / "papers/timetable.en.pdf"));
    EXPECT_THAT(readFile(folder / "papers/timetable.en.csv", 1U << 20U).value(), HasSubstr("\n16:4")) << "times of day";
    EXPECT_TRUE(readCase((folder / "plan.scenario.json").string()));
}

TEST(StaggerCommand, SaysEveryFaultOfASpreadsheetInALine)
{
    const OwnFolder folder;
    putSchool(folder);
    ASSERT_TRUE(writeFile(folder / "today.csv", "班级,时间,楼梯\n701,11:65,\n702,16:40,S9\n703,16:41,\n").ok());
    const Answer answer = answerOf(stagger(folder, "--today " + (folder / "today.csv").string()));
    EXPECT_EQ(answer.code, 2);
    EXPECT_THAT(answer.said, HasSubstr("today.csv: B2: “11:65” is no time; "));
    EXPECT_THAT(answer.said, HasSubstr("today.csv: C3: there is no stair or exit “S9”; "));
    EXPECT_THAT(answer.said, HasSubstr("class 4 is missing"));
    EXPECT_EQ(std::ranges::count(answer.said, '\n'), 3) << answer.said;
    EXPECT_EQ(answerOf(stagger(folder, "--papers " + (folder / "papers").string())).code, 2) << "needs --out";
}

}
}
