#include "sim/report/comparison_report.hpp"
#include "tests/files.hpp"

#include "tests/report/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>

namespace stairwise {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Band band(double median, std::size_t of)
{
    return {median, median - 5.0, median + 5.0, of};
}

/// Of A, of B, B − A.
using Bands = std::array<std::optional<Band>, 3>;
ComparedFigure figure(Compared what, const std::string& id, const std::string& name, const Bands& bands,
                      std::optional<double> p)
{
    ComparedFigure made;
    made.what = what;
    made.id = id;
    made.name = name;
    made.a = bands[0];
    made.b = bands[1];
    made.difference = bands[2];
    made.p = p;
    return made;
}

/// Two plans of the sample school, their figures made by hand.
struct Pair {
    School school = sample::school();
    Walkable walkable = walkableOf(school);
    RunResult one = sample::emptied(walkable);
    RunResult other = one;
    EnsembleResult a, b;
    Comparison comparison;
    ComparedPlan first{"a.scenario.json", school, walkable, a, one};
    ComparedPlan second{"b.scenario.json", school, walkable, b, other};

    Pair()
    {
        other.scenario = "staggered";
        a.points.resize(1);
        a.points[0].typical.surface = 0;
        comparison.pairs = 20;
        const ComparedFigure clearance =
            figure(Compared::Clearance, "", "", {band(200.0, 20), band(320.0, 20), band(120.0, 20)}, 0.001);
        const ComparedFigure stair =
            figure(Compared::Stair, "SA", "west", {band(90.0, 20), band(91.0, 20), band(1.0, 20)}, 0.4);
        ComparedFigure place =
            figure(Compared::Place, "hall", "", {band(80.0, 20), band(20.0, 20), band(-60.0, 20)}, 0.01);
        place.pointA = 0;
        const ComparedFigure gone = figure(Compared::Exit, "E9", "old gate", {band(70.0, 20), {}, {}}, {});
        comparison.figures = {clearance, stair, place, gone};
        for (const double seconds : {0.0, 100.0, 200.0}) {
            comparison.outA.push_back({seconds, band(0.5 * seconds, 20)});
            comparison.outB.push_back({seconds, band(0.3 * seconds, 20)});
        }
    }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;
    [[nodiscard]] NamedComparison names(Language language = Language::English) const
    {
        return namedComparison(comparison, first, second, language);
    }
};

TEST(ComparisonText, SaysWhatDiffersAndWhatIsNotShown)
{
    const Pair pair;
    const std::string text = comparisonText(pair.names(), Language::English);
    EXPECT_THAT(text, HasSubstr("20 common seeds"));
    EXPECT_THAT(text, HasSubstr("3:20 (3:15–3:25)"));
    EXPECT_THAT(text, HasSubstr("+120 (+115…+125)"));
    EXPECT_THAT(text, HasSubstr("more in B"));
    EXPECT_THAT(text, HasSubstr("no difference shown"));
    EXPECT_THAT(text, HasSubstr("less in B"));
    EXPECT_THAT(comparisonText(pair.names(Language::Chinese), Language::Chinese), HasSubstr("未显示差异"));
}

TEST(ComparisonText, SaysWhenTheRunsAreTooFew)
{
    Pair pair;
    EXPECT_THAT(comparisonText(pair.names(), Language::English), Not(HasSubstr("too few")));
    pair.comparison.pairs = 5;
    EXPECT_THAT(comparisonText(pair.names(), Language::English), HasSubstr("5 runs are too few"));
}

TEST(ComparisonTable, HasARowForEveryFigureAlsoThoseOfOnePlanAlone)
{
    const Pair pair;
    const std::string csv = differencesCsv(pair.names(), Language::English);
    EXPECT_EQ(std::ranges::count(csv, '\n'), 1 + 4);
    EXPECT_THAT(csv,
                HasSubstr("stair,SA,west,90.0,85.0,95.0,91.0,86.0,96.0,1.0,-4.0,6.0,20,0.4000,no difference shown"));
    EXPECT_THAT(csv, HasSubstr("exit,E9,old gate,70.0,65.0,75.0,,,,,,,0,,\n"));
}

TEST(ComparisonJson, TellsBothPlansAndEveryFigure)
{
    const Pair pair;
    const auto json = nlohmann::json::parse(comparisonJson(pair.names(), Language::English));
    EXPECT_EQ(json["b"]["scenario"], "staggered");
    ASSERT_EQ(json["figures"].size(), 4U);
    EXPECT_EQ(json["figures"][0]["what"], "clearance");
    EXPECT_EQ(json["figures"][0]["b_minus_a"]["median"], 120.0);
    EXPECT_TRUE(json["figures"][0]["shown"]);
    EXPECT_FALSE(json["figures"][1]["shown"]);
    EXPECT_TRUE(json["figures"][3]["p"].is_null());
    EXPECT_EQ(json["out_percent"].size(), 3U);
}

TEST(ComparisonPictures, ShowBothPlansOnOneSheet)
{
    const Pair pair;
    const NamedComparison names = pair.names();
    EXPECT_THAT(toSvg(outPicture(names, Language::English)), HasSubstr("staggered"));
    const auto single = densityPictures(pair.one, pair.school, pair.walkable, Language::English);
    const auto both = densityPairs(names, Language::English);
    ASSERT_FALSE(single.empty());
    ASSERT_EQ(both.size(), single.size());
    EXPECT_EQ(both[0].file, "both_" + single[0].file);
    const Vec2 wide = paperSize(both[0].picture);
    const Vec2 half = paperSize(single[0].picture);
    EXPECT_NEAR(wide.x, 2.0 * half.x, 1e-6);
    EXPECT_NEAR(wide.y, half.y, 1e-6);
    const std::string svg = toSvg(both[0].picture);
    EXPECT_THAT(svg, HasSubstr(pair.one.scenario));
    EXPECT_THAT(svg, HasSubstr("staggered"));
}

TEST(ComparisonFolder, OfOtherPlansIsNotReplaced)
{
    const Pair pair;
    const OwnFolder own;
    const auto folder = own / "comparison";
    Case a{pair.school, {}};
    Case b{pair.school, {}};
    a.scenario.name = pair.one.scenario;
    b.scenario.name = "staggered";
    a.school.name = b.school.name = pair.one.school;
    EXPECT_TRUE(mayReplaceComparison(folder, a, b).ok());
    auto staging = Staging::open(folder);
    ASSERT_TRUE(staging.ok());
    ASSERT_TRUE(writeComparison(pair.names(), staging.value(), Language::English).ok());
    ASSERT_TRUE(staging.value().commit().ok());
    EXPECT_TRUE(mayReplaceComparison(folder, a, b).ok());
    EXPECT_FALSE(mayReplaceComparison(folder, b, a).ok());
    for (const char* name : {"compare.json", "differences.csv", "runs_a.csv", "runs_b.csv", "out.svg", "out.png"})
        EXPECT_TRUE(std::filesystem::exists(folder / name)) << name;
}

}
}
