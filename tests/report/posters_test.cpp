#include "sim/report/posters.hpp"

#include "sim/report/plan.hpp"
#include "sim/report/plan_report.hpp"
#include "sim/report/storey_maps.hpp"
#include "sim/report/turned.hpp"
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

/// Where a text of the page begins with these words.
Vec2 placeOf(const Picture& page, const std::string& words)
{
    for (const Shape& shape : page.shapes)
        if (const auto* text = std::get_if<TextShape>(&shape); text != nullptr && text->text == words) return text->at;
    ADD_FAILURE() << words << " is not on the page";
    return {};
}

// The rooms of this school lie north of their corridor: who looks at the wall of the door looks south.
TEST(Poster, IsTurnedToHowItsReaderStands)
{
    const School school = building::Plan{}.made();
    const auto pages = posterPages(school, {}, settingOf(school, {}), Language::English);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const std::string own = findSpace(school, school.classes[i].homeroom)->name;
        const std::string floor = own.substr(0, own.size() - 1); // "Room 10"
        const Vec2 corridor = placeOf(pages[i], "corridor");
        EXPECT_LT(placeOf(pages[i], own).y, corridor.y) << "what lies behind the reader is below";
        EXPECT_GT(placeOf(pages[i], floor + "1").x, placeOf(pages[i], floor + "2").x) << "the west is to the right";
    }
}

TEST(QuarterTurn, BringsTheWayThatOneLooksUpAndMirrorsNothing)
{
    for (const Vec2 way : {Vec2{0.0, 1.0}, Vec2{1.0, 0.0}, Vec2{0.0, -1.0}, Vec2{-1.0, 0.0}, Vec2{0.6, 0.8},
                           Vec2{0.8, -0.6}, Vec2{-0.6, -0.8}, Vec2{-0.8, 0.6}}) {
        const QuarterTurn turn = QuarterTurn::upward(way);
        Vec2 looked = way;
        Vec2 right{way.y, -way.x};
        turn.turn(looked);
        turn.turn(right);
        EXPECT_GT(looked.y, 0.7);
        EXPECT_GT(right.x, 0.7);
        Point corner{1000, 3000};
        turn.turn(corner);
        Vec2 same{1.0, 3.0};
        turn.turn(same);
        EXPECT_EQ(toMetres(corner), same);
    }
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
