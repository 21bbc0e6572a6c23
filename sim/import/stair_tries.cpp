#include "sim/import/stair_tries.hpp"

#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace stairwise {
namespace {

constexpr std::int32_t kSteepestRiser = 170;    // assumed: usual public stairs have 150 to 170 mm
constexpr std::int32_t kShortestTread = 150;    // assumed: below it a flight is a ladder
constexpr std::int32_t kGoodTread = 260;        // GB 50099-2011 8.7.3, primary schools
constexpr std::int32_t kLongestTread = 300;     // assumed
constexpr std::int32_t kWell = 60;              // assumed: room for one handrail between two flights
constexpr std::int32_t kNarrowestDogLeg = 1100; // assumed: two flights on which a person fits
constexpr std::int32_t kNarrowestFlight = 500;  // assumed: a person's shoulders
constexpr std::int32_t kWidestFlight = 3000;    // assumed
constexpr std::int32_t kInset = 10;      // flights stay off what lies beside them by more than the 5 mm that open
constexpr std::int32_t kOnSide = 150;    // assumed: a door so near to the zone's short side stands on it
constexpr std::int32_t kDoorMargin = 50; // assumed: a flight begins so far behind a door
constexpr std::int32_t kLowestRise = 150;
constexpr std::int32_t kHighestRise = 12'000;
constexpr std::size_t kMostCorners = 24; // of a polygon whose corners span the candidates for the inner rectangle

struct LocalZone {
    Span along;
    Span across;
    std::vector<Box> doors;
};

Box boxIn(const Box& box, int direction)
{
    const Point a = turnIn(box.low, direction);
    const Point b = turnIn(box.high, direction);
    return {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}};
}

bool insidePolygon(const Polygon& polygon, const Box& box)
{
    const Point corners[] = {box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}};
    for (const Point corner : corners)
        if (sideOf(polygon, corner) == Side::Outside) return false;
    return std::ranges::none_of(polygon.outer, [&](Point p) {
        return p.x > box.low.x && p.x < box.high.x && p.y > box.low.y && p.y < box.high.y;
    });
}

std::int64_t areaOf(const Box& box)
{
    return std::int64_t{box.high.x - box.low.x} * (box.high.y - box.low.y);
}

// All rectangles between the given lines.
Box bestBetween(const Polygon& polygon, const std::vector<std::int32_t>& xs, const std::vector<std::int32_t>& ys)
{
    Box best;
    for (std::size_t x0 = 0; x0 < xs.size(); ++x0)
        for (std::size_t x1 = x0 + 1; x1 < xs.size(); ++x1)
            for (std::size_t y0 = 0; y0 < ys.size(); ++y0)
                for (std::size_t y1 = y0 + 1; y1 < ys.size(); ++y1) {
                    const Box box = {{xs[x0], ys[y0]}, {xs[x1], ys[y1]}};
                    if (areaOf(box) > areaOf(best) && insidePolygon(polygon, box)) best = box;
                }
    return best;
}

