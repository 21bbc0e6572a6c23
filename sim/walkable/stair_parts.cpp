#include "sim/walkable/stair_parts.hpp"

#include "sim/geometry/polygon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace stairwise {
namespace {

// The stair's own axes: u along its direction, v across from the side of the first flight; origin (0, 0).
struct Axes {
    Point origin;
    int ux, uy, vx, vy;

    [[nodiscard]] Point place(std::int32_t u, std::int32_t v) const
    {
        return {origin.x + ux * u + vx * v, origin.y + uy * u + vy * v};
    }
    [[nodiscard]] bool mirrored() const { return ux * vy - uy * vx < 0; }
};

Axes axesOf(const Stair& stair)
{
    const int quarter = ((stair.direction / 90) % 4 + 4) % 4;
    const int ux = quarter == 0 ? 1 : quarter == 2 ? -1 : 0;
    const int uy = quarter == 1 ? 1 : quarter == 3 ? -1 : 0;
    const int side = stair.turn == Turn::Left ? 1 : -1; // across: to the left of the way up, or to the right
    return {stair.origin, ux, uy, -uy * side, ux * side};
}

struct Span {
    std::int32_t low, high;
};

enum class Climb { Along, Back, Across };

std::int32_t lengthOf(const Stair& stair, int steps)
{
    return std::max(steps - 1, 1) * stair.tread;
}

int flightsOf(StairKind kind)
{
    return kind == StairKind::DogLeg ? 2 : 3;
}

bool wellFormed(const Stair& stair)
{
    const bool turns = stair.kind != StairKind::Straight;
    if (stair.clearWidth <= 0 || stair.tread <= 0 || stair.riser <= 0 || stair.well < 0) return false;
    if (stair.floorLandingDepth < 0 || stair.halfLandingDepth < 0 || stair.storeys.size() < 2) return false;
    if (stair.steps.size() + 1 != stair.storeys.size()) return false;
    std::int64_t along = 0; // an upper bound of length and height, so that whole numbers below cannot overflow
    for (const auto& rise : stair.steps) {
        if (rise.empty() || (turns && static_cast<int>(rise.size()) != flightsOf(stair.kind))) return false;
        if ((turns || rise.size() > 1) && stair.halfLandingDepth == 0) return false;
        along += std::int64_t{2} * stair.floorLandingDepth;
        for (const int steps : rise) {
            if (steps < 1) return false;
            along += std::int64_t{steps} * (std::int64_t{stair.tread} + stair.riser) + stair.halfLandingDepth;
        }
        if (along > kFarthestMm) return false;
    }
    return std::int64_t{2} * stair.clearWidth + stair.well < kFarthestMm;
}

class Maker {
public:
    explicit Maker(const Stair& stair)
        : stair_(stair), axes_(axesOf(stair)), well_(wellOf(stair)),
          width_(stair.kind == StairKind::Straight ? stair.clearWidth : 2 * stair.clearWidth + well_)
    {
    }

    std::vector<StairPart> run()
    {
        floorLanding(1, 0);
        std::int32_t start = stair_.floorLandingDepth; // of the flights of a rise, along
        for (std::size_t i = 0; i < stair_.steps.size(); ++i) {
            rise_ = static_cast<int>(i) + 1;
            height_ = 0;
            if (stair_.kind == StairKind::Straight) {
                start = straight(stair_.steps[i], start);
                floorLanding(rise_ + 1, start);
                start += stair_.floorLandingDepth;
            } else {
                turning(stair_.steps[i], start);
                floorLanding(rise_ + 1, 0);
            }
        }
        return std::move(parts_);
    }

private:
    static std::int32_t wellOf(const Stair& stair)
    {
        std::int32_t well = stair.well;
        if (stair.kind == StairKind::ThreeFlight)
            for (const auto& rise : stair.steps) well = std::max(well, lengthOf(stair, rise[1]));
        return well;
    }

    [[nodiscard]] Ring ring(std::vector<std::pair<std::int32_t, std::int32_t>> corners) const
    {
        if (axes_.mirrored()) std::ranges::reverse(corners);
        Ring result;
        for (const auto& [u, v] : corners) result.push_back(axes_.place(u, v));
        return result;
    }

    [[nodiscard]] Ring rectangle(Span u, Span v) const
    {
        return ring({{u.low, v.low}, {u.high, v.low}, {u.high, v.high}, {u.low, v.high}});
    }

    void floorLanding(int rise, std::int32_t at)
    {
        if (stair_.floorLandingDepth == 0) return;
        StairPart part;
        part.kind = StairPart::Kind::FloorLanding;
        part.rise = rise;
        part.polygon = rectangle({at, at + stair_.floorLandingDepth}, {0, width_});
        parts_.push_back(std::move(part));
    }

    void halfLanding(int number, Ring polygon)
    {
        StairPart part;
        part.kind = StairPart::Kind::HalfLanding;
        part.rise = rise_;
        part.number = number;
        part.polygon = std::move(polygon);
        part.foot = height_;
        parts_.push_back(std::move(part));
    }

    // An edge of a flight at one end, the flight on its left.
    [[nodiscard]] Segment edge(std::pair<std::int32_t, std::int32_t> a, std::pair<std::int32_t, std::int32_t> b) const
    {
        const Segment line{axes_.place(a.first, a.second), axes_.place(b.first, b.second)};
        return axes_.mirrored() ? Segment{line.b, line.a} : line;
    }

