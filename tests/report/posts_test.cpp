#include "sim/report/posts_report.hpp"

#include "tests/report/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace stairwise {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Two posts at the sample's stair, made by hand.
struct Made {
    School school = sample::school();
    Scenario scenario;
    Walkable walkable = walkableOf(school);
    PostsAsk ask;
    PostsResult result;
    std::size_t weeks = 3;

    Made()
    {
        scenario.name = "drill";
        const StairId stair = school.buildings[0].stairs[0].id;
        const StoreyId upper = school.buildings[0].storeys[1]->id;
        result.without.runs = 3;
        result.without.risk = 900.0;
        result.without.onStairs = 600.0;
        result.without.clearance = 100.0;
        PlaceChange change;
        change.typical.surface = 0;
        change.before = 500.0;
        change.after = 100.0;
        ChosenPost first{{stair, upper}, result.without, 2, change, {}};
        first.with.risk = 300.0;
        first.with.clearance = 112.0;
        first.with.posts = {first.post};
        ChosenPost second = first;
        second.with.risk = 200.0;
        second.with.posts.push_back(second.post);
        result.chosen = {first, second};
        Absence weak{first.with, {}, 300.0};
        Absence strong{result.without, 1U, 300.0};
        result.absences = {strong, weak};
        result.end = PostsEnd::LittleGain;
        result.next = second.with;
        result.next->risk = 190.0;
    }
    [[nodiscard]] PostsReport report() const
    {
        PostsReport report{school, scenario, walkable, ask, result, {}, {}};
        report.duties = dutyPosts(school, scenario, {result.chosen[0].post});
        report.rota = rotaOf(report.duties, {{}, {"=Ann", "Bo"}}, weeks);
        return report;
    }
};

TEST(PostsText, SaysWhatAPostLowersAndWhatItCosts)
{
    const Made made;
    const std::string text = postsText(made.report(), Language::English);
    EXPECT_THAT(text, HasSubstr("Without them: 900 person-seconds above 5 persons/m² over all places, 600 of them"));
    EXPECT_THAT(text, HasSubstr("lower by 67 %: 300 person-seconds"));
    EXPECT_THAT(text, HasSubstr("everybody out after 1:40 → 1:52 (+12 s)"));
    EXPECT_THAT(text, HasSubstr("500 → 100 person-seconds"));
    EXPECT_THAT(text, HasSubstr("would lower it by 10 person-seconds, less than 5 %"));
    EXPECT_THAT(text, HasSubstr("moves there (300 person-seconds; 900 if it stayed empty)"));
    EXPECT_THAT(text, HasSubstr("stays empty, where it is missed least (200 → 300 person-seconds)"));
    EXPECT_THAT(text, HasSubstr("A gate never stays empty"));
    EXPECT_THAT(postsText(made.report(), Language::Chinese), HasSubstr("降低 67%"));
}

TEST(PostsText, SaysEveryEnd)
{
    Made made;
    const auto text = [&] { return postsText(made.report(), Language::English); };
    made.result.next.reset();
    EXPECT_THAT(text(), HasSubstr("would keep somebody from getting out"));
    made.result.next = made.result.without;
    made.result.next->posts = made.result.chosen[0].with.posts;
    EXPECT_THAT(text(), HasSubstr("would lower nothing, only move the crowd"));
    made.result.end = PostsEnd::AllPlaced;
    EXPECT_THAT(text(), HasSubstr("All teachers are placed; 200 person-seconds are left."));
    made.result.end = PostsEnd::NoRisk;
    EXPECT_THAT(text(), HasSubstr("nothing above 5 persons/m² is left"));
    made.result.end = PostsEnd::NoPlace;
    EXPECT_THAT(text(), HasSubstr("no landing that is free"));
    made.result.end = PostsEnd::Stopped;
    EXPECT_THAT(text(), HasSubstr("Stopped after 0 runs"));
    EXPECT_THAT(text(), Not(HasSubstr("Duty rota")));
}

TEST(PostsText, SaysWhereTheRotaIsMissingAndWhy)
{
    const Made made;
    PostsReport report = made.report();
    report.rota.clear();
    EXPECT_THAT(postsText(report, Language::English), HasSubstr("No rota: the school file has no guards"));
    report.duties.clear();
    EXPECT_THAT(postsText(report, Language::English), HasSubstr("there is no post to fill"));
}

TEST(PostsJson, TellsEveryPostAndTheRota)
{
    const Made made;
    const auto json = nlohmann::json::parse(postsJson(made.report(), Language::English));
    EXPECT_EQ(json["format"], "stairwise-posts");
    EXPECT_EQ(json["ended"], "little_gain");
    EXPECT_EQ(json["chosen_by"], "everywhere");
    EXPECT_EQ(json["without"]["person_seconds_above_5"], 900.0);
    ASSERT_EQ(json["posts"].size(), 2U);
    EXPECT_EQ(json["posts"][0]["lowered"]["before"], 500.0);
    EXPECT_TRUE(json["posts"][0]["raised"].is_null());
    EXPECT_EQ(json["posts"][0]["absent"]["covered_by"], 2);
    EXPECT_TRUE(json["posts"][1]["absent"]["covered_by"].is_null());
    EXPECT_EQ(json["next"]["with"]["person_seconds_above_5"], 190.0);
    EXPECT_EQ(json["rota"].size(), made.report().duties.size() * made.weeks);
}

TEST(PostsTables, HaveARowForEveryPostAndEveryWeek)
{
    const Made made;
    const PostsReport report = made.report();
    const std::string posts = postsCsv(report, Language::English);
    EXPECT_EQ(std::ranges::count(posts, '\n'), 1 + 2);
    EXPECT_THAT(posts, HasSubstr(",900.0,300.0,600.0,600.0,100.0,112.0,"));
    const std::string rota = rotaCsv(report, Language::English);
    EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(rota, '\n')), 1 + report.duties.size() * made.weeks);
    EXPECT_THAT(rota, HasSubstr(",'=Ann")); // no formula
}

TEST(RotaPages, HoldAllWeeksAndAllPosts)
{
    Made made;
    made.weeks = 30;
    PostsReport report = made.report();
    EXPECT_EQ(rotaPages(report, Language::English).size(), 2U);
    report.duties.resize(8, report.duties.back());
    report.rota = rotaOf(report.duties, {{}, {"Ann", "Bo"}}, 30);
    const auto pages = rotaPages(report, Language::English);
    ASSERT_EQ(pages.size(), 4U);
    EXPECT_THAT(toSvg(pages[0]), HasSubstr("Duty rota"));
    EXPECT_THAT(toSvg(pages[1]), HasSubstr(">30<"));
}

}
}
