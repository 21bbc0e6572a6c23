#include "sim/record/package.hpp"
#include "sim/record/pixels.hpp"
#include "tests/program/drill_school.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace stairwise::program {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

/// What the plan has; every class is timed a little late, everything else as it should be.
std::string sheetFor(const Json& plan)
{
    std::string sheet = "what,id\nfact,date,2026-03-12\nfact,weather,fine\nfact,signal,bell\nfact,commander,head\n"
                        "start,10:00:00\n";
    for (const auto& one : plan["derived"]["participants"]) {
        const std::string id = one["id"];
        const std::string pupils = std::to_string(one["pupils"].get<int>());
        sheet += "class_left," + id + ",30\nclass_out," + id + ",95\n";
        sheet += "class_counted," + id + "," + pupils + "," + pupils + ",0,0\n";
    }
    for (const auto& stair : plan["simulated"]["stairs"])
        sheet += "stair_clear," + stair["id"].get<std::string>() + ",90\n";
    return sheet + "all_out,100\nend,600\n";
}

Json jsonOf(const Answer& answer)
{
    return Json::parse(answer.said, nullptr, false);
}

/// Plan and day of a drill that nothing lacks but what the bureau is told beforehand.
void holdDrill(const DrillSchool& school)
{
    const Answer planned = school.plan("--json");
    ASSERT_EQ(planned.code, 1) << planned.said; // nobody has said who commands
    Json plan = jsonOf(planned);
    plan["said"]["commander"] = "head";
    plan["said"]["date"] = "2026-03-12";
    for (auto& post : plan["said"]["wardens"]) post["text"] = "teacher";
    ASSERT_TRUE(writeFile(school.folder / "plan.json", plan.dump(2)).ok());
    ASSERT_LE(school.plan("--from " + school.at("plan.json")).code, 1);
    ASSERT_TRUE(writeFile(school.folder / "day.csv", sheetFor(plan)).ok());
    const std::string record = "record " + school.at("school.archive") + " " + kDrill;
    const Answer kept = answerOf(record + " --csv " + school.at("day.csv"));
    ASSERT_EQ(kept.code, 0) << kept.said;
    ASSERT_EQ(answerOf(record + " --show").code, 0);
}

TEST(Drill, GoesFromPlanToBureauAndBack)
{
    const DrillSchool school;
    school.enrol();
    holdDrill(school);
    EXPECT_EQ(school.file().code, 1) << "there is no summary yet";
    EXPECT_EQ(school.receive().code, 1);
    const Answer reviewed =
        answerOf("review " + school.at("school.archive") + " " + kDrill + " --json --out " + school.at("review"));
    EXPECT_EQ(reviewed.code, 1) << "the times lie outside";
    EXPECT_EQ(jsonOf(reviewed)["format"], "stairwise-drill-summary");
    const Answer filed = school.file("--json");
    ASSERT_EQ(filed.code, 0) << filed.said;
    EXPECT_EQ(jsonOf(filed)["filing_version"], 2);
    EXPECT_EQ(jsonOf(filed)["package"], school.package(2));
    const Json received = jsonOf(school.receive("--receipts " + school.at("receipts")));
    EXPECT_EQ(received["packages"][0]["verdict"], "duplicate");
    EXPECT_EQ(received["packages"][1]["verdict"], "accepted");
    EXPECT_TRUE(fs::exists(school.folder / "receipts" / "receipts.pdf"));
    for (const char* threads : {"1", "2"}) {
        const Answer same = answerOf("bureau verify " + school.package(2) + " --json --threads " + threads);
        EXPECT_EQ(same.code, 0) << same.said;
        EXPECT_EQ(jsonOf(same)["verdict"], "same");
        EXPECT_THAT(jsonOf(same)["proves"].get<std::string>(), HasSubstr("not that the drill took place"));
    }
}

TEST(Drill, IsFiledAsTheSameBytesUntilSomethingChanges)
{
    const DrillSchool school;
    school.enrol();
    holdDrill(school);
    (void)school.file();
    const std::string first = readFile(school.package(1), 1 << 26).value();
    (void)school.file();
    EXPECT_EQ(readFile(school.package(1), 1 << 26).value(), first);
    EXPECT_FALSE(fs::exists(school.package(2)));
}