    void flight(int number, int steps, Span u, Span v, Climb climb)
    {
        StairPart part;
        part.rise = rise_;
        part.number = number;
        part.steps = steps;
        part.polygon = rectangle(u, v);
        part.foot = height_;
        part.gain = steps * stair_.riser;
        const Segment near = edge({u.low, v.high}, {u.low, v.low});
        const Segment far = edge({u.high, v.low}, {u.high, v.high});
        const Segment first = edge({u.low, v.low}, {u.high, v.low});
        const Segment last = edge({u.high, v.high}, {u.low, v.high});
        part.lower = climb == Climb::Along ? near : climb == Climb::Back ? far : first;
        part.upper = climb == Climb::Along ? far : climb == Climb::Back ? near : last;
        const int sign = climb == Climb::Back ? -1 : 1;
        part.uphill = climb == Climb::Across
                          ? Vec2{static_cast<double>(axes_.vx), static_cast<double>(axes_.vy)}
                          : Vec2{static_cast<double>(sign * axes_.ux), static_cast<double>(sign * axes_.uy)};
        height_ += part.gain;
        parts_.push_back(std::move(part));
    }

    // Returns where the last flight ends.
    std::int32_t straight(const std::vector<int>& rise, std::int32_t start)
    {
        std::int32_t at = start;
        for (std::size_t i = 0; i < rise.size(); ++i) {
            const int number = static_cast<int>(i) + 1;
            const std::int32_t end = at + lengthOf(stair_, rise[i]);
            flight(number, rise[i], {at, end}, {0, width_}, Climb::Along);
            at = end;
            if (i + 1 == rise.size()) break;
            halfLanding(number, rectangle({at, at + stair_.halfLandingDepth}, {0, width_}));
            at += stair_.halfLandingDepth;
        }
        return at;
    }

    void turning(const std::vector<int>& rise, std::int32_t start)
    {
        const std::int32_t first = start + lengthOf(stair_, rise.front());
        const std::int32_t last = start + lengthOf(stair_, rise.back());
        const std::int32_t turn = std::max(first, last);
        const Span back{width_ - stair_.clearWidth, width_};
        flight(1, rise.front(), {start, first}, {0, stair_.clearWidth}, Climb::Along);
        if (stair_.kind == StairKind::DogLeg)
            halfLanding(1, halfLandingOver(first, last, turn));
        else
            corners(rise[1], first, last, turn);
        flight(static_cast<int>(rise.size()), rise.back(), {start, last}, back, Climb::Back);
    }

    [[nodiscard]] Ring halfLandingOver(std::int32_t first, std::int32_t last, std::int32_t turn) const
    {
        const std::int32_t far = turn + stair_.halfLandingDepth;
        const std::int32_t side = stair_.clearWidth;
        if (first < last)
            return ring({{first, 0}, {far, 0}, {far, width_}, {turn, width_}, {turn, side}, {first, side}});
        if (last < first) {
            const std::int32_t inner = width_ - side;
            return ring({{turn, 0}, {far, 0}, {far, width_}, {last, width_}, {last, inner}, {turn, inner}});
        }
        return rectangle({turn, far}, {0, width_});
    }

    void corners(int steps, std::int32_t first, std::int32_t last, std::int32_t turn)
    {
        const std::int32_t far = turn + stair_.halfLandingDepth;
        const std::int32_t begin = stair_.clearWidth;
        const std::int32_t end = begin + lengthOf(stair_, steps);
        halfLanding(1, rectangle({first, far}, {0, begin}));
        flight(2, steps, {turn, far}, {begin, end}, Climb::Across);
        const std::int32_t inner = begin + well_;
        if (end == inner || last == turn)
            halfLanding(2, rectangle({last, far}, {end, width_}));
        else
            halfLanding(2,
                        ring({{turn, end}, {far, end}, {far, width_}, {last, width_}, {last, inner}, {turn, inner}}));
    }

    const Stair& stair_;
    Axes axes_;
    std::int32_t well_;
    std::int32_t width_;
    std::vector<StairPart> parts_;
    int rise_ = 0;
    std::int32_t height_ = 0;
};

}

std::vector<StairPart> partsOf(const Stair& stair)
{
    if (!wellFormed(stair)) return {};
    return Maker(stair).run();
}

std::string elementOf(const Stair& stair, const StairPart& part)
{
    switch (part.kind) {
    case StairPart::Kind::Flight:
        return fmt::format("{}/{}/flight{}", stair.id.value, part.rise, part.number);
    case StairPart::Kind::HalfLanding:
        return fmt::format("{}/{}/half{}", stair.id.value, part.rise, part.number);
    case StairPart::Kind::FloorLanding:
        break;
    }
    return fmt::format("{}/{}/landing", stair.id.value, part.rise);
}

Ring footprintOf(const Stair& stair)
{
    const auto parts = partsOf(stair);
    if (parts.empty()) return {};
    Ring corners;
    for (const StairPart& part : parts) corners.insert(corners.end(), part.polygon.begin(), part.polygon.end());
    const Box box = boxOf(corners);
    return {box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}};
}

}
