#include "sim/school/shape_read.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/school/school_limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace stairwise {
namespace {

std::string text(Point point)
{
    return fmt::format("[{}, {}]", point.x, point.y);
}

bool isPairOf(const JsonPlace& at, std::size_t count)
{
    const auto* list = listAt(at, kMostItems);
    if (list != nullptr && list->size() != count)
        at.refuse({"shape.not_so_many", {fmt::to_string(list->size()), fmt::to_string(count)}},
                  {"shape.not_so_many.mend", {}});
    return at.good();
}

bool onOneLine(const Ring& ring)
{
    return ring[0] != ring[1] && std::ranges::all_of(ring, [&ring](Point p) {
               return doubleArea(std::array{ring[0], ring[1], p}) == 0;
           });
}

// A ring as it stands, once it is simple.
void readSimple(const JsonPlace& at, Ring& out)
{
    listOf(readPoint, kMostCorners)(at, out);
    if (!at.good()) return;
    if (out.size() > 3 && out.front() == out.back())
        return at.refuse({"shape.closed_twice", {}}, {"shape.closed_twice.mend", {}});
    if (out.size() < 3)
        return at.refuse({"shape.too_few_corners", {fmt::to_string(out.size())}}, {"shape.too_few_corners.mend", {}});
    if (onOneLine(out)) return at.refuse({"shape.no_area", {}}, {"shape.no_area.mend", {}});
    if (const auto crossing = selfCrossing(out)) {
        const auto edge = fmt::to_string(crossing->edge);
        const auto other = fmt::to_string(crossing->other);
        at.refuse({"shape.crosses_itself", {edge, other, text(crossing->at)}}, {"shape.crosses_itself.mend", {}});
    }
}

bool boxesMeet(const Box& a, const Box& b)
{
    return a.low.x <= b.high.x && b.low.x <= a.high.x && a.low.y <= b.high.y && b.low.y <= a.high.y;
}

bool anyMeet(const Ring& a, const Ring& b)
{
    if (!boxesMeet(boxOf(a), boxOf(b))) return false;
    const auto edgesA = edgesOf({a, {}});
    const auto edgesB = edgesOf({b, {}});
    return std::ranges::any_of(edgesA, [&edgesB](const Segment& edge) {
        return std::ranges::any_of(edgesB, [&edge](const Segment& other) { return meet(edge, other); });
    });
}

// Holes may touch neither the outer ring nor each other: what they leave would hang by a point.
void checkHoles(const JsonPlace& at, const Polygon& polygon)
{
    const JsonPlace holes = at.named("holes");
    for (std::size_t i = 0; i < polygon.holes.size(); ++i) {
        const auto& hole = polygon.holes[i];
        if (sideOf(polygon.outer, hole.front()) != Side::Inside || anyMeet(polygon.outer, hole))
            return holes.refuse({"shape.hole_outside", {fmt::to_string(i)}}, {"shape.hole_outside.mend", {}});
        for (std::size_t j = 0; j < i; ++j) {
            const auto& other = polygon.holes[j];
            const bool apart = sideOf(other, hole.front()) == Side::Outside &&
                               sideOf(hole, other.front()) == Side::Outside && !anyMeet(hole, other);
            if (!apart)
                return holes.refuse({"shape.holes_meet", {fmt::to_string(j), fmt::to_string(i)}},
                                    {"shape.holes_meet.mend", {}});
        }
    }
}

}

void readPoint(const JsonPlace& at, Point& out)
{
    constexpr Whole kCoordinate{-kFarthestMm, kFarthestMm, "mm"};
    if (!isPairOf(at, 2)) return;
    kCoordinate(at.item(0), out.x);
    kCoordinate(at.item(1), out.y);
}

void readSegment(const JsonPlace& at, Segment& out)
{
    if (!isPairOf(at, 2)) return;
    readPoint(at.item(0), out.a);
    readPoint(at.item(1), out.b);
    if (at.good() && out.a == out.b) at.refuse({"shape.no_length", {}}, {"shape.no_length.mend", {}});
}

void readRing(const JsonPlace& at, Ring& out)
{
    readSimple(at, out);
    if (at.good() && doubleArea(out) < 0) out = reversed(std::move(out));
}

void readHole(const JsonPlace& at, Ring& out)
{
    readSimple(at, out);
    if (at.good() && doubleArea(out) > 0) out = reversed(std::move(out));
}

void readPolygon(JsonObject& object, Polygon& out)
{
    object.need("polygon", out.outer, readRing);
    object.may("holes", out.holes, listOf(readHole, kMostHoles));
    if (object.at().good() && !out.outer.empty()) checkHoles(object.at(), out);
}

void write(JsonWriter& writer, Point point)
{
    writer.beginList(JsonWriter::Shape::OneLine);
    writer.whole(point.x);
    writer.whole(point.y);
    writer.endList();
}

void write(JsonWriter& writer, const Segment& segment)
{
    writer.beginList(JsonWriter::Shape::OneLine);
    write(writer, segment.a);
    write(writer, segment.b);
    writer.endList();
}

void write(JsonWriter& writer, const Ring& ring)
{
    writer.beginList(JsonWriter::Shape::OneLine);
    for (const Point corner : ring) write(writer, corner);
    writer.endList();
}

void writePolygon(JsonWriter& writer, const Polygon& polygon)
{
    write(writer.key("polygon"), polygon.outer);
    if (polygon.holes.empty()) return;
    writer.key("holes").beginList();
    for (const Ring& hole : polygon.holes) write(writer, hole);
    writer.endList();
}

}
