#include "sim/report/heat.hpp"
#include "tests/report/sample.hpp"
#include "tests/report/texts_of.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace stairwise {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class StairPictures : public testing::Test {
protected:
    const School school_ = sample::school();
    const Walkable walkable_ = walkableOf(school_);
    RunResult result_ = sample::emptied(walkable_);

    void SetUp() override
    {
        for (int second = 0; second <= 200; ++second) result_.loadTimes.push_back(static_cast<float>(second));
        for (SurfaceIndex s = 0; s < walkable_.surfaces.size(); ++s) {
            if (walkable_.surfaces[s].kind == SurfaceKind::Space) continue;
            StairLoad load;
            load.surface = s;
            load.course.assign(result_.loadTimes.size(), 0.0F);
            result_.loads.push_back(load);
        }
        walk(result_.loads.front(), 40, 80, 1.7F);
    }
    static void walk(StairLoad& load, std::size_t from, std::size_t to, float value)
    {
        std::fill(load.course.begin() + static_cast<std::ptrdiff_t>(from),
                  load.course.begin() + static_cast<std::ptrdiff_t>(to), value);
        load.peak = static_cast<double>(value);
    }
    [[nodiscard]] std::vector<StoreyPicture> pictures(Language language) const
    {
        return stairPictures(result_, school_, walkable_, language);
    }
    // Widths of the rectangles of this colour right of the section.
    [[nodiscard]] double stripOf(Colour colour) const
    {
        double wide = 0.0;
        const auto all = pictures(Language::English);
        for (const Shape& shape : all.at(0).picture.shapes)
            if (const auto* fill = std::get_if<FillShape>(&shape); fill != nullptr && fill->colour == colour) {
                const Area area = hull(fill->rings);
                if (area.low.x > 400.0 && area.low.y > 80.0) wide += area.high.x - area.low.x; // not the legend
            }
        return wide;
    }
};

TEST_F(StairPictures, AreOneAStairThatWasWalkedOn)
{
    EXPECT_THAT(pictures(Language::Chinese), SizeIs(1));
    EXPECT_EQ(pictures(Language::Chinese)[0].file, "stair_S1");
    result_.loads.front().peak = 0.0;
    EXPECT_THAT(pictures(Language::Chinese), IsEmpty());
}

TEST_F(StairPictures, NameEveryFlightAndLandingTheUnitAndTheRun)
{
    const std::string svg = toSvg(pictures(Language::Chinese)[0].picture);
    for (const StairLoad& load : result_.loads)
        EXPECT_THAT(svg, HasSubstr(say(nameOf(school_, walkable_, load.surface), Language::Chinese)));
    for (const char* text : {"示范中学", "人/m²", "模拟值", "随机种子 7", "铃响", "一层"})
        EXPECT_THAT(svg, HasSubstr(text));
}

TEST_F(StairPictures, ShowForHowLongAFlightWasHowFull)
{
    const HeatScale scale = stairLoadScale();
    const double short_ = stripOf(scale.colours[stepOf(scale, 1.7)]);
    EXPECT_GT(short_, 0.0);
    walk(result_.loads.front(), 40, 80, 0.0F);
    walk(result_.loads.front(), 0, 80, 1.7F);
    EXPECT_NEAR(stripOf(scale.colours[stepOf(scale, 1.7)]), 2.0 * short_, 3.0);
    EXPECT_EQ(stripOf(scale.colours.back()), 0.0);
}

TEST_F(StairPictures, ShowRiskPointsInSectionAndStrip)
{
    result_.riskPoints.resize(1);
    const auto numbers = [&] {
        const auto texts = textsOf(pictures(Language::English)[0].picture);
        return std::ranges::count_if(texts, [](const PlacedText& text) { return text.text == "1"; });
    };
    result_.riskPoints[0].surface = result_.loads.front().surface;
    EXPECT_EQ(numbers(), 2);
    result_.riskPoints[0].surface = 0; // a room
    EXPECT_EQ(numbers(), 0);
}

TEST_F(StairPictures, HaveNoTextOverAnotherOrBeyondThePaper)
{
    for (const Language language : {Language::Chinese, Language::English})
        for (const StoreyPicture& picture : pictures(language)) expectTextsApart(picture);
}

}
}
