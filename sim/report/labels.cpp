#include "sim/report/labels.hpp"

#include "sim/picture/text.hpp"
#include "sim/report/page.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace stairwise {
namespace {

constexpr Colour kPlate{255, 255, 255, 220};
constexpr Colour kWhite{255, 255, 255};
constexpr double kLine = 1.22;      // height of a line over its size
constexpr double kRise = 0.9;       // baseline below the top of a line, over its size
constexpr double kBesideSize = 7.0; // points
constexpr int kTries = 24;          // places tried along each side of a shape

}

bool Labels::isFree(const Area& area) const
{
    const bool inside = area.low.x >= within_.low.x && area.low.y >= within_.low.y && area.high.x <= within_.high.x &&
                        area.high.y <= within_.high.y;
    return inside && std::ranges::none_of(taken_, [&](const Area& taken) { return overlap(taken, area); });
}

bool Labels::isOpenGround(const Area& area) const
{
    return std::ranges::none_of(
        built_, [&](const Outlines& shape) { return areaOf(clipped(shape, area)) > 1e-3 * area.size(); });
}

Vec2 Labels::roomFor(const Lines& lines, double size) const
{
    double widest = 0.0;
    for (const std::string& line : lines) widest = std::max(widest, roughWidth(line, size));
    return Vec2{1.04 * widest + 0.5 * size, kLine * size * static_cast<double>(lines.size()) + 0.1 * size} * point_;
}

Vec2 Labels::discBeside(Vec2 place, double radius)
{
    for (const double away : {0.0, 2.1, 4.2})
        for (const Vec2 side : {Vec2{1, 0}, Vec2{-1, 0}, Vec2{0, 1}, Vec2{0, -1}}) {
            const Vec2 at = place + side * (away * radius);
            const Area area = grown({at, at}, radius);
            if (!isFree(area)) continue;
            keepFree(area);
            return at;
        }
    keepFree(grown({place, place}, radius));
    return place;
}

bool Labels::putInside(const Outlines& shape, const std::vector<Lines>& choices)
{
    for (const auto& sizes : {std::vector{8.0, 7.0, 6.0}, std::vector{5.0}})
        for (const Lines& lines : choices)
            for (const double size : sizes)
                if (putInside(shape, lines, size)) return true;
    return false;
}

bool Labels::putInside(const Outlines& shape, const Lines& lines, double size)
{
    const Area box = hull(shape);
    const Vec2 room = roomFor(lines, size);
    const Vec2 free = (box.high - box.low) - room;
    if (lines.empty() || free.x < 0.0 || free.y < 0.0) return false;
    std::vector<Vec2> lows = {box.low + free * 0.5};
    for (int i = 0; i <= kTries; ++i)
        for (int j = 0; j <= kTries; ++j) lows.push_back(box.low + Vec2{free.x * i / kTries, free.y * j / kTries});
    std::ranges::stable_sort(lows, {}, [&](Vec2 low) { return length(low - lows.front()); });
    for (const Vec2 low : lows) {
        const Area area{low, low + room};
        if (!isFree(area) || areaOf(clipped(shape, area)) < 0.999 * area.size()) continue;
        put(area, lines, size, kPlate, kPageInk);
        return true;
    }
    return false;
}

bool Labels::putBeside(const WayOut& way, const std::vector<Lines>& choices, Colour plate)
{
    // Rather a shorter name than one further away.
    for (const double out : {4.0, 14.0, 24.0})
        for (const Lines& lines : choices)
            if (putBeside(way, lines, out * point_, plate)) return true;
    return false;
}

bool Labels::putBeside(const WayOut& way, const Lines& lines, double out, Colour plate)
{
    const Vec2 room = roomFor(lines, kBesideSize);
    const Vec2 along{-way.away.y, way.away.x};
    const double deep = std::fabs(way.away.x) * room.x + std::fabs(way.away.y) * room.y;
    const double broad = std::fabs(along.x) * room.x + std::fabs(along.y) * room.y;
    const double beside = 0.5 * (way.width + broad) + 3.0 * point_;
    for (const double shift : {0.0, beside, -beside}) {
        const Vec2 middle = way.middle + way.away * (0.5 * deep + out) + along * shift;
        const Area area{middle - room * 0.5, middle + room * 0.5};
        if (!isFree(area) || !isOpenGround(area)) continue;
        put(area, lines, kBesideSize, plate, kWhite);
        return true;
    }
    return false;
}

void Labels::put(const Area& area, const Lines& lines, double size, Colour plate, Colour ink)
{
    taken_.push_back(area);
    shapes_.emplace_back(FillShape{{outlineOf(area)}, plate});
    const double wide = (area.high.x - area.low.x) / point_;
    double top = area.high.y - 0.05 * size * point_;
    for (const std::string& line : lines) {
        const Vec2 at{area.middle().x, top - kRise * size * point_};
        shapes_.emplace_back(TextShape{at, size, Anchor::Centre, ink, line, wide});
        top -= kLine * size * point_;
    }
}

}
