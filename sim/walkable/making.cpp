#include "sim/walkable/making.hpp"

#include "sim/geometry/polygon.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {

Finding& note(Making& making, Severity severity, const Where& where, Message what, Message mend)
{
    Finding finding;
    finding.severity = severity;
    finding.rule = std::string(what.key);
    finding.element = where.element;
    finding.storey = where.storey;
    if (where.at) finding.at = {where.at->x, where.at->y};
    finding.what = std::move(what);
    finding.mend = std::move(mend);
    return making.made.findings.emplace_back(std::move(finding));
}

std::string idOf(const Level& level)
{
    return level.storey == nullptr ? std::string{} : level.storey->id.value;
}

bool overlap(const Box& a, const Box& b)
{
    return a.low.x <= b.high.x && b.low.x <= a.high.x && a.low.y <= b.high.y && b.low.y <= a.high.y;
}

bool overlapInside(const Box& a, const Box& b)
{
    return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

Box grown(const Box& box, std::int32_t by)
{
    return {{box.low.x - by, box.low.y - by}, {box.high.x + by, box.high.y + by}};
}

Box boxOf(Segment line)
{
    return {{std::min(line.a.x, line.b.x), std::min(line.a.y, line.b.y)},
            {std::max(line.a.x, line.b.x), std::max(line.a.y, line.b.y)}};
}

Point middleOf(Segment line)
{
    return {line.a.x + (line.b.x - line.a.x) / 2, line.a.y + (line.b.y - line.a.y) / 2};
}

double areaOf(const std::vector<Polygon>& polygons)
{
    double sum = 0.0;
    for (const Polygon& polygon : polygons) sum += area(polygon);
    return sum;
}

const Polygon* largest(const std::vector<Polygon>& polygons)
{
    const auto found = std::ranges::max_element(polygons, {}, [](const Polygon& polygon) { return area(polygon); });
    return found == polygons.end() ? nullptr : &*found;
}

std::string millimetres(double value)
{
    return fmt::format("{:.0f} mm", value);
}

std::string squareMetres(double value)
{
    return fmt::format("{:.2f} m²", value);
}

}
