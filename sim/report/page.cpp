#include "sim/report/page.hpp"

#include "sim/picture/text.hpp"

#include <algorithm>
#include <cmath>

namespace stairwise {

Page::Page(Vec2 size)
{
    picture_.high = size;
    picture_.pointsPerMetre = 1.0;
}

void Page::text(Vec2 at, const std::string& what, const PageText& look)
{
    picture_.shapes.emplace_back(TextShape{down(at), look.size, look.anchor, look.colour, what, look.widest});
}

double Page::paragraph(Vec2 at, const std::string& what, const PageText& look)
{
    for (const std::string& one : wrapped(what, look.size, look.widest)) {
        text(at, one, look);
        at.y += 1.5 * look.size;
    }
    return at.y;
}

void Page::line(Vec2 from, Vec2 to, double width, Colour colour)
{
    picture_.shapes.emplace_back(LineShape{{down(from), down(to)}, false, width, colour});
}

void Page::cut(Vec2 from, Vec2 to)
{
    constexpr double kDash = 4.0;
    const double whole = length(to - from);
    const Vec2 step = (to - from) * (1.0 / std::max(whole, 1.0));
    for (double at = 0.0; at < whole; at += 2.0 * kDash)
        line(from + step * at, from + step * std::min(at + kDash, whole), 0.6);
}

void Page::box(Vec2 at, Vec2 size, Colour colour)
{
    picture_.shapes.emplace_back(
        FillShape{{{down(at), down(at + Vec2{size.x, 0.0}), down(at + size), down(at + Vec2{0.0, size.y})}}, colour});
}

void Page::square(Vec2 at, double side)
{
    picture_.shapes.emplace_back(
        LineShape{{down(at), down(at + Vec2{side, 0.0}), down(at + Vec2{side, side}), down(at + Vec2{0.0, side})},
                  true,
                  0.8,
                  kPageInk});
}

void Page::blank(Vec2 at, const std::string& what, double right, double size)
{
    text(at, what, {size, kPageSoft});
    const double from = at.x + roughWidth(what, size) + 0.4 * size;
    if (from < right) line({from, at.y + 2.0}, {right, at.y + 2.0});
}

Picture Page::picture() &&
{
    return std::move(picture_);
}

}
