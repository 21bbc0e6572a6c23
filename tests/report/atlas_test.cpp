#include "sim/report/atlas_report.hpp"

#include "sim/scenario/scenario.hpp"
#include "tests/report/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace stairwise {
namespace {

using ::testing::HasSubstr;

Scenario named(const std::string& name)
{
    Scenario scenario;
    scenario.name = name;
    return scenario;
}

struct Atlas {
    AtlasPlan plan;
    AtlasResult result;
    Walkable walkable;
    [[nodiscard]] NamedAtlas names() const { return namedAtlas(plan, result, walkable, Language::English); }
};

// One stair, one situation walked and one still open.
Atlas halfDone()
{
    Atlas atlas;
    atlas.plan.school = sample::school();
    atlas.walkable = walkableOf(atlas.plan.school);
    atlas.plan.situations = {{"fire.scenario.json", named("fire drill")}, {"break.scenario.json", named("break")}};
    const std::string stair = atlas.plan.school.buildings[0].stairs[0].id.value;
    atlas.plan.elements = {{OutOfUse::Nothing, ""}, {OutOfUse::Stair, stair}};
    atlas.plan.seeds = 1;
    atlas.result.asked = 4;
    atlas.result.cells.resize(2, std::vector<AtlasCell>(2));
    AtlasCell& usual = atlas.result.cells[0][0];
    usual.runs = 1;
    usual.clearance = 205.0;
    AtlasCell& lost = atlas.result.cells[1][0];
    lost.runs = 1;
    lost.notEmpty = 1;
    lost.left = 17;
    lost.worst.rank = 4;
    lost.worst.index = 88.4;
    lost.worst.surface = 0;
    lost.worst.out = atlas.plan.elements[1];
    lost.withoutSecond = {{"7-1"}, {"7-2"}};
    atlas.result.runs.resize(2);
    return atlas;
}

TEST(AtlasTable, HasARowForEveryElementInEverySituation)
{
    const Atlas atlas = halfDone();
    const std::string csv = atlasCsv(atlas.names(), Language::English);
    EXPECT_EQ(std::ranges::count(csv, '\n'), 1 + 4);
    EXPECT_THAT(csv, HasSubstr("nothing,,Nothing out of use,fire drill,fire.scenario.json,1,0,0,205.0,0,0.0"));
    EXPECT_THAT(csv, HasSubstr(",1,1,17,,4,88.4,"));
    EXPECT_THAT(csv, HasSubstr("7-1 7-2"));
    EXPECT_THAT(csv, HasSubstr("break,break.scenario.json,0,,,,,,,,")); // not walked yet
}

TEST(AtlasJson, TellsCellsAndNullWhereNobodyWalked)
{
    const Atlas atlas = halfDone();
    const auto json = nlohmann::json::parse(atlasJson(atlas.names(), Language::English));
    ASSERT_EQ(json["cells"].size(), 4U);
    EXPECT_EQ(json["cells"][0]["clearance_s"], 205.0);
    EXPECT_EQ(json["cells"][2]["left"], 17);
    EXPECT_EQ(json["cells"][2]["rank"], 4);
    EXPECT_TRUE(json["cells"][2]["clearance_s"].is_null());
    EXPECT_TRUE(json["cells"][3]["rank"].is_null());
    EXPECT_EQ(json["situations"][1]["file"], "break.scenario.json");
    EXPECT_EQ(json["asked"], 4);
    EXPECT_EQ(json["runs"], 2);
}

TEST(AtlasText, BeginsTheWorstWithWhoIsLeftInside)
{
    const Atlas atlas = halfDone();
    const std::string text = atlasText(atlas.names(), Language::English);
    EXPECT_THAT(text, HasSubstr("17 left inside, 4 red"));
    EXPECT_THAT(text, HasSubstr("fire drill: 17 left inside (with everything in use 3:25); 4 red, 88 person-seconds"));
    EXPECT_THAT(text, HasSubstr("Stopped: 2 of 4 runs"));
    EXPECT_THAT(atlasText(atlas.names(), Language::Chinese), HasSubstr("17 人未出"));
}

TEST(AtlasText, HoldsTimesAgainstNothingOutOfUse)
{
    Atlas atlas = halfDone();
    AtlasCell& lost = atlas.result.cells[1][0];
    lost.left = lost.notEmpty = 0;
    lost.clearance = 361.2;
    EXPECT_THAT(atlasText(atlas.names(), Language::English), HasSubstr("6:01 (+2:36), 4 red"));
    lost.clearance = 190.0;
    EXPECT_THAT(atlasText(atlas.names(), Language::English), HasSubstr("3:10 (−0:15), 4 red"));
}

TEST(AtlasPicture, ColoursEachCellByItsRank)
{
    const Atlas atlas = halfDone();
    const std::string svg = toSvg(atlasPicture(atlas.names(), Language::English));
    EXPECT_THAT(svg, HasSubstr("17 left inside"));
    EXPECT_THAT(svg, HasSubstr("2 classes without a second way"));
    EXPECT_THAT(svg, HasSubstr("#a81826")); // red of the crush scale
    EXPECT_THAT(svg, HasSubstr("fire drill"));
}

}
}
