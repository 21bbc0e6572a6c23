#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"
#include "sim/import/drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>

namespace stairwise {
namespace {

constexpr double kSliverWidth = 0.3; // metres; assumed: narrower than a person, nobody can stand there
constexpr double kAreaChange = 0.05; // m²; assumed: what rounding to millimetres may change in a long room
constexpr std::int32_t kApart = 2;
constexpr std::int32_t kThinDoor = 10;    // assumed: a door drawn as a line has no polygon
constexpr std::int32_t kDoorGrowth = 300; // assumed: reaches through half of a usual wall

// The ring without corners that stand twice in a row.
Ring withoutRepeats(const Ring& ring)
{
    Ring plain;
    for (const Point corner : ring)
        if (plain.empty() || plain.back() != corner) plain.push_back(corner);
    while (plain.size() > 1 && plain.front() == plain.back()) plain.pop_back();
    return plain;
}

void drop(Drawing& drawing, DrawnElement& element, ImportNotes& notes)
{
    element.dropped = true;
    report(notes, Severity::Error, sightingOf(drawing, element), {"import.no_polygon", {element.name}},
           {"import.no_polygon.mend", {}});
}

// The largest piece that a school file may hold.
std::optional<Polygon> largestOf(const std::vector<Polygon>& pieces)
{
    const auto largest = std::ranges::max_element(pieces, {}, [](const Polygon& p) { return area(p); });
    if (largest == pieces.end()) return std::nullopt;
    if (holdsInFile(*largest)) return *largest;
    for (const Polygon& thinner : offset(*largest, -kApart)) // holes that touched no longer do
        if (area(thinner) > 0.5 * area(*largest) && holdsInFile(thinner)) return thinner;
    return std::nullopt;
}

// A door's polygon says where in the wall it lies: a line or a crossing ring still says it.
Polygon doorPolygon(const Ring& ring)
{
    Box box = boxOf(ring);
    if (box.high.x - box.low.x >= kThinDoor && box.high.y - box.low.y >= kThinDoor && ring.size() >= 3 &&
        !selfCrossing(ring) && doubleArea(ring) != 0)
        return {doubleArea(ring) > 0 ? ring : reversed(ring), {}};
    if (box.high.x - box.low.x < kThinDoor) {
        box.low.x -= kDoorGrowth;
        box.high.x += kDoorGrowth;
    }
    if (box.high.y - box.low.y < kThinDoor) {
        box.low.y -= kDoorGrowth;
        box.high.y += kDoorGrowth;
    }
    return {{box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}}, {}};
}

// Simple and counter-clockwise; the largest piece of what was mended.
void mendSpace(Drawing& drawing, DrawnElement& element, const Ring& ring, ImportNotes& notes)
{
    const auto crossing = ring.size() < 3 ? std::nullopt : selfCrossing(ring);
    if (ring.size() < 3 || (!crossing && doubleArea(ring) == 0)) return drop(drawing, element, notes);
    if (!crossing) {
        element.polygon.outer = doubleArea(ring) > 0 ? ring : reversed(ring);
        return;
    }
    const Mended mended = mend(ring);
    const auto largest = largestOf(mended.polygons);
    Sighting where = sightingOf(drawing, element);
    where.at = crossing->at;
    if (!largest) return drop(drawing, element, notes);
    element.polygon = *largest;
    guess(notes, Severity::Warning, where, "polygon",
          {"import.ring_crosses",
           {fmt::format("{}", mended.polygons.size()), fmt::format("{:.2f}", std::abs(mended.areaChange))}},
          {"import.ring_crosses.mend", {}});
}

void checkSliver(const Drawing& drawing, const DrawnElement& element, ImportNotes& notes)
{
    double around = 0.0;
    for (const Segment& edge : edgesOf(element.polygon)) around += length(toMetres(edge.b) - toMetres(edge.a));
    const double width = around > 0.0 ? 2.0 * area(element.polygon) / around : 0.0;
    if (width < kSliverWidth)
        report(notes, Severity::Warning, sightingOf(drawing, element), {"import.sliver", {element.name}},
               {"import.sliver.mend", {}}, {fmt::format("{:.2f} m", width), fmt::format("≥ {:.2f} m", kSliverWidth)});
}

// What two spaces of a storey share is taken from the larger one.
void separate(Drawing& drawing, DrawnElement& a, DrawnElement& b, ImportNotes& notes)
{
    const auto shared = intersect({a.polygon}, {b.polygon});
    double common = 0.0;
    for (const Polygon& piece : shared) common += area(piece);
    if (common < kAreaChange) return;
    DrawnElement& larger = area(a.polygon) >= area(b.polygon) ? a : b;
    const DrawnElement& smaller = &larger == &a ? b : a;
    const auto largest = largestOf(subtract({larger.polygon}, {smaller.polygon}));
    Sighting where = sightingOf(drawing, larger);
    where.at = shared.front().outer.front();
    if (!largest) return drop(drawing, larger, notes);
    larger.polygon = *largest;
    guess(notes, Severity::Warning, where, "polygon",
          {"import.overlap", {larger.name, smaller.id, fmt::format("{:.2f}", common)}}, {"import.overlap.mend", {}});
}

// Do the boxes share enough for what lies in them to overlap?
bool mayOverlap(const Box& p, const Box& q)
{
    const auto width = std::min(p.high.x, q.high.x) - std::max(p.low.x, q.low.x);
    const auto depth = std::min(p.high.y, q.high.y) - std::max(p.low.y, q.low.y);
    return width > 0 && depth > 0 && width * 1e-3 * (depth * 1e-3) >= kAreaChange;
}

// Pairs of spaces whose boxes meet, found by a sweep along x; a pair once.
void separateAll(Drawing& drawing, ImportNotes& notes)
{
    struct Entry {
        std::size_t storey;
        Box box;
        std::size_t element;
    };
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < drawing.elements.size(); ++i) {
        const auto& element = drawing.elements[i];
        if (!element.dropped && isSpace(element.sign))
            entries.push_back({element.storey, boxOf(element.polygon.outer), i});
    }
    std::ranges::stable_sort(entries, [](const Entry& p, const Entry& q) {
        return p.storey != q.storey ? p.storey < q.storey : p.box.low.x < q.box.low.x;
    });
    for (std::size_t i = 0; i < entries.size(); ++i)
        for (std::size_t j = i + 1; j < entries.size(); ++j) {
            const Box& p = entries[i].box;
            const Box& q = entries[j].box;
            if (entries[i].storey != entries[j].storey || q.low.x >= p.high.x) break;
            auto& a = drawing.elements[entries[i].element];
            auto& b = drawing.elements[entries[j].element];
            if (!a.dropped && !b.dropped && mayOverlap(p, q)) separate(drawing, a, b, notes);
        }
}

