#include "sim/picture/picture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clocale>

namespace stairwise {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr Colour kInk{20, 30, 40, 255};

Picture sheet(std::vector<Shape> shapes)
{
    return {{10.0, 20.0}, {20.0, 26.0}, 10.0, std::move(shapes)};
}

TEST(Svg, YPointsUpAndPaperIsInPoints)
{
    const std::string svg = toSvg(sheet({LineShape{{{10.0, 20.0}, {20.0, 26.0}}, false, 1.5, kInk}}));
    EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 100 60\""));
    EXPECT_THAT(svg, HasSubstr("d=\"M0 60L100 0\""));
    EXPECT_THAT(svg, HasSubstr("stroke=\"#141e28\" stroke-width=\"1.5\""));
}

TEST(Svg, NumbersHaveTwoDecimalsAtMostInEveryLocale)
{
    const Picture picture = sheet({DiscShape{{10.12345, 25.99999}, 0.3333, kInk}});
    const std::string plain = toSvg(picture);
    EXPECT_THAT(plain, HasSubstr("cx=\"1.23\" cy=\"0\" r=\"3.33\""));
    std::setlocale(LC_ALL, "de_DE.UTF-8"); // where there is one: its comma must not get in
    EXPECT_EQ(toSvg(picture), plain);
    std::setlocale(LC_ALL, "C");
}

TEST(Svg, TextIsEscapedAndBrokenBytesDoNotGetIn)
{
    TextShape text{{15.0, 23.0}, 8.0, Anchor::Centre, kInk, "<a & \"b\">\x01\xff", 0.0};
    const std::string svg = toSvg(sheet({text}));
    EXPECT_THAT(svg, HasSubstr(">&lt;a &amp; &quot;b&quot;&gt; \xef\xbf\xbd</text>"));
    EXPECT_THAT(svg, HasSubstr("text-anchor=\"middle\""));
}

TEST(Svg, TextTooWideIsSetSmallerThenCut)
{
    TextShape text{{15.0, 23.0}, 8.0, Anchor::Left, kInk, "七年级一班教室", 0.0};
    text.widest = 42.0; // seven characters of six points
    std::string svg = toSvg(sheet({text}));
    EXPECT_THAT(svg, HasSubstr("font-size=\"5.97\""));
    EXPECT_THAT(svg, HasSubstr("七年级一班教室"));
    text.widest = 25.0; // five characters of five points
    svg = toSvg(sheet({text}));
    EXPECT_THAT(svg, HasSubstr("font-size=\"5\""));
    EXPECT_THAT(svg, HasSubstr(">七年级一…<"));
}

TEST(Svg, SeeThroughColoursSayHowMuch)
{
    const std::vector<Vec2> square = {{11, 21}, {12, 21}, {12, 22}, {11, 22}};
    const std::string svg = toSvg(sheet({FillShape{{square}, {255, 0, 0, 128}}}));
    EXPECT_THAT(svg, HasSubstr("fill=\"#ff0000\" fill-opacity=\"0.5\" fill-rule=\"evenodd\""));
    EXPECT_THAT(svg, HasSubstr("d=\"M10 50L20 50L20 40L10 40Z\""));
}

TEST(Svg, EmptyShapesDrawNothing)
{
    EXPECT_EQ(toSvg(sheet({FillShape{}, LineShape{}, TextShape{}})), toSvg(sheet({})));
}

}
}
