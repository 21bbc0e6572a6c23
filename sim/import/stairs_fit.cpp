#include "sim/import/stairs_fit.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"
#include "sim/import/drawing.hpp"

#include <algorithm>
#include <optional>

namespace stairwise {
namespace {

constexpr std::int32_t kTouch = 5;          // millimetres within which a flight meets a landing; school.hpp
constexpr double kNearlyAll = 0.98;         // of a door's width; assumed: roundings
constexpr std::int32_t kLeastPassage = 600; // assumed: a door so wide still lets one person through
constexpr double kOneMore = 5.0;            // cost of one more stair, 60 cm of flight width over one storey; assumed
constexpr double kGap = 1000.0;             // cost of a rise without flights: more than any stair
constexpr std::size_t kMostRises = 12;      // of one stair that is tried as a whole; assumed
constexpr std::size_t kMostTries = 24;      // for one stair; assumed: the good ones are at the front
constexpr std::size_t kFewKept = 8;
constexpr std::size_t kFewestTries = 4;   // in a high chain
constexpr std::size_t kChainTries = 1200; // over all stairs of a chain; assumed: a second's work

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
enum class Gaps { None, Allowed };

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

bool boxesMeet(const Box& p, const Box& q)
{
    return p.low.x <= q.high.x && q.low.x <= p.high.x && p.low.y <= q.high.y && q.low.y <= p.high.y;
}

bool inside(const Box& box, Point p)
{
    return p.x > box.low.x && p.x < box.high.x && p.y > box.low.y && p.y < box.high.y;
}

// What a landing must do: meet these edges over their whole width, and every door of its zone.
class Demands {
public:
    Demands(const StairZone& zone, std::vector<Segment> edges, Doors doors)
        : zone_(zone), edges_(std::move(edges)), doors_(doors)
    {
    }
    [[nodiscard]] bool metBy(const Polygon& polygon) const
    {
        return std::ranges::all_of(edges_, [&](const Segment& e) { return coveredShare(e, polygon) >= kNearlyAll; }) &&
               std::ranges::all_of(zone_.doors, [&](const Segment& d) { return opensOn(d, polygon, doors_); }) &&
               holdsInFile(polygon);
    }
    // A door both of whose ends lie under the flights: no need to make the landing.
    [[nodiscard]] bool hopeless(const std::vector<Polygon>& taken) const
    {
        return std::ranges::any_of(zone_.doors, [&](const Segment& door) {
            return std::ranges::any_of(taken, [&](const Polygon& polygon) {
                const Box box = boxOf(polygon.outer); // a rectangle
                return inside(box, door.a) && inside(box, door.b);
            });
        });
    }

private:
    const StairZone& zone_;
    std::vector<Segment> edges_;
    Doors doors_;
};

// The ways over the landing to the flights, as far as nothing else stands there.
std::vector<Polygon> freeBridges(const StairZone& zone, const std::vector<Polygon>& bridges,
                                 std::vector<Polygon> flights)
{
    for (const Polygon& other : zone.neighbours) {
        const Box box = boxOf(other.outer);
        if (std::ranges::any_of(bridges, [&](const Polygon& b) { return boxesMeet(boxOf(b.outer), box); }))
            flights.push_back(other);
    }
    return subtract(bridges, flights);
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
    const Demands demands(zone, std::move(edges), doors);
    if (demands.hopeless(taken)) return {zone.polygon, false};
    auto parts = subtract({zone.polygon}, taken);
    for (const Polygon& part : parts)
        if (demands.metBy(part)) return {part, true};
    const auto free = freeBridges(zone, bridges, std::move(flights));
    parts.insert(parts.end(), free.begin(), free.end());
    for (const Polygon& part : unite(parts))
        if (demands.metBy(part)) return {part, true};
    return {zone.polygon, false};
}

struct SearchRules {
    Doors doors = Doors::Whole;
    Gaps gaps = Gaps::None;
    std::size_t kept = 0; // alternatives that stay for what arrives from below, at the least
};

// The cheapest stairs from each zone to the top: as a stair's upper end only meets the next one's lower end on one
// landing, the best way up from a zone is known once, whatever arrives there.
class Search {
public:
    Search(const std::vector<StairZone>& zones, SearchRules rules, int& patience)
        : zones_(zones), rules_(rules), patience_(patience), starts_(zones.size())
    {
        const std::size_t high = zones.size() * std::min(zones.size(), kMostRises);
        mostTries_ = std::clamp(kChainTries / high, kFewestTries, kMostTries);
    }

