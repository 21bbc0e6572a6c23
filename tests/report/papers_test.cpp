#include "sim/picture/text.hpp"
#include "sim/report/papers.hpp"
#include "sim/report/tables.hpp"
#include "sim/stagger/today_plan.hpp"
#include "tests/egress/building.hpp"
#include "tests/files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace stairwise {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr double kBell = 16 * 3600.0 + 40 * 60.0;
constexpr Language kBoth[] = {Language::English, Language::Chinese};

/// Four classes, two of them by the stairs; what passes where is made by hand.
struct Plan {
    School school;
    Scenario scenario;
    PlanPassings passings;
    PapersAsk ask{"plan.scenario.json", kBell, {"王老师"}};

    Plan()
    {
        building::Plan made;
        made.school.name = "示例小学";
        made.stair(0).name = "西梯";
        made.stair(1).name = "东梯";
        for (SchoolClass& own : made.school.classes) own.name = "七年级（" + std::to_string(own.number) + "）班";
        school = made.made();
        school.grounds.gates = {{{"G"}, "南校门", {{0, 0}, {4000, 0}}, 4000}};
        scenario.name = "错峰放学";
        release("K1", 0.0, {}, {"west"});
        release("K2", 0.0, {}, {});
        release("K3", 30.0, {"S1"}, {});
        release("K4", 90.0, {"S2"}, {"east"});
        scenario.releases.back().over = 40.0;
        scenario.releases.back().files = 2;
        passings.runs = 10;
        passings.posts = {{{PassedKind::Landing, {{"S1"}, {"F2"}}, {}, {}}, {{2, 41.2, 78.9, 50}}},
                          {{PassedKind::Exit, {}, {"west"}, {}}, {{0, 8.0, 30.0, 50}, {2, 60.0, 99.0, 50}}}};
        passings.out = {30.0, {}, 99.0, {}};
        passings.atGate.resize(4);
    }
    void release(const std::string& own, double time, const StairId& stair, const DoorId& exit)
    {
        Release one;
        one.classes = {{own}};
        one.time = time;
        if (!stair.none()) one.rule.stairs = {stair};
        if (!exit.none()) one.rule.exits = {exit};
        one.choice = one.rule == RouteRule{} ? RouteChoice::Nearest : RouteChoice::Given;
        scenario.releases.push_back(one);
    }
    [[nodiscard]] Papers papers() const { return {school, scenario, passings, ask}; }
};

using Maker = std::vector<Picture> (*)(const Papers&, Language);
constexpr Maker kMakers[] = {broadcastPages, classCardPages, dutyCardPages, letterPages};

std::vector<std::string> textsOf(const std::vector<Picture>& pages)
{
    std::vector<std::string> texts;
    for (const Picture& page : pages)
        for (const Shape& shape : page.shapes)
            if (const auto* text = std::get_if<TextShape>(&shape)) texts.push_back(text->text);
    return texts;
}

TEST(Papers, SayWhenAndByWhichWayEachClassGoes)
{
    const Plan plan;
    const auto board = textsOf(broadcastPages(plan.papers(), Language::Chinese));
    for (const char* text :
         {"示例小学错峰放学广播时间表", "七年级（4）班", "16:40:00", "16:40:30", "16:41:30", "西梯", "40"})
        EXPECT_THAT(board, Contains(text));
    EXPECT_THAT(board, Contains("东梯、east")) << "both are told";
    EXPECT_THAT(board, Contains("16:41:40")) << "out by: rounded away from the crowd";
    const auto cards = textsOf(classCardPages(plan.papers(), Language::English));
    for (const char* text : {"七年级（3）班", "16:40:30", "2 abreast", "all within 40 s", "west (simulated)"})
        EXPECT_THAT(cards, Contains(text));
}

TEST(Papers, CountFromTheBellWhereItIsNotKnown)
{
    Plan plan;
    plan.ask.bell.reset();
    EXPECT_THAT(textsOf(broadcastPages(plan.papers(), Language::Chinese)), Contains("1:30"));
    const auto cards = textsOf(classCardPages(plan.papers(), Language::Chinese));
    EXPECT_THAT(cards, Contains("放学铃响即走"));
    EXPECT_THAT(cards, Contains("放学铃后1分30秒"));
}

TEST(Papers, TellWhoIsOnDutyWhichClassesComeBy)
{
    const Plan plan;
    const auto cards = textsOf(dutyCardPages(plan.papers(), Language::Chinese));
    for (const char* text : {"西梯，storey 2楼梯口", "王老师", "七年级（3）班", "16:40:40", "16:41:20", "50"})
        EXPECT_THAT(cards, Contains(text));
}

TEST(Papers, GiveWardensOfThePlanTheirLandingsAlone)
{
    Plan plan;
    EXPECT_EQ(postsWithCards(plan.papers()).size(), 2U);
    Warden elsewhere;
    elsewhere.stair = {"S2"};
    elsewhere.storey = {"F2"};
    plan.scenario.wardens = {elsewhere};
    const auto posts = postsWithCards(plan.papers());
    ASSERT_EQ(posts.size(), 1U);
    EXPECT_EQ(posts[0].post.kind, PassedKind::Exit) << "exits always have one";
}

