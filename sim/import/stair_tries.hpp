#pragma once

#include "sim/geometry/point.hpp"
#include "sim/school/school.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace stairwise {

/// A stair zone of one storey as the fit sees it.
struct StairZone {
    StoreyId storey;
    std::int32_t elevation = 0;
    Polygon polygon;
    std::vector<Segment> doors;      // stretches of its edge on which doors open
    std::vector<Polygon> neighbours; // what else stands on the storey nearby
};

struct Span {
    std::int32_t low = 0;
    std::int32_t high = 0;
    [[nodiscard]] std::int32_t size() const { return high - low; }
};

/// One way of putting flights into zones that lie over each other. `along` and `across` are measured in axes turned by
/// `direction`, in which the first flight climbs along +u and v points to its left.
struct StairTry {
    int direction = 0;
    StairKind kind = StairKind::DogLeg;
    Turn turn = Turn::Right;
    Span along; // the flights, for a dog-leg with the half landing
    Span across;
    std::int32_t width = 0; // clear
    std::int32_t well = 0;
    std::int32_t tread = 0;
    std::int32_t riser = 0;
    std::int32_t halfLanding = 0;
    int steps = 0;        // of a whole rise
    double outside = 0.0; // m² of it over what the zones do not cover
    double cost = 0.0;
};

[[nodiscard]] Point turnIn(Point p, int direction);  // into the axes of a direction
[[nodiscard]] Point turnOut(Point p, int direction); // and back
[[nodiscard]] Ring rectangleOf(Span along, Span across, int direction);

/// The part of `across` that the first flight covers, and the last.
[[nodiscard]] Span firstFlight(const StairTry& stair);
[[nodiscard]] Span lastFlight(const StairTry& stair);
/// Where one steps on the first flight, and off the last one.
[[nodiscard]] Segment footOf(const StairTry& stair);
[[nodiscard]] Segment topOf(const StairTry& stair);

/// The ways that the numbers allow for these zones (two or more, from the lowest up), the best first. Whether doors and
/// landings stay free is not asked here.
[[nodiscard]] std::vector<StairTry> triesFor(std::span<const StairZone> zones);

/// The largest axis-parallel rectangle found inside a polygon.
[[nodiscard]] Box rectangleInside(const Polygon& polygon);

inline constexpr std::int32_t kLeastTread = 220;   // assumed: the shortest tread of old stairs; below it is a finding
inline constexpr std::int32_t kLeastLanding = 600; // assumed: room for one person to turn
inline constexpr std::int32_t kStrip = 600;        // assumed: what is narrower beside a flight is no way

}