TEST(Drill, OfWhichOneByteWasChangedIsRefusedInOneLine)
{
    const DrillSchool school;
    school.enrol();
    holdDrill(school);
    (void)school.file();
    std::string bytes = readFile(school.package(1), 1 << 26).value();
    bytes[bytes.find("stairwise-drill-record")] = 'S';
    ASSERT_TRUE(writeFile(school.package(1), bytes).ok());
    for (const std::string& command : {"bureau verify " + school.package(1),
                                       "bureau receive " + school.at("bureau.archive") + " " + school.package(1)}) {
        const Answer bad = answerOf(command);
        EXPECT_EQ(bad.code, 2);
        EXPECT_THAT(bad.said, HasSubstr("record.json"));
        EXPECT_EQ(std::ranges::count(bad.said, '\n'), 1) << bad.said;
    }
}

TEST(Drill, IsRecordedLineByLineAndABadLineIsSaidAndPassedOver)
{
    const DrillSchool school;
    (void)school.plan();
    ASSERT_TRUE(
        writeFile(school.folder / "lines", "start\nclass_left,nobody,3\nnote,hello,gate\ninjury,ankle,stair\n").ok());
    const Answer live = answerOf("record " + school.at("school.archive") + " " + kDrill + " --out " + school.at("out") +
                                 " < " + school.at("lines"));
    EXPECT_EQ(live.code, 1);
    EXPECT_THAT(live.said, HasSubstr("1 saved: "));
    EXPECT_THAT(live.said, HasSubstr("no class \"nobody\""));
    EXPECT_THAT(live.said, HasSubstr("3 saved: "));
    EXPECT_TRUE(fs::exists(school.folder / "out" / (std::string(kDrill) + "-3_brief.pdf")));
}

TEST(Drill, FilesAMarkedPlaceOfAPictureUnrecognisable)
{
    const DrillSchool school;
    school.enrol();
    holdDrill(school);
    const Pixels grey{64, 48, 3, std::vector<std::uint8_t>(std::size_t{64} * 48 * 3, 128)};
    ASSERT_TRUE(writeFile(school.folder / "p.jpg", formatPixels(grey, "p").value()).ok());
    const std::string record = "record " + school.at("school.archive") + " " + kDrill + " ";
    ASSERT_EQ(answerOf(record + "--picture " + school.at("p.jpg")).code, 0);
    const std::string out = " --out " + school.at("out");
    ASSERT_EQ(answerOf(record + "--blur 1.jpg=10,10,40,40 --blur 1.jpg=60,60,20,20" + out).code, 0);
    (void)school.file();
    const auto package = openPackage(readFile(school.package(1), 1 << 26).value(), "p").value();
    const auto part = std::ranges::find(package.parts, "pictures/1.jpg", &PackagePart::name);
    ASSERT_NE(part, package.parts.end());
    EXPECT_EQ(part->bytes, contentOf(school.folder / "out" / (std::string(kDrill) + "_1.jpg")));
    for (const char* bad : {"2.jpg=1,1,1,1", "1.jpg", "1.jpg=1,1,1", "1.jpg=90,1,20,1"}) {
        const Answer refused = answerOf(record + "--blur " + bad + out);
        EXPECT_EQ(refused.code, 2) << bad;
        EXPECT_EQ(std::ranges::count(refused.said, '\n'), 1) << refused.said;
    }
}

TEST(Drill, RefusesBadInputInOneLineAndWritesNothing)
{
    const DrillSchool school;
    school.enrol();
    (void)school.plan();
    ASSERT_TRUE(writeFile(school.folder / "bad.csv", "start\nclass_left,nobody,3\n").ok());
    const std::string archive = school.at("school.archive");
    for (const std::string& command :
         {"record " + archive + " none", "record " + archive + " " + kDrill + " --csv " + school.at("bad.csv"),
          "file " + archive + " " + kDrill + " --key " + school.at("school.key") + " --to " + school.at("out"),
          "file " + archive + " " + kDrill + " --key " + school.at("none.key"),
          "review " + school.at("none.archive") + " x", "bureau verify " + school.at("bad.csv"),
          "key new " + school.at("school.key") + " --school S1 --name x",
          "key new " + school.at("other.key") + " --school 'S 1' --name x",
          "plan " + school.at("fire.scenario.json") + " --drill 'a/b'", std::string("bureau"),
          std::string("archive list")}) {
        const Answer bad = answerOf(command);
        EXPECT_EQ(bad.code, 2) << command;
        EXPECT_EQ(std::ranges::count(bad.said, '\n'), 1) << bad.said;
    }
    EXPECT_EQ(jsonOf(answerOf("record " + archive + " " + kDrill + " --show --json"))["events"], 0);
    EXPECT_TRUE(fs::is_empty(school.folder / "out"));
    fs::permissions(school.folder / "school.key", fs::perms::others_read, fs::perm_options::add);
    EXPECT_EQ(answerOf("key show " + school.at("school.key")).code, 2) << "others may read it";
}

}
}