TEST(Papers, ShareAPostOfManyClassesAmongCards)
{
    Plan plan;
    auto& passings = plan.passings.posts[1].passings;
    for (int i = 0; i < 40; ++i) passings.push_back(passings.front());
    const auto cards = textsOf(dutyCardPages(plan.papers(), Language::English));
    EXPECT_THAT(cards, Contains("west (3 of 3)"));
    EXPECT_EQ(std::ranges::count(cards, "七年级（1）班"), 41);
}

TEST(Papers, WriteToParentsAtDismissalAlone)
{
    Plan plan;
    const auto pages = letterPages(plan.papers(), Language::Chinese);
    EXPECT_EQ(pages.size(), 4U);
    const auto texts = textsOf(pages);
    for (const char* text : {"告家长书", "回执", "尊敬的七年级（4）班学生家长：", "南校门", "家长签字"})
        EXPECT_THAT(texts, Contains(text));
    plan.scenario.situation = Situation::Fire;
    EXPECT_TRUE(letterPages(plan.papers(), Language::Chinese).empty());
}

TEST(Papers, AreMarkedAsSimulatedAndNumberedOnEveryPage)
{
    const Plan plan;
    for (const Maker make : kMakers)
        for (const Picture& page : make(plan.papers(), Language::English)) {
            const auto texts = textsOf({page});
            EXPECT_THAT(texts, Contains("Predicted times are simulated (runs: 10), not measured"));
            EXPECT_THAT(texts, Contains(HasSubstr("Plan plan.scenario.json, mark ")));
            EXPECT_THAT(texts, Contains(HasSubstr("Page ")));
        }
}

// What is set smaller than one can read, or cut, or lies beyond the edge, is a fault of the layout.
TEST(Papers, KeepEveryTextOnThePageAndReadable)
{
    const Plan plan;
    for (const Language language : kBoth)
        for (const Maker make : kMakers)
            for (const Picture& page : make(plan.papers(), language))
                for (const Shape& shape : page.shapes) {
                    const auto* text = std::get_if<TextShape>(&shape);
                    if (text == nullptr) continue;
                    const double width = roughWidth(text->text, text->size);
                    const double shown = text->widest > 0.0 ? std::min(width, text->widest) : width;
                    const double left = text->anchor == Anchor::Left     ? text->at.x
                                        : text->anchor == Anchor::Centre ? text->at.x - 0.5 * shown
                                                                         : text->at.x - shown;
                    EXPECT_GE(left, 20.0) << text->text;
                    EXPECT_LE(left + shown, page.high.x - 20.0) << text->text;
                    EXPECT_GE(text->at.y, 15.0) << text->text;
                    EXPECT_LE(text->at.y, page.high.y - 20.0) << text->text;
                    EXPECT_LE(width, 1.35 * shown) << text->text << " is squeezed";
                }
}

TEST(Papers, AreTheSameBytesEveryTime)
{
    const Plan plan;
    for (const Maker make : kMakers)
        EXPECT_EQ(toPdf(make(plan.papers(), Language::Chinese), "t"),
                  toPdf(make(plan.papers(), Language::Chinese), "t"));
    EXPECT_EQ(formatXlsx(papersWorkbook(plan.papers(), Language::Chinese), "a").value(),
              formatXlsx(papersWorkbook(plan.papers(), Language::Chinese), "b").value());
}

TEST(Papers, OfATimetableAreReadBackAsTodaysPlan)
{
    for (const Language language : kBoth)
        for (const bool bell : {true, false}) {
            Plan plan;
            if (!bell) plan.ask.bell.reset();
            const Workbook workbook = papersWorkbook(plan.papers(), language);
            const Setting setting = settingOf(plan.school, plan.scenario);
            const TodayFor asked{plan.school, plan.scenario, setting, {}};
            for (const std::string& bytes : {formatXlsx(workbook, "t").value(), csvOf(workbook.sheets[0])}) {
                const TodayReading today = todayOf(parseWorkbook(bytes, "t").value(), "t", asked);
                ASSERT_TRUE(today.faults.empty()) << line(today.faults[0], language);
                EXPECT_EQ(today.plan.entries[3].time, 90.0);
                EXPECT_EQ(today.plan.entries[3].stair.value, "S2");
                EXPECT_EQ(today.plan.entries[0].exit.value, "west");
                EXPECT_TRUE(today.plan.entries[1].stair.none() && today.plan.entries[1].exit.none());
                EXPECT_EQ(today.plan.bell.has_value(), bell);
            }
        }
}

TEST(Papers, AreFilesOfTheirLanguage)
{
    const Plan plan;
    const OwnFolder own;
    const auto folder = own / "papers";
    auto staging = Staging::open(folder);
    ASSERT_TRUE(staging);
    ASSERT_TRUE(writePapers(plan.papers(), staging.value(), Language::Chinese));
    ASSERT_TRUE(staging.value().commit());
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    EXPECT_THAT(names, ElementsAre("class_cards.zh.csv", "class_cards.zh.pdf", "duty_cards.zh.csv", "duty_cards.zh.pdf",
                                   "letters.zh.pdf", "timetable.zh.csv", "timetable.zh.pdf", "timetable.zh.xlsx"));
    const auto csv = readFile(folder / "duty_cards.zh.csv", 1U << 20U);
    EXPECT_THAT(csv.value(), HasSubstr("王老师,七年级（3）班,16:40:40,16:41:20,50"));
}

}
}