std::vector<std::int32_t> evenly(std::int32_t low, std::int32_t high)
{
    constexpr int kLines = 24;
    std::vector<std::int32_t> lines;
    for (int i = 0; i <= kLines; ++i)
        lines.push_back(static_cast<std::int32_t>(low + std::int64_t{high - low} * i / kLines));
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

LocalZone localOf(const StairZone& zone, const Box& inner, int direction)
{
    const Box box = boxIn(inner, direction);
    LocalZone local{{box.low.x, box.high.x}, {box.low.y, box.high.y}, {}};
    for (const Segment& door : zone.doors) {
        const Box ends = {{std::min(door.a.x, door.b.x), std::min(door.a.y, door.b.y)},
                          {std::max(door.a.x, door.b.x), std::max(door.a.y, door.b.y)}};
        local.doors.push_back(boxIn(ends, direction));
    }
    return local;
}

// The nearest place along the climb where a flight can begin without closing a door.
std::int32_t earliestStart(const LocalZone& zone)
{
    std::int32_t start = zone.along.low + kLeastLanding;
    for (const Box& door : zone.doors)
        if (door.high.x > zone.along.low + kOnSide) start = std::max(start, door.high.x + kDoorMargin);
    return start;
}

struct Room {
    Span across;
    bool strip; // a strip beside the flights is left, doors may lie anywhere on it
};

// Where one end zone is narrower than the others: one flight as wide as what they share, the other beside it in the
// wide ones. (On ground storeys often only the lower flight is drawn.)
void addHalves(std::vector<Span>& spans, const Span& narrow, const Span& wide)
{
    const Span shared = {std::max(narrow.low, wide.low), std::min(narrow.high, wide.high)};
    const std::int32_t whole = 2 * std::min(shared.size() - 2 * kInset, (wide.size() - kWell) / 2) + kWell + 2 * kInset;
    if (shared.high - whole >= wide.low) spans.push_back({shared.high - whole, shared.high});
    if (shared.low + whole <= wide.high) spans.push_back({shared.low, shared.low + whole});
}

Span shared(std::span<const LocalZone> zones)
{
    Span common = zones.front().across;
    for (const LocalZone& zone : zones)
        common = {std::max(common.low, zone.across.low), std::min(common.high, zone.across.high)};
    return common;
}

std::vector<Room> roomsAcross(const std::vector<LocalZone>& zones)
{
    std::vector<Span> spans;
    for (const LocalZone& zone : zones) spans.push_back(zone.across);
    spans.push_back(shared(zones));
    const std::span all(zones);
    for (const auto& [end, rest] : {std::pair(zones.front().across, shared(all.subspan(1))),
                                    std::pair(zones.back().across, shared(all.first(zones.size() - 1)))}) {
        addHalves(spans, end, rest);
        addHalves(spans, rest, end);
    }
    std::vector<Room> rooms;
    for (const Span span : spans) {
        const Span inset = {span.low + kInset, span.high - kInset};
        const auto same = [&](const Room& r) { return r.across.low == inset.low && r.across.high == inset.high; };
        if (inset.size() < kNarrowestFlight || std::ranges::any_of(rooms, same)) continue;
        rooms.push_back({inset, false});
        if (inset.size() < kNarrowestFlight + kStrip) continue;
        rooms.push_back({{inset.low + kStrip, inset.high}, true});
        rooms.push_back({{inset.low, inset.high - kStrip}, true});
    }
    return rooms;
}

double outsideOf(const StairTry& stair, const std::vector<LocalZone>& zones)
{
    const double whole = stair.along.size() * 1e-3 * (stair.across.size() * 1e-3);
    double outside = 0.0;
    for (const LocalZone& zone : zones) {
        const auto along = std::min(stair.along.high, zone.along.high) - std::max(stair.along.low, zone.along.low);
        const auto across = std::min(stair.across.high, zone.across.high) - std::max(stair.across.low, zone.across.low);
        outside += whole - (std::max(along, 0) * 1e-3) * (std::max(across, 0) * 1e-3);
    }
    return outside / static_cast<double>(zones.size());
}

// Assumed weights: 10 cm of flight width are worth 8 mm of good tread, a square metre outside the zones, or a
// quarter of the trouble of a strip; treads under the least one weigh five times.
double costOf(const StairTry& stair, bool strip)
{
    const double good = std::max(0, kGoodTread - stair.tread) / 10.0;
    const double least = std::max(0, kLeastTread - stair.tread) / 10.0;
    const double wide = std::min(stair.width, 1300) / 1000.0;
    const double straight = stair.kind == StairKind::Straight ? 2.0 : 0.0;
    return good + 4.0 * least - 8.0 * wide + 0.8 * stair.outside + (strip ? 3.0 : 0.0) + straight;
}

// Shares the length between floor landing, treads and half landing.
bool divideDogLeg(StairTry& stair, std::int32_t earliest, std::int32_t far)
{
    const std::int32_t treads = stair.steps / 2 - 1;
    const std::int32_t room = far - earliest - kLeastLanding; // for the treads, landings at their least
    if (treads < 1 || room < treads * kShortestTread) return false;
    stair.tread = std::min(room / treads, kGoodTread);
    std::int32_t over = room - treads * stair.tread;
    const std::int32_t deeper = std::clamp(over / 2, 0, std::max(0, std::min(stair.width, 2400) - kLeastLanding));
    stair.halfLanding = kLeastLanding + deeper;
    over -= 2 * deeper; // as much for the floor landing, which is what is left in front
    stair.tread = std::min(stair.tread + std::max(0, over) / treads, kLongestTread);
    stair.along = {far - stair.halfLanding - treads * stair.tread, far};
    return stair.along.low >= earliest;
}

std::optional<StairTry> dogLeg(const Room& room, const std::vector<LocalZone>& zones, std::int32_t far, int steps)
{
    StairTry stair;
    stair.steps = steps;
    if (room.across.size() < kNarrowestDogLeg) return std::nullopt;
    stair.width = std::min((room.across.size() - kWell) / 2, kWidestFlight);
    stair.well = kWell;
    stair.across = room.across;
    stair.across.high = stair.across.low + 2 * stair.width + stair.well;
    std::int32_t earliest = INT32_MIN;
    for (const LocalZone& zone : zones)
        earliest = std::max(earliest, room.strip ? zone.along.low + kLeastLanding : earliestStart(zone));
    return divideDogLeg(stair, earliest, far) ? std::optional(stair) : std::nullopt;
}

// Between the lower zone's doors and the upper zone's, which lie at the other end.
std::optional<StairTry> straight(const Room& room, const LocalZone& lower, const LocalZone& upper, int steps)
{
    StairTry stair;
    stair.kind = StairKind::Straight;
    stair.steps = steps;
    const std::int32_t treads = steps - 1;
    const std::int32_t begin = room.strip ? lower.along.low + kLeastLanding : earliestStart(lower);
    std::int32_t end = upper.along.high - kLeastLanding;
    for (const Box& door : upper.doors)
        if (!room.strip && door.low.x < upper.along.high - kOnSide) end = std::min(end, door.low.x - kDoorMargin);
    if (end - begin < treads * kShortestTread) return std::nullopt;
    stair.tread = std::min((end - begin) / treads, kLongestTread);
    stair.along = {begin, begin + treads * stair.tread};
    stair.across = room.across;
    stair.across.high = std::min(stair.across.high, stair.across.low + kWidestFlight);
    stair.width = stair.across.size();
    return stair;
}

int evenSteps(std::int32_t height)
{
    return 2 * std::max(2, (height + 2 * kSteepestRiser - 1) / (2 * kSteepestRiser));
}

void addTries(std::vector<StairTry>& tries, const std::vector<LocalZone>& zones, int direction, std::int32_t height)
{
    std::int32_t nearest = INT32_MAX;
    std::int32_t farthest = INT32_MIN;
    for (const LocalZone& zone : zones) {
        nearest = std::min(nearest, zone.along.high - kInset);
        farthest = std::max(farthest, zone.along.high - kInset);
    }
    const auto keep = [&](std::optional<StairTry> stair, const Room& room, int steps) {
        if (!stair) return;
        stair->direction = direction;
        stair->steps = steps;
        stair->riser = (height + steps / 2) / steps;
        stair->outside = outsideOf(*stair, zones);
        stair->cost = costOf(*stair, room.strip);
        for (const Turn turn : {Turn::Right, Turn::Left}) {
            stair->turn = turn;
            tries.push_back(*stair);
        }
    };
    for (const Room& room : roomsAcross(zones)) {
        for (const std::int32_t far : {nearest, farthest}) {
            const int steps = evenSteps(height);
            keep(dogLeg(room, zones, far, steps), room, steps);
            if (nearest == farthest) break;
        }
        const int steps = std::max(2, (height + kSteepestRiser - 1) / kSteepestRiser);
        if (zones.size() == 2) keep(straight(room, zones[0], zones[1], steps), room, steps);
    }
}

}

