#include "sim/import/stairs_fit.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"
#include "sim/import/drawing.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace stairwise {
namespace {

constexpr std::int32_t kTouch = 5;          // millimetres within which a flight meets a landing; school.hpp
constexpr double kNearlyAll = 0.98;         // of a door's width; assumed: roundings
constexpr std::int32_t kLeastPassage = 600; // assumed: a door so wide still lets one person through
constexpr double kWorthSplitting = 2.0;     // of cost, a quarter of a metre of flight width; assumed
constexpr std::size_t kMostTries = 24;      // for one stair; assumed: the good ones are at the front
constexpr int kPatience = 4000;             // landings looked at for one chain; assumed

struct LocalBox {
    Span along;
    Span across;
};

LocalBox localBox(const Ring& ring, int direction)
{
    LocalBox box{{INT32_MAX, INT32_MIN}, {INT32_MAX, INT32_MIN}};
    for (const Point corner : ring) {
        const Point p = turnIn(corner, direction);
        box.along = {std::min(box.along.low, p.x), std::max(box.along.high, p.x)};
        box.across = {std::min(box.across.low, p.y), std::max(box.across.high, p.y)};
    }
    return box;
}

// The flights, and the narrow strips beside and behind them on which nobody walks.
Polygon takenFrom(const StairZone& zone, const StairTry& stair)
{
    const LocalBox box = localBox(zone.polygon.outer, stair.direction);
    Span along = stair.along;
    Span across = stair.across;
    if (across.low - box.across.low < kStrip) across.low = std::min(across.low, box.across.low) - kStrip;
    if (box.across.high - across.high < kStrip) across.high = std::max(across.high, box.across.high) + kStrip;
    if (box.along.high - along.high < kStrip) along.high = std::max(along.high, box.along.high) + kStrip;
    return {rectangleOf(along, across, stair.direction), {}};
}

// From the foot of a stair's first flight, or from its top, back over the landing.
Polygon bridgeTo(const StairTry& stair, bool fromTop, const StairTry* other)
{
    std::int32_t depth = kLeastLanding;
    if (other != nullptr && other->direction == stair.direction)
        depth += std::max(0, stair.along.low - other->along.low);
    if (fromTop && stair.kind == StairKind::Straight)
        return {rectangleOf({stair.along.high, stair.along.high + kLeastLanding}, lastFlight(stair), stair.direction),
                {}};
    return {rectangleOf({stair.along.low - depth, stair.along.low}, fromTop ? lastFlight(stair) : firstFlight(stair),
                        stair.direction),
            {}};
}

double coveredShare(const Segment& edge, const Polygon& polygon)
{
    const double whole = length(toMetres(edge.b) - toMetres(edge.a));
    double covered = 0.0;
    for (const Segment& part : sharedWith(edge, polygon, kTouch))
        covered += length(toMetres(part.b) - toMetres(part.a));
    return whole > 0.0 ? covered / whole : 1.0;
}

enum class Doors { Whole, Part };

struct Landing {
    Polygon polygon;
    bool joins = false; // every flight over its whole width, every door
};

bool opensOn(const Segment& door, const Polygon& landing, Doors doors)
{
    const double share = coveredShare(door, landing);
    const double whole = length(toMetres(door.b) - toMetres(door.a));
    return share >= kNearlyAll || (doors == Doors::Part && share * whole * 1000.0 >= kLeastPassage);
}

// What is left of a zone for people to stand on, between the stair that arrives from below and the one that goes on.
Landing landingOf(const StairZone& zone, const StairTry* below, const StairTry* above, Doors doors)
{
    std::vector<Polygon> taken;
    std::vector<Polygon> flights; // no bridge may lie where one walks up
    std::vector<Polygon> bridges;
    std::vector<Segment> edges;
    if (below != nullptr) {
        taken.push_back(takenFrom(zone, *below));
        flights.push_back({rectangleOf(below->along, lastFlight(*below), below->direction), {}});
        bridges.push_back(bridgeTo(*below, true, above));
        edges.push_back(topOf(*below));
    }
    if (above != nullptr) {
        taken.push_back(takenFrom(zone, *above));
        flights.push_back({rectangleOf(above->along, firstFlight(*above), above->direction), {}});
        bridges.push_back(bridgeTo(*above, false, below));
        edges.push_back(footOf(*above));
    }
    auto parts = subtract({zone.polygon}, taken);
    const auto joins = [&](const Polygon& polygon) {
        return holdsInFile(polygon) &&
               std::ranges::all_of(edges, [&](const Segment& e) { return coveredShare(e, polygon) >= kNearlyAll; }) &&
               std::ranges::all_of(zone.doors, [&](const Segment& d) { return opensOn(d, polygon, doors); });
    };
    for (const Polygon& part : parts)
        if (joins(part)) return {part, true};
    flights.insert(flights.end(), zone.neighbours.begin(), zone.neighbours.end());
    const auto free = subtract(bridges, flights);
    parts.insert(parts.end(), free.begin(), free.end());
    for (const Polygon& part : unite(parts))
        if (joins(part)) return {part, true};
    return {zone.polygon, false};
}

class Search {
public:
    explicit Search(const std::vector<StairZone>& zones) : zones_(zones) {}

