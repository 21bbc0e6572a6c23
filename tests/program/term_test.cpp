#include "tests/program/drill_school.hpp"

#include <gmock/gmock.h>

#include <cstdlib>

namespace stairwise::program {
namespace {

using ::testing::HasSubstr;

// The script of docs/example-drill: it ends at the first command that answers otherwise than it should.
TEST(Term, GoesFromThePlanToTheBoundBookAndTheBureausFigures)
{
    const DrillSchool school;
    const std::string out = school.at("term");
    const std::string command = std::string("bash ") + STAIRWISE_SOURCE_DIR + "/docs/example-drill/term.sh " +
                                STAIRWISE_PROGRAM + " " + school.at("fire.scenario.json") + " " + out + " 3 > " +
                                school.at("said") + " 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0) << contentOf(school.folder / "said");
    for (const char* file : {"plan/plan.pdf", "plan/plan.docx", "posters.pdf", "sheets/day_papers.pdf",
                             "sheets/day_times.xlsx", "record.pdf", "review/summary.pdf", "notice.pdf", "hazards.pdf",
                             "receipts/receipts.pdf", "assessment.pdf", "figures/figures_2026.xlsx", "book.pdf"})
        EXPECT_GT(fs::file_size(fs::path(out) / file), 500U) << file;
    const std::string said = contentOf(school.folder / "said");
    EXPECT_THAT(said, HasSubstr("88/100"));
    EXPECT_THAT(contentOf(fs::path(out) / "figures/figures_2026.csv"), HasSubstr(",1,1,2,1,50 % (1/2),"));
}

// An edited document comes back as the plan, joins the package, and tells what no longer matches.
TEST(Plan, IsEditedInAWordProcessorAndComesBack)
{
    const DrillSchool school;
    ASSERT_EQ(school.plan("--out " + school.at("plan")).code, 1);
    const Answer same = school.plan("--from " + school.at("plan/plan.docx"));
    EXPECT_EQ(same.code, 1) << "nothing was filled in";
    EXPECT_THAT(same.said, ::testing::Not(HasSubstr("the document says")));
    const Answer other =
        answerOf("plan " + school.at("fire.scenario.json") + " --drill " + kDrill + " --runs 4 --archive " +
                 school.at("school.archive") + " --from " + school.at("plan/plan.docx"));
    EXPECT_THAT(other.said, HasSubstr("the document says")) << "other runs, other figures";
    EXPECT_THAT(answerOf("archive list " + school.at("school.archive")).said, HasSubstr("plan.docx"));
    ASSERT_TRUE(writeFile(school.folder / "bad.docx", "PK\x03\x04 word/document.xml").ok());
    const Answer bad = school.plan("--from " + school.at("bad.docx"));
    EXPECT_EQ(bad.code, 2);
    EXPECT_EQ(std::ranges::count(bad.said, '\n'), 1) << bad.said;
}

// The form of the day, filled in by a spreadsheet program.
TEST(Record, IsReadFromTheFormOfTheDay)
{
    const DrillSchool school;
    ASSERT_EQ(school.plan().code, 1);
    ASSERT_EQ(answerOf("sheets " + school.at("school.archive") + " " + kDrill + " --out " + school.at("sheets")).code,
              0);
    const std::string record = "record " + school.at("school.archive") + " " + kDrill;
    const Answer empty = answerOf(record + " --csv " + school.at("sheets/day_times.xlsx"));
    EXPECT_EQ(empty.code, 0) << empty.said;
    EXPECT_THAT(empty.said, HasSubstr("0 entries"));
    EXPECT_EQ(answerOf(record + " --csv " + school.at("fire.scenario.json")).code, 2);
}

}
}