Point turnIn(Point p, int direction)
{
    switch (direction) {
    case 90:
        return {p.y, -p.x};
    case 180:
        return {-p.x, -p.y};
    case 270:
        return {-p.y, p.x};
    default:
        return p;
    }
}

Point turnOut(Point p, int direction)
{
    return turnIn(p, (360 - direction) % 360);
}

Ring rectangleOf(Span along, Span across, int direction)
{
    return {turnOut({along.low, across.low}, direction), turnOut({along.high, across.low}, direction),
            turnOut({along.high, across.high}, direction), turnOut({along.low, across.high}, direction)};
}

Span firstFlight(const StairTry& stair)
{
    if (stair.turn == Turn::Right) return {stair.across.high - stair.width, stair.across.high};
    return {stair.across.low, stair.across.low + stair.width};
}

Span lastFlight(const StairTry& stair)
{
    if (stair.kind == StairKind::Straight) return firstFlight(stair);
    if (stair.turn == Turn::Right) return {stair.across.low, stair.across.low + stair.width};
    return {stair.across.high - stair.width, stair.across.high};
}

Segment footOf(const StairTry& stair)
{
    const Span flight = firstFlight(stair);
    return {turnOut({stair.along.low, flight.low}, stair.direction),
            turnOut({stair.along.low, flight.high}, stair.direction)};
}