    FittedChain run()
    {
        for (const Doors doors : {Doors::Whole, Doors::Part})
            for (const bool gaps : {false, true}) {
                if (gaps && doors == Doors::Whole) continue;
                doors_ = doors;
                gapsAllowed_ = gaps;
                patience_ = kPatience;
                stairs_.clear();
                alone_ = std::vector<std::optional<double>>(zones_.size());
                if (from(0, nullptr)) return result();
            }
        stairs_.clear();
        return result();
    }

private:
    const std::vector<StairTry>& tries(std::size_t bottom, std::size_t top)
    {
        auto& found = tries_[{bottom, top}];
        if (!found) {
            found = triesFor(std::span(zones_).subspan(bottom, top - bottom + 1));
            if (found->size() > kMostTries) found->resize(kMostTries);
        }
        return *found;
    }
    bool joins(std::size_t zone, const StairTry* below, const StairTry* above)
    {
        return --patience_ > 0 && landingOf(zones_[zone], below, above, doors_).joins;
    }
    // What the best stair of this rise alone would cost.
    double costAlone(std::size_t rise)
    {
        if (!alone_[rise]) {
            alone_[rise] = 1e9;
            for (const StairTry& stair : tries(rise, rise + 1))
                if (joins(rise, nullptr, &stair) && joins(rise + 1, &stair, nullptr)) {
                    alone_[rise] = stair.cost;
                    break;
                }
        }
        return *alone_[rise];
    }
    bool worthOne(const StairTry& stair, std::size_t bottom, std::size_t top)
    {
        double dearest = -1e9;
        for (std::size_t rise = bottom; rise < top; ++rise) dearest = std::max(dearest, costAlone(rise));
        return top == bottom + 1 || stair.cost <= dearest + kWorthSplitting;
    }
    bool place(const StairTry& stair, std::size_t bottom, std::size_t top, const StairTry* below)
    {
        if (!worthOne(stair, bottom, top) || !joins(bottom, below, &stair)) return false;
        for (std::size_t zone = bottom + 1; zone < top; ++zone)
            if (!joins(zone, &stair, &stair)) return false;
        stairs_.push_back({stair, bottom, top});
        if (from(top, &stair)) return true;
        stairs_.pop_back();
        return false;
    }
    // Stairs from this zone up to the last one.
    bool from(std::size_t zone, const StairTry* below)
    {
        const std::size_t last = zones_.size() - 1;
        if (zone == last) return joins(last, below, nullptr);
        for (std::size_t top = last; top > zone; --top)
            for (const StairTry& stair : tries(zone, top)) {
                if (patience_ <= 0) return false;
                if (place(stair, zone, top, below)) return true;
            }
        if (!gapsAllowed_ || !joins(zone, below, nullptr)) return false;
        return from(zone + 1, nullptr);
    }
    FittedChain result()
    {
        FittedChain chain;
        chain.stairs = stairs_;
        chain.made.assign(zones_.size() - 1, false);
        std::vector<const StairTry*> below(zones_.size(), nullptr);
        std::vector<const StairTry*> above(zones_.size(), nullptr);
        for (const FittedStair& stair : chain.stairs)
            for (std::size_t rise = stair.bottom; rise < stair.top; ++rise) {
                chain.made[rise] = true;
                above[rise] = &stair.numbers;
                below[rise + 1] = &stair.numbers;
            }
        for (std::size_t zone = 0; zone < zones_.size(); ++zone)
            chain.landings.push_back(landingOf(zones_[zone], below[zone], above[zone], doors_).polygon);
        return chain;
    }

    const std::vector<StairZone>& zones_;
    std::map<std::pair<std::size_t, std::size_t>, std::optional<std::vector<StairTry>>> tries_;
    std::vector<std::optional<double>> alone_;
    std::vector<FittedStair> stairs_;
    Doors doors_ = Doors::Whole;
    bool gapsAllowed_ = false;
    int patience_ = kPatience;
};

}

FittedChain fitStairs(const std::vector<StairZone>& zones)
{
    return Search(zones).run();
}

Stair stairOf(const FittedStair& fitted, const std::vector<StairZone>& zones)
{
    const StairTry& numbers = fitted.numbers;
    Stair stair;
    stair.kind = numbers.kind;
    stair.direction = numbers.direction;
    stair.turn = numbers.turn;
    stair.origin = turnOut({numbers.along.low, numbers.turn == Turn::Right ? numbers.across.high : numbers.across.low},
                           numbers.direction);
    stair.clearWidth = numbers.width;
    stair.tread = numbers.tread;
    stair.riser = numbers.riser;
    stair.halfLandingDepth = numbers.halfLanding;
    stair.well = numbers.well;
    for (std::size_t zone = fitted.bottom; zone <= fitted.top; ++zone) stair.storeys.push_back(zones[zone].storey);
    const std::vector<int> rise = numbers.kind == StairKind::Straight
                                      ? std::vector<int>{numbers.steps}
                                      : std::vector<int>{numbers.steps / 2, numbers.steps / 2};
    stair.steps.assign(fitted.top - fitted.bottom, rise);
    return stair;
}

}
