#pragma once

#include <cstddef>
#include <cstdint>

namespace stairwise {

/// What a file may say at most. All assumed: far beyond any school, near enough to catch a slip of the pen.
inline constexpr std::int32_t kWidestPassage = 100'000; // mm: doors, openings, gates
inline constexpr std::int32_t kWidestStair = 20'000;    // mm
inline constexpr std::int32_t kDeepestLanding = 50'000; // mm; wells too
inline constexpr std::int32_t kLargestTread = 2'000;    // mm
inline constexpr std::int32_t kLargestRiser = 1'000;    // mm
inline constexpr int kMostStepsPerFlight = 200;
inline constexpr int kFewestStepsPerFlight = 2;              // a flight of one riser has no tread in plan
inline constexpr std::int32_t kHighestElevation = 1'000'000; // mm, up and down
inline constexpr std::int32_t kHighestStorey = 100'000;      // mm, floor to floor
inline constexpr int kLowestStoreyNumber = -20;
inline constexpr int kHighestStoreyNumber = 200;
inline constexpr int kMostPupilsPerClass = 200;
inline constexpr int kMostPeople = 100'000; // in one run
inline constexpr int kHighestGrade = 12;
inline constexpr std::size_t kMostItems = 100'000;  // of a list
inline constexpr std::size_t kMostCorners = 20'000; // of a ring
inline constexpr std::size_t kMostHoles = 1'000;    // of a polygon

}