Segment topOf(const StairTry& stair)
{
    const Span flight = lastFlight(stair);
    const std::int32_t along = stair.kind == StairKind::Straight ? stair.along.high : stair.along.low;
    return {turnOut({along, flight.low}, stair.direction), turnOut({along, flight.high}, stair.direction)};
}

Box rectangleInside(const Polygon& polygon)
{
    std::vector<std::int32_t> xs;
    std::vector<std::int32_t> ys;
    for (const Point corner : polygon.outer) {
        xs.push_back(corner.x);
        ys.push_back(corner.y);
    }
    const auto tidy = [](std::vector<std::int32_t>& values) {
        std::ranges::sort(values);
        values.erase(std::unique(values.begin(), values.end()), values.end());
    };
    tidy(xs);
    tidy(ys);
    Box best;
    if (polygon.outer.size() <= kMostCorners) best = bestBetween(polygon, xs, ys);
    if (static_cast<double>(areaOf(best)) * 1e-6 < 0.6 * area(polygon)) { // a slanted zone; assumed share
        const Box box = boxOf(polygon.outer);
        const Box other = bestBetween(polygon, evenly(box.low.x, box.high.x), evenly(box.low.y, box.high.y));
        if (areaOf(other) > areaOf(best)) best = other;
    }
    return best;
}

std::vector<StairTry> triesFor(std::span<const StairZone> zones)
{
    std::vector<StairTry> tries;
    const std::int32_t height = zones[1].elevation - zones[0].elevation;
    if (height < kLowestRise || height > kHighestRise) return tries;
    for (std::size_t i = 1; i + 1 < zones.size(); ++i)
        if (std::abs(zones[i + 1].elevation - zones[i].elevation - height) > kInset) return tries; // other steps
    std::vector<Box> inner;
    for (const StairZone& zone : zones) inner.push_back(rectangleInside(zone.polygon));
    for (const int direction : {0, 90, 180, 270}) {
        std::vector<LocalZone> local;
        for (std::size_t i = 0; i < zones.size(); ++i) local.push_back(localOf(zones[i], inner[i], direction));
        addTries(tries, local, direction, height);
    }
    std::ranges::stable_sort(tries, {}, &StairTry::cost);
    return tries;
}

}
