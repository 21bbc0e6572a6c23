#include "sim/report/sheet.hpp"

#include "sim/picture/text.hpp"
#include "sim/report/page.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/plan.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace stairwise {
namespace {

constexpr double kLeft = 41.0;
constexpr double kWide = 760.0;
constexpr double kTop = 56.0;
constexpr double kHigh = 480.0;
constexpr Vec2 kMargin{44.0, 26.0};    // points within the plan, for names of exits
constexpr double kLargestScale = 60.0; // points a metre; a single room would look odd otherwise (assumed)
constexpr double kSmall = 7.5;         // points

void addText(A4Sheet& sheet, Vec2 at, double size, Anchor anchor, Colour colour, const std::string& text, double widest)
{
    sheet.picture.shapes.emplace_back(TextShape{at, size, anchor, colour, text, widest});
}

void addBox(A4Sheet& sheet, const Area& area, Colour colour)
{
    sheet.picture.shapes.emplace_back(FillShape{{outlineOf(area)}, colour});
    sheet.picture.shapes.emplace_back(LineShape{outlineOf(area), true, 0.4, kPageSoft});
}

// A round length of 60 to 150 points.
void addScaleBar(A4Sheet& sheet)
{
    double metres = 0.1;
    for (const double decade : {0.1, 1.0, 10.0, 100.0, 1000.0})
        for (const double digit : {1.0, 2.0, 5.0})
            if (digit * decade / sheet.point <= 150.0) metres = digit * decade;
    const double points = metres / sheet.point;
    const double right = kLeft + kWide;
    constexpr double kBar = 576.0; // from the top
    const auto mark = [&](double x, double y) { return sheet.at(x, y); };
    sheet.picture.shapes.emplace_back(LineShape{
        {mark(right - points, kBar - 3.0), mark(right - points, kBar), mark(right, kBar), mark(right, kBar - 3.0)},
        false,
        1.0,
        kPageInk});
    addText(sheet, mark(right - 0.5 * points, kBar - 5.0), kSmall, Anchor::Centre, kPageInk, brief(metres) + " m", 0.0);
}

double addSteps(A4Sheet& sheet, const HeatScale& scale, double y)
{
    double x = kLeft;
    for (std::size_t step = 0; step < scale.from.size(); ++step) {
        addBox(sheet, {sheet.at(x, y), sheet.at(x + 22.0, y - 9.0)}, scale.colours[step]);
        const std::string label = stepLabel(scale, step);
        addText(sheet, sheet.at(x + 26.0, y - 1.5), kSmall, Anchor::Left, kPageInk, label, 0.0);
        x += 26.0 + roughWidth(label, kSmall) + 14.0;
    }
    return x;
}

}

Vec2 A4Sheet::at(double fromLeft, double fromTop) const
{
    return {picture.low.x + fromLeft * point, picture.high.y - fromTop * point};
}

A4Sheet plainSheet()
{
    A4Sheet sheet;
    sheet.point = 1.0;
    sheet.picture.pointsPerMetre = 1.0;
    sheet.picture.high = kA4Across;
    sheet.plan = {sheet.at(kLeft, kTop + kHigh), sheet.at(kLeft + kWide, kTop)};
    return sheet;
}

A4Sheet sheetFor(const Area& shown, const PlanFrame& frame)
{
    const Vec2 size{std::max(shown.high.x - shown.low.x, 1.0), std::max(shown.high.y - shown.low.y, 1.0)};
    const double scale =
        std::min({(frame.wide - 2.0 * kMargin.x) / size.x, (frame.high - 2.0 * kMargin.y) / size.y, kLargestScale});
    A4Sheet sheet;
    sheet.point = 1.0 / scale;
    sheet.picture.pointsPerMetre = scale;
    const Vec2 middle = shown.middle();
    const Vec2 centre{frame.left + 0.5 * frame.wide, kA4Across.y - frame.top - 0.5 * frame.high};
    sheet.picture.low = middle - centre * sheet.point;
    sheet.picture.high = sheet.picture.low + kA4Across * sheet.point;
    sheet.plan = {sheet.at(frame.left, frame.top + frame.high), sheet.at(frame.left + frame.wide, frame.top)};
    return sheet;
}

void addTitle(A4Sheet& sheet, const Title& title)
{
    addText(sheet, sheet.at(kLeft, 28.0), 14.0, Anchor::Left, kPageInk, title.upper, kWide);
    addText(sheet, sheet.at(kLeft, 45.0), 9.0, Anchor::Left, title.alarming ? kLockedRed : kPageSoft, title.lower,
            kWide);
}

void addScale(A4Sheet& sheet, const Legend& legend, Language language)
{
    constexpr double kUpper = 547.0; // rows, from the top
    constexpr double kMiddle = 563.0;
    addText(sheet, sheet.at(kLeft, kUpper), kSmall + 0.5, Anchor::Left, kPageInk, legend.what, kWide - 170.0);
    const double after = addSteps(sheet, legend.scale, kMiddle);
    addText(sheet, sheet.at(after, kMiddle - 1.5), kSmall, Anchor::Left, kPageSoft,
            say("report.legend.nobody", language), 0.0);
}

void addLegend(A4Sheet& sheet, const Legend& legend, Language language)
{
    addScale(sheet, legend, language);
    addSigns(sheet, legend.places, language);
}

void addSigns(A4Sheet& sheet, const std::string& places, Language language)
{
    constexpr double kLower = 578.0; // from the top
    double x = kLeft;
    const auto name = [&](const std::string& text) {
        addText(sheet, sheet.at(x + 26.0, kLower - 1.5), kSmall, Anchor::Left, kPageInk, text, 0.0);
        x += 26.0 + roughWidth(text, kSmall) + 14.0;
    };
    const auto bar = [&](Colour colour) {
        sheet.picture.shapes.emplace_back(
            LineShape{{sheet.at(x + 1.0, kLower - 4.5), sheet.at(x + 21.0, kLower - 4.5)}, false, 2.4, colour});
    };
    bar(kExitGreen);
    name(say("report.exit", language));
    bar(kLockedRed);
    name(say("report.legend.locked", language));
    addArrow(sheet.picture.shapes, sheet.at(x + 1.0, kLower - 4.5), sheet.at(x + 21.0, kLower - 4.5), sheet.point);
    name(say("report.legend.up", language));
    if (!places.empty()) {
        addNumber(sheet, sheet.at(x + 15.0, kLower - 4.5), 1);
        name(places);
    }
    addScaleBar(sheet);
}

void addNumber(A4Sheet& sheet, Vec2 at, std::size_t number)
{
    sheet.picture.shapes.emplace_back(DiscShape{at, kNumberRadius * sheet.point, kPageInk});
    sheet.picture.shapes.emplace_back(DiscShape{at, (kNumberRadius - 0.8) * sheet.point, {255, 255, 255}});
    addText(sheet, at - Vec2{0.0, 2.2 * sheet.point}, 6.5, Anchor::Centre, kPageInk, std::to_string(number), 0.0);
}

}
