#pragma once

#include "scenarios/maker/replays.hpp"
#include "sim/run/run.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace stairwise::samples {

/// What one run of a replay came to. Densities are those of docs/measures.md: Voronoi, over 1 m² and 1 s.
/// Places are the parts of stairs (each flight, half landing and floor landing) and spaces, long ones in stretches.
struct Replayed {
    std::uint64_t seed = 0;
    RunResult result;
    double index = 0.0;     // person-seconds above 5 per m² on the named rise: its flights and half landing
    double peak = 0.0;      // greatest density there, persons per m²
    double dense = 0.0;     // seconds for which somebody there stood at 6 per m² or more
    double onAverage = 0.0; // greatest mean over a second of people ÷ clear area of one of its parts
    int place = 0;          // of its worst part among all places by that index, 1: the worst; 0: nothing above 5
    int placeOnStairs = 0;  // among the flights and landings alone
    std::string worst;      // the worst place of all, its name in results; empty: nothing above 5
    double worstIndex = 0.0;
    double worstPeak = 0.0;     // greatest density anywhere
    double lasting = 0.0;       // seconds for which somebody anywhere stood above 5 per m²
    double worstFlight = 0.0;   // greatest density on any flight
    double fullestFlight = 0.0; // greatest mean over a second of people ÷ clear area of any flight
    double worstOnStairs = 0.0; // index of the worst flight or landing
};
[[nodiscard]] Replayed replayed(const Replay& replay, std::uint64_t seed);

/// Medians of `runs` in a line of a table; its head.
[[nodiscard]] std::string tableHead();
[[nodiscard]] std::string tableLine(const Replay& replay, std::span<const Replayed> runs);

[[nodiscard]] double medianOf(std::vector<double> values);
[[nodiscard]] double medianIndex(std::span<const Replayed> runs);
/// An alarm on a day that should give none: ten person-seconds above 5 per m² at one place (as risk points count).
inline constexpr double kAlarm = 10.0;
[[nodiscard]] int alarms(std::span<const Replayed> runs);
[[nodiscard]] int alarmsOnStairs(std::span<const Replayed> runs);

}
