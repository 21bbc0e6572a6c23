#pragma once

#include <cstdint>

namespace stairwise {

/// What a scenario may say at most; assumed where no source is named.
inline constexpr std::int64_t kLargestSeed = std::int64_t{1} << 53; // exact in every JSON reader (RFC 8259 §6)
inline constexpr double kShortestStep = 0.01;                       // s
inline constexpr double kLongestStep = 0.1;                         // s; at 1.3 m/s half a body a step
inline constexpr double kLongestTime = 86'400.0;                    // s: one day
inline constexpr double kSlowestSpeed = 0.05;                       // m/s
inline constexpr double kFastestSpeed = 10.0;                       // m/s; nobody runs faster in a building
inline constexpr std::int32_t kThinnestBody = 50;                   // mm, radius
inline constexpr std::int32_t kWidestBody = 500;
inline constexpr double kLightestBody = 5.0; // kg
inline constexpr double kHeaviestBody = 300.0;
inline constexpr double kGreatestPush = 2000.0; // N: more than anybody's weight stands for
inline constexpr double kDensestFill = 10.0;    // persons per m²
inline constexpr double kMostHurry = 5.0;
inline constexpr double kLeastMeter = 0.1;   // persons per m²
inline constexpr double kWorstSight = 0.05;  // share of the speed in the light
inline constexpr double kShortestFall = 0.5; // s
inline constexpr double kLongestFall = 600.0;
inline constexpr double kSmallestFlowCap = 0.01; // persons per metre and second
inline constexpr double kGreatestFlowCap = 10.0; // three times the most that was measured (Daamen and Hoogendoorn 2012)

}
