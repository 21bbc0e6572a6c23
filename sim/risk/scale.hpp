#pragma once

#include "sim/base/result.hpp"

#include <array>

namespace stairwise {

/// Limits and scales that measures are held against.

/// Persons per m² at which the colours begin: yellow, orange, red, black; below, green (proposed from: about 4 no room
/// to move without contact, Still; up to 5 manageable, more is not; about 7 "almost a fluid mass", Fruin 1993).
inline constexpr std::array<double, 4> kColours = {2.0, 3.5, 5.0, 6.5};
/// Seconds for which somebody stands in a colour before it ranks a place, unless so many stand in it that they make up
/// for it: a class that squeezes through its door for a moment is no crush (assumed: as long as the replays of documented
/// events are asked for).
inline constexpr double kLasting = 10.0;

/// Settings of the search for risk points. docs/measures.md tells the sources.
struct RiskLimits {
    double density = 3.5;   // persons per m²: a place above it is a risk point
    double rail = 1500.0;   // newtons per metre of rail or wall (GB 50099-2011, 8.1.6: what a guard rail must bear)
    double pressure = 0.02; // 1/s², told beside, never ranked alone: the onset of turbulence among adults on the flat
    double least = 10.0;    // person-seconds above a limit before it counts (assumed: ten people for a second)
    double pause = 10.0;    // seconds below it after which a new point begins (assumed)
    double load = 1.5;      // persons per m² of clear area of a flight or landing (where Fruin's stair level D ends)
    friend bool operator==(const RiskLimits&, const RiskLimits&) = default;
};
/// Refused: below zero, or not a number. The place in the fault is the setting's name in files and options.
[[nodiscard]] Done checkLimits(const RiskLimits& limits);

/// Fruin's levels of service A … F, by density in persons per m². Levels of walkways and of stairs are not the same.
/// Fruin 1971 as quoted in docs/measures.md. F lumps together all that is dangerous: no scale for crushes.
[[nodiscard]] char levelOnWalkway(double density);
[[nodiscard]] char levelOnStair(double density);

}
