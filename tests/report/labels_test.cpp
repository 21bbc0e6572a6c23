#include "sim/report/labels.hpp"

#include <gtest/gtest.h>

namespace stairwise {
namespace {

constexpr double kPoint = 0.1; // metres
const Area kSheet{{0, 0}, {40, 30}};

std::vector<Area> plates(const Labels& labels)
{
    std::vector<Area> areas;
    for (const Shape& shape : labels.shapes())
        if (const auto* fill = std::get_if<FillShape>(&shape)) areas.push_back(hull(fill->rings));
    return areas;
}

std::string onlyText(const Labels& labels)
{
    std::string all;
    for (const Shape& shape : labels.shapes())
        if (const auto* text = std::get_if<TextShape>(&shape)) all += text->text + "/";
    return all;
}

TEST(Labels, StandInTheMiddleOfTheirRoom)
{
    Labels labels(kSheet, kPoint);
    EXPECT_TRUE(labels.putInside({outlineOf({{10, 10}, {20, 16}})}, {{"教室"}}));
    ASSERT_EQ(plates(labels).size(), 1U);
    EXPECT_NEAR(plates(labels)[0].middle().x, 15.0, 1e-9);
    EXPECT_NEAR(plates(labels)[0].middle().y, 13.0, 1e-9);
}

TEST(Labels, NeverLieOverEachOther)
{
    Labels labels(kSheet, kPoint);
    const Outlines room = {outlineOf({{10, 10}, {20, 16}})};
    for (int i = 0; i < 20; ++i) (void)labels.putInside(room, {{"教室"}});
    const auto areas = plates(labels);
    EXPECT_GT(areas.size(), 3U);
    for (std::size_t i = 0; i < areas.size(); ++i)
        for (std::size_t j = i + 1; j < areas.size(); ++j) EXPECT_FALSE(overlap(areas[i], areas[j]));
}

TEST(Labels, AreLeftOutWhereThereIsNoRoom)
{
    Labels labels(kSheet, kPoint);
    EXPECT_FALSE(labels.putInside({outlineOf({{10, 10}, {11, 11}})}, {{"化学实验室"}}));
    labels.keepFree({{0, 0}, {40, 30}});
    EXPECT_FALSE(labels.putInside({outlineOf({{10, 10}, {20, 16}})}, {{"教室"}}));
    EXPECT_TRUE(labels.shapes().empty());
}

TEST(Labels, LieInsideAShapeWithABend)
{
    Labels labels(kSheet, kPoint);
    const Outlines bend = {{{0, 0}, {20, 0}, {20, 2}, {2, 2}, {2, 20}, {0, 20}}};
    EXPECT_TRUE(labels.putInside(bend, {{"走廊"}}));
    const Area area = plates(labels).at(0);
    EXPECT_NEAR(areaOf(clipped(bend, area)), area.size(), 1e-6);
}

TEST(Labels, TakeTheFirstChoiceThatFits)
{
    Labels labels(kSheet, kPoint);
    EXPECT_TRUE(
        labels.putInside({outlineOf({{10, 10}, {16, 11.2}})}, {{"101", "七年级（1）班"}, {"七年级（1）班"}, {"101"}}));
    EXPECT_EQ(onlyText(labels), "七年级（1）班/");
}

TEST(Labels, DiscsForTheSamePlaceStandBesideEachOther)
{
    Labels labels(kSheet, kPoint);
    const Vec2 first = labels.discBeside({10, 10}, 0.5);
    const Vec2 second = labels.discBeside({10.1, 10}, 0.5);
    EXPECT_EQ(first, (Vec2{10, 10}));
    EXPECT_GE(length(second - first), 1.0);
    EXPECT_LT(length(second - first), 2.0);
}

const std::vector<Lines> kExit = {{"安全出口 西门"}, {"安全出口", "西门"}};

TEST(Labels, BesideADoorKeepOffWhatIsBuilt)
{
    Labels labels(kSheet, kPoint);
    labels.keepOff({outlineOf({{10, 10}, {30, 20}})});
    EXPECT_TRUE(labels.putBeside({{20, 10}, {0, -1}, 2.0}, kExit, {0, 133, 63}));
    EXPECT_LT(plates(labels).at(0).high.y, 10.0);
    EXPECT_NEAR(plates(labels).at(0).middle().x, 20.0, 1e-9);
    EXPECT_FALSE(labels.putBeside({{20, 13}, {0, 1}, 2.0}, kExit, {0, 133, 63}));
}

TEST(Labels, BesideADoorLeaveItsLeavesFree)
{
    Labels labels(kSheet, kPoint);
    const Area leaves{{19, 9}, {21, 10}};
    labels.keepFree(leaves);
    EXPECT_TRUE(labels.putBeside({{20, 10}, {0, -1}, 2.0}, kExit, {0, 133, 63}));
    EXPECT_FALSE(overlap(plates(labels).at(0), leaves));
}

TEST(Labels, BesideADoorStayOnTheSheet)
{
    Labels labels(kSheet, kPoint);
    EXPECT_FALSE(labels.putBeside({{0.5, 10}, {-1, 0}, 2.0}, kExit, {0, 133, 63}));
    EXPECT_TRUE(labels.putBeside({{4.5, 10}, {-1, 0}, 2.0}, kExit, {0, 133, 63}));
    EXPECT_EQ(onlyText(labels), "安全出口/西门/"); // room for two short lines alone
}

}
}
