#include "sim/report/plot.hpp"
#include "sim/report/text.hpp"
#include "sim/report/validation_html.hpp"
#include "sim/report/validation_pages.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace stairwise {
namespace {

// One trial of each verdict, with texts that need care in HTML.
std::vector<Tried> samples()
{
    Plot plot{{"plot.flow_over_width", {}}, {"plot.width", {}}, {"plot.flow", {}}, {}};
    const double gap = std::numeric_limits<double>::quiet_NaN();
    plot.curves = {{{"plot.bottleneck_band", {}}, Curve::Kind::Band, {0.8, 2.5}, {1.3, 4.0}, {1.8, 5.5}},
                   {{"plot.moments", {}}, Curve::Kind::Points, {1.0, 2.0}, {1.9, 3.8}, {}},
                   {{"plot.ours", {}}, Curve::Kind::Line, {0.5, 1.0, 1.5, 2.0, 2.5}, {0.9, 1.8, gap, 3.6, 4.7}, {}}};
    const auto of = [](std::string id, Verdict verdict) {
        return Tried{std::move(id),
                     {"experiment.bottleneck", {}},
                     {"experiment.bottleneck.asked", {}},
                     "A & B <1999>",
                     {verdict, {"experiment.bottleneck.got", {"1.71–1.88", "0.95", "10"}}, {}, {}},
                     0.5};
    };
    std::vector<Tried> all = {of("T1", Verdict::Pass), of("T2", Verdict::Fail), of("T3", Verdict::Imposed),
                              of("T4", Verdict::Shown), of("T5", Verdict::LeftOut)};
    all[1].outcome.plots = {plot};
    all[1].outcome.details = {{"experiment.bottleneck.width", {"1.00", "1.80", "1.80", "1.60–2.20"}}};
    return all;
}

TEST(ValidationText, SaysVerdictAskedAndGotOfEach)
{
    const std::string text = validationText(samples(), Language::English);
    const char* head =
        "fail      T2  Flow through a bottleneck against its width\n"
        "          asked  J = (1.9 ± 0.3) × b persons/s for 0.8 m ≤ b ≤ 2.5 m, rising with every width "
        "from 0.5 to 2.75 m\n"
        "          got    1.71–1.88 persons per metre and second from 0.8 to 2.5 m; 0.95 persons/s at 0.5 m; "
        "seeds: 10\n"
        "            1.00 m: 1.80 persons/s, 1.80 per metre; band 1.60–2.20\n";
    EXPECT_NE(text.find(head), std::string::npos) << text;
    EXPECT_TRUE(text.ends_with("\n1 passed, 1 failed, 1 imposed, 1 shown without a band, 1 left out\n"));
}

TEST(ValidationText, LinesUpInChinese)
{
    const std::string text = validationText(samples(), Language::Chinese);
    std::size_t lines = 0;
    for (const std::string id : {"T1", "T2", "T3", "T4", "T5"}) {
        const auto at = text.find(id + "  ");
        ASSERT_NE(at, std::string::npos);
        const auto begin = text.rfind('\n', at) == std::string::npos ? 0 : text.rfind('\n', at) + 1;
        EXPECT_EQ(terminalWidth(text.substr(begin, at - begin)), 10U);
        ++lines;
    }
    EXPECT_EQ(lines, 5U);
}

TEST(ValidationText, IntroNamesWhatFailed)
{
    const auto intro = introOf(samples(), {2, 10});
    ASSERT_EQ(intro.size(), 3U);
    EXPECT_EQ(say(intro[2], Language::English), "Failed: T2");
    EXPECT_EQ(introOf({}, {2, 10}).size(), 2U);
}

TEST(ValidationJson, HasTheVerdictAsAWordForPrograms)
{
    const auto list = nlohmann::json::parse(validationJson(samples(), Language::Chinese));
    ASSERT_EQ(list.size(), 5U);
    EXPECT_EQ(list[1]["verdict"], "fail");
    EXPECT_EQ(list[4]["verdict"], "left_out");
    EXPECT_EQ(list[1]["details"].size(), 1U);
}

TEST(ValidationHtml, IsOneWholePageWithThePlotsInside)
{
    const std::string html = validationHtml(samples(), {2, 10}, Language::Chinese);
    EXPECT_TRUE(html.starts_with("<!doctype html>\n<html lang=\"zh-Hans\">"));
    EXPECT_TRUE(html.ends_with("</html>\n"));
    EXPECT_NE(html.find("<td class=\"fail\">未通过</td>"), std::string::npos);
    EXPECT_NE(html.find("<td class=\"left_out\">"), std::string::npos);
    EXPECT_NE(html.find("A &amp; B &lt;1999&gt;"), std::string::npos);
    EXPECT_NE(html.find("<svg "), std::string::npos);
    EXPECT_EQ(html.find("http://"), html.find("http://www.w3.org/2000/svg")) << "needs nothing from elsewhere";
    EXPECT_EQ(html.find("nan"), std::string::npos);
}

std::string textsOf(const std::vector<Picture>& pages)
{
    std::string all;
    for (const Picture& page : pages)
        for (const Shape& shape : page.shapes)
            if (const auto* text = std::get_if<TextShape>(&shape)) all += text->text + "\n";
    return all;
}

TEST(ValidationPages, HoldTheTableAndTheTrialsThatHaveMoreToSay)
{
    const auto pages = validationPages(samples(), {2, 10}, Language::English);
    const std::string texts = textsOf(pages);
    for (const std::string id : {"T1", "T2", "T3", "T4", "T5"})
        EXPECT_NE(texts.find(id + "\n"), std::string::npos) << id;
    EXPECT_NE(texts.find("T2  Flow through a bottleneck"), std::string::npos);
    EXPECT_EQ(texts.find("T1  Flow through a bottleneck"), std::string::npos);
    EXPECT_NE(texts.find("page 1 of"), std::string::npos);
}

TEST(ValidationPages, NothingLiesOffThePage)
{
    std::vector<Tried> many;
    for (int i = 0; i < 12; ++i)
        for (const Tried& one : samples()) many.push_back(one);
    const auto pages = validationPages(many, {2, 10}, Language::Chinese);
    EXPECT_GT(pages.size(), 4U);
    for (const Picture& page : pages) {
        const auto on = [&](Vec2 at) { return at.x >= 0 && at.y >= 14.0 && at.x <= 595.0 && at.y <= 842.0 - 20.0; };
        for (const Shape& shape : page.shapes) {
            std::vector<Vec2> places;
            if (const auto* text = std::get_if<TextShape>(&shape)) places = {text->at};
            if (const auto* disc = std::get_if<DiscShape>(&shape)) places = {disc->centre};
            if (const auto* line = std::get_if<LineShape>(&shape)) places = line->points;
            EXPECT_TRUE(std::ranges::all_of(places, on));
        }
    }
}

// A failed trial is darker than any other, whatever the colours become on a grey printer.
TEST(ValidationPages, FailedCanBeToldInGrey)
{
    const auto pages = validationPages(samples(), {2, 10}, Language::English);
    std::vector<double> greys;
    for (const Shape& shape : pages.front().shapes)
        if (const auto* fill = std::get_if<FillShape>(&shape))
            greys.push_back(0.299 * fill->colour.r + 0.587 * fill->colour.g + 0.114 * fill->colour.b);
    std::ranges::sort(greys);
    ASSERT_GE(greys.size(), 6U);
    EXPECT_LT(greys[0], 90.0);
    EXPECT_GT(greys[1], 180.0);
}

TEST(Plots, HaveRoundTicks)
{
    const Scale flow = scaleOver(0.0, 5.5);
    EXPECT_DOUBLE_EQ(flow.step, 1.0);
    EXPECT_DOUBLE_EQ(flow.high, 6.0);
    EXPECT_EQ(flow.decimals, 0);
    const Scale speed = scaleOver(0.0, 1.79);
    EXPECT_DOUBLE_EQ(speed.step, 0.5);
    EXPECT_DOUBLE_EQ(speed.high, 2.0);
    EXPECT_EQ(speed.decimals, 1);
    EXPECT_GT(scaleOver(3.0, 3.0).high, 3.0) << "a single value";
}

TEST(Plots, BreakLinesWhereThereIsNoNumber)
{
    const Plot plot = samples()[1].outcome.plots[0];
    const Picture picture = plotPicture(plot, Language::English);
    std::size_t lines = 0;
    for (const Shape& shape : picture.shapes)
        if (const auto* line = std::get_if<LineShape>(&shape))
            for (const Vec2 at : line->points) {
                EXPECT_EQ(at.x, at.x) << "not a number on paper";
                ++lines;
            }
    EXPECT_GT(lines, 0U);
    EXPECT_EQ(toSvg(picture).find("nan"), std::string::npos);
}

}
}
