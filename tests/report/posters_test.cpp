#include "sim/report/posters.hpp"

#include "sim/report/plan.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/storey_maps.hpp"
#include "tests/egress/building.hpp"
#include "tests/report/texts_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace stairwise {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

bool isGreenLine(const Shape& shape)
{
    const auto* line = std::get_if<LineShape>(&shape);
    return line != nullptr && line->colour == kExitGreen && line->width > 2.0;
}

TEST(Poster, ShowsWhereOneIsAndBothWaysForEveryClass)
{
    const School school = building::Plan{}.made();
    const Scenario scenario;
    const Setting setting = settingOf(school, scenario);
    for (const Language language : {Language::Chinese, Language::English}) {
        const auto pages = posterPages(school, scenario, setting, language);
        ASSERT_EQ(pages.size(), school.classes.size());
        for (const Picture& page : pages) {
            const auto texts = wordsOn(page);
            EXPECT_THAT(texts, Contains(say("poster.here", language)));
            EXPECT_THAT(texts, Contains(say("poster.first", language)));
            EXPECT_TRUE(std::ranges::any_of(page.shapes, isGreenLine));
            expectTextsApart({"poster", page});
        }
    }
}

TEST(Poster, NamesTheAreaOfTheClassBeforeOneForEverybody)
{
    School school;
    AssemblyArea everybodys;
    everybodys.name = "yard";
    AssemblyArea own;
    own.id = {"AA2"};
    own.classes = {{"C2"}};
    school.grounds.assemblyAreas = {everybodys, own};
    EXPECT_EQ(areaNameOf(school, {"C1"}), "yard");
    EXPECT_EQ(areaNameOf(school, {"C2"}), "AA2");
    EXPECT_EQ(areaNameOf(School{}, {"C1"}), "");
}

// A class whose only stair is shut has no second way, and the poster says so.
TEST(Poster, SaysWhereThereIsNoSecondWay)
{
    const School school = building::Plan{}.made();
    Scenario scenario;
    Event shut;
    shut.kind = EventKind::Shut;
    shut.stair = school.buildings[0].stairs[0].id;
    scenario.events.push_back(shut);
    const auto pages = posterPages(school, scenario, settingOf(school, scenario), Language::English);
    const auto without = std::ranges::count_if(pages, [](const Picture& page) {
        return std::ranges::any_of(wordsOn(page),
                                   [](const auto& text) { return text.starts_with("There is no second"); });
    });
    EXPECT_GT(without, 0);
}

TEST(StoreyMaps, ShowEveryStoreyWithItsNumbers)
{
    const School school = building::Plan{}.made();
    const Setting setting = settingOf(school, {});
    const MapMark mark{0,
                       setting.walkable.surfaces[0].area.outer.empty()
                           ? Vec2{}
                           : toMetres(setting.walkable.surfaces[0].area.outer.front()),
                       7};
    const auto maps = storeyMaps(school, setting.walkable, {&mark, 1}, "risk points", Language::English);
    std::size_t storeys = 0;
    for (const Building& building : school.buildings) storeys += building.storeys.size();
    EXPECT_GE(maps.size(), storeys);
    const auto numbered =
        std::ranges::count_if(maps, [](const Picture& map) { return std::ranges::count(wordsOn(map), "7") > 0; });
    EXPECT_EQ(numbered, 1);
}

}
}
