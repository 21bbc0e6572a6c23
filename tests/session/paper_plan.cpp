#include "tests/session/paper_plan.hpp"

#include "sim/picture/picture.hpp"

namespace stairwise::editor {
namespace {

constexpr Colour kInk{70, 70, 90};
constexpr double kPixelsPerMetre = 40.0;

void addBox(Picture& picture, Vec2 low, Vec2 high)
{
    picture.shapes.emplace_back(LineShape{{low, {high.x, low.y}, high, {low.x, high.y}}, true, 3.0, kInk});
}

void addText(Picture& picture, Vec2 at, const std::string& text)
{
    picture.shapes.emplace_back(TextShape{at, 16.0, Anchor::Centre, kInk, text});
}

}

std::string paperPlan()
{
    Picture picture{{-1.5, -1.5}, {25.3, 17.5}, kPixelsPerMetre, {}};
    picture.shapes.emplace_back(
        FillShape{{{{-1.5, -1.5}, {25.3, -1.5}, {25.3, 17.5}, {-1.5, 17.5}}}, Colour{250, 246, 235}});
    for (const double x : {0.0, 8.0, 16.0}) {
        addBox(picture, {x, 0.0}, {x + 7.8, 7.0});
        addText(picture, {x + 3.9, 3.4}, "教室");
    }
    addBox(picture, {0.0, 7.2}, {23.8, 9.6});
    addText(picture, {5.0, 8.2}, "走廊");
    addBox(picture, {10.0, 9.6}, {13.41, 16.3});
    addText(picture, {11.7, 12.6}, "楼梯");
    picture.shapes.emplace_back(LineShape{{{0.0, -0.8}, {23.8, -0.8}}, false, 1.0, kInk});
    addText(picture, {11.9, -0.7}, "23.80 m");
    return toPng(picture, 1.0);
}

}