struct KindWord {
    std::string_view word;
    SpaceKind kind;
};
// As names of rooms hold them; ASCII in lower case. Nothing here is known of the building: each use is a guess.
constexpr std::array<KindWord, 26> kKindWords = {{
    {"corridor", SpaceKind::Corridor}, {"hallway", SpaceKind::Corridor},    {"走廊", SpaceKind::Corridor},
    {"Коридор", SpaceKind::Corridor},  {"коридор", SpaceKind::Corridor},    {"classroom", SpaceKind::Classroom},
    {"教室", SpaceKind::Classroom},    {"Аудитория", SpaceKind::Classroom}, {"аудитория", SpaceKind::Classroom},
    {"foyer", SpaceKind::Hall},        {"lobby", SpaceKind::Hall},          {"门厅", SpaceKind::Hall},
    {"Вестибюль", SpaceKind::Hall},    {"вестибюль", SpaceKind::Hall},      {"auditorium", SpaceKind::Auditorium},
    {"礼堂", SpaceKind::Auditorium},   {"canteen", SpaceKind::Canteen},     {"食堂", SpaceKind::Canteen},
    {"Столовая", SpaceKind::Canteen},  {"столовая", SpaceKind::Canteen},    {"toilet", SpaceKind::Toilet},
    {"厕所", SpaceKind::Toilet},       {"Туалет", SpaceKind::Toilet},       {"туалет", SpaceKind::Toilet},
    {"office", SpaceKind::Office},     {"办公室", SpaceKind::Office},
}};

constexpr double kCorridorLength = 6.0;   // metres; assumed
constexpr double kCorridorShape = 3.0;    // length to width; assumed
constexpr std::size_t kCorridorDoors = 4; // assumed

}

bool holdsInFile(const Polygon& polygon)
{
    if (!valid(polygon) || selfCrossing(polygon.outer)) return false;
    const auto apart = [](const Ring& p, const Ring& q) {
        for (const Segment& edge : edgesOf({p, {}}))
            for (const Segment& other : edgesOf({q, {}}))
                if (meet(edge, other)) return false;
        return true;
    };
    for (std::size_t i = 0; i < polygon.holes.size(); ++i) {
        if (!apart(polygon.holes[i], polygon.outer)) return false;
        for (std::size_t j = 0; j < i; ++j)
            if (!apart(polygon.holes[i], polygon.holes[j])) return false;
    }
    return true;
}

void mendShapes(Drawing& drawing, ImportNotes& notes)
{
    for (auto& element : drawing.elements) {
        const Ring ring = withoutRepeats(element.raw);
        if (isSpace(element.sign))
            mendSpace(drawing, element, ring, notes);
        else if (ring.size() >= 2)
            element.polygon = doorPolygon(ring);
        else
            drop(drawing, element, notes);
        if (!element.dropped && isSpace(element.sign)) checkSliver(drawing, element, notes);
    }
    separateAll(drawing, notes);
}

SpaceKind kindOf(const Drawing& drawing, const DrawnElement& room, ImportNotes& notes)
{
    std::string name = room.name;
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const auto found = std::ranges::find_if(
        kKindWords, [&](const KindWord& entry) { return name.find(entry.word) != std::string::npos; });
    if (found != kKindWords.end()) {
        guess(notes, Severity::Note, sightingOf(drawing, room), "kind", {"import.kind_from_name", {room.name}},
              {"import.kind.mend", {}});
        return found->kind;
    }
    const Box box = boxOf(room.polygon.outer);
    const double width = (box.high.x - box.low.x) / 1000.0;
    const double depth = (box.high.y - box.low.y) / 1000.0;
    const double longest = std::max(width, depth);
    if (longest < kCorridorLength || longest * longest < kCorridorShape * area(room.polygon) ||
        room.links.size() < kCorridorDoors)
        return SpaceKind::Other;
    guess(notes, Severity::Note, sightingOf(drawing, room), "kind",
          {"import.kind_from_shape", {fmt::format("{}", room.links.size())}}, {"import.kind.mend", {}});
    return SpaceKind::Corridor;
}

}