    // Nothing if a rise would have to be left out and no gaps are allowed.
    std::optional<std::vector<FittedStair>> run()
    {
        for (std::size_t zone = zones_.size() - 1; zone-- > 0;) startsFrom(zone);
        std::vector<FittedStair> stairs;
        const Start* below = nullptr;
        for (std::size_t zone = 0; zone + 1 < zones_.size();) {
            below = next(zone, below == nullptr ? nullptr : stairAt(*below));
            if (below == nullptr) return std::nullopt;
            if (below->fitted) stairs.push_back(*below->fitted);
            zone = below->top;
        }
        return stairs;
    }

private:
    // A stair that begins at a zone (or none, over one rise), and what it costs to the top.
    struct Start {
        std::optional<FittedStair> fitted;
        std::size_t top = 0;
        double total = 0.0;
    };
    static const StairTry* stairAt(const Start& start) { return start.fitted ? &start.fitted->numbers : nullptr; }

    bool joins(std::size_t zone, const StairTry* below, const StairTry* above)
    {
        return --patience_ > 0 && landingOf(zones_[zone], below, above, rules_.doors).joins;
    }
    bool joinsBetween(const StairTry& stair, std::size_t bottom, std::size_t top)
    {
        for (std::size_t zone = bottom + 1; zone < top; ++zone)
            if (!joins(zone, &stair, &stair)) return false;
        return true;
    }
    // The cheapest start at a zone whose landing meets what arrives there.
    const Start* next(std::size_t zone, const StairTry* below)
    {
        if (below != nullptr && !joins(zone, below, nullptr)) return nullptr; // nothing will: look no further
        for (const Start& start : starts_[zone])
            if (joins(zone, below, stairAt(start))) return &start;
        return nullptr;
    }
    std::optional<double> toTheTop(std::size_t zone, const StairTry* below)
    {
        if (zone + 1 == zones_.size()) return joins(zone, below, nullptr) ? std::optional(0.0) : std::nullopt;
        const Start* start = next(zone, below);
        return start != nullptr ? std::optional(start->total) : std::nullopt;
    }
    // What the rest of the way costs at least.
    double leastFrom(std::size_t zone) const
    {
        return zone + 1 == zones_.size() || starts_[zone].empty() ? 0.0 : starts_[zone].front().total;
    }
    // Keeps the cheapest stairs over these zones, in order among the others from the lowest one.
    void addStarts(std::size_t zone, std::size_t top)
    {
        auto& starts = starts_[zone];
        auto tries = triesFor(std::span(zones_).subspan(zone, top - zone + 1));
        if (tries.size() > mostTries_) tries.resize(mostTries_);
        for (const StairTry& stair : tries) {
            const double cost = stair.cost * static_cast<double>(top - zone) + kOneMore;
            if (starts.size() >= rules_.kept && cost + leastFrom(top) >= starts[rules_.kept - 1].total) return;
            if (!joins(zone, nullptr, &stair) || !joinsBetween(stair, zone, top)) continue;
            const auto rest = toTheTop(top, &stair);
            if (!rest) continue;
            const auto place = std::ranges::upper_bound(starts, cost + *rest, {}, &Start::total);
            starts.insert(place, {FittedStair{stair, zone, top}, top, cost + *rest});
        }
    }
    void startsFrom(std::size_t zone)
    {
        for (std::size_t top = std::min(zones_.size() - 1, zone + kMostRises); top > zone; --top) addStarts(zone, top);
        if (rules_.gaps == Gaps::None) return;
        if (const auto rest = toTheTop(zone + 1, nullptr)) starts_[zone].push_back({{}, zone + 1, kGap + *rest});
    }

    const std::vector<StairZone>& zones_;
    SearchRules rules_;
    int& patience_;
    std::size_t mostTries_ = 0;
    std::vector<std::vector<Start>> starts_; // by zone, the cheapest first
};

FittedChain chainOf(const std::vector<StairZone>& zones, const std::vector<FittedStair>& stairs, Doors doors)
{
    FittedChain chain;
    chain.stairs = stairs;
    chain.made.assign(zones.size() - 1, false);
    std::vector<const StairTry*> below(zones.size(), nullptr);
    std::vector<const StairTry*> above(zones.size(), nullptr);
    for (const FittedStair& stair : chain.stairs)
        for (std::size_t rise = stair.bottom; rise < stair.top; ++rise) {
            chain.made[rise] = true;
            above[rise] = &stair.numbers;
            below[rise + 1] = &stair.numbers;
        }
    for (std::size_t zone = 0; zone < zones.size(); ++zone)
        chain.landings.push_back(landingOf(zones[zone], below[zone], above[zone], doors).polygon);
    return chain;
}

}

FittedChain fitStairs(const std::vector<StairZone>& zones, int& patience)
{
    // Fewer alternatives are quicker, and nearly always enough.
    constexpr SearchRules kRules[] = {{Doors::Whole, Gaps::None, kFewKept},
                                      {Doors::Whole, Gaps::None, kMostTries},
                                      {Doors::Part, Gaps::None, kMostTries},
                                      {Doors::Part, Gaps::Allowed, kMostTries}};
    for (const SearchRules& rules : kRules)
        if (const auto stairs = Search(zones, rules, patience).run()) return chainOf(zones, *stairs, rules.doors);
    return chainOf(zones, {}, Doors::Part);
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
