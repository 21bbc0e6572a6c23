#pragma once

#include "sim/geometry/point.hpp"

#include <vector>

namespace stairwise {

/// Metres between straight lines on a polygon's edge by the shortest way inside it; lines × lines, by row. Never more
/// than anybody has to walk: where sight between two places is in doubt they are taken to see each other, and where a
/// polygon has more than kMostCorners inner corners the straight distance is taken. (The fields of a network measure
/// from middle to middle and keep clear of walls, so they cannot stand in a lower bound.)
inline constexpr std::size_t kMostCorners = 200;
[[nodiscard]] std::vector<double> shortestWays(const Polygon& area, const std::vector<Segment>& lines);

/// Metres between two straight lines.
[[nodiscard]] double straightDistance(const Segment& p, const Segment& q);

}
