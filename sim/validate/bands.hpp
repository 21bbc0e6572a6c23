#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace stairwise {

/// Measured bands that trials are held against, and how their points are put into bins.

/// Mean speed of people on the level where the density lies in [low, high) persons per m².
struct SpeedBand {
    double low, high;
    double mean, sigma; // m/s
};
/// Corridor 3.0 m wide, open at both ends (UO): Zhang, Klingsch, Schadschneider, Seyfried 2011, "Transitions in
/// pedestrian fundamental diagrams of straight corridors and T-junctions"; binned by us from the Jülich archive's
/// density–speed tables.
[[nodiscard]] std::span<const SpeedBand> openCorridor();
/// Closed corridor 1.8 m wide (UG): Hermes experiments, binned likewise.
[[nodiscard]] std::span<const SpeedBand> closedCorridor();

/// Single file: speeds below which 10, 50 and 90 % of those measured lie, by persons per metre. RiMEA 4.1.1, test 16.
struct PercentileBand {
    double density;
    double p10, p50, p90; // m/s
};
[[nodiscard]] std::span<const PercentileBand> singleFile();
/// Between the table's rows by straight lines; beyond its ends the end.
[[nodiscard]] PercentileBand singleFileAt(double density);

struct StatePoint {
    double density = 0.0; // persons per m², or per m
    double speed = 0.0;   // m/s
};
struct StateBin {
    double low = 0.0, high = 0.0; // density
    std::size_t points = 0;
    double speed = 0.0; // mean
    double flow = 0.0;  // mean of density · speed
};
/// Bins of equal width from 0 up to the greatest density, empty ones included.
[[nodiscard]] std::vector<StateBin> binned(std::span<const StatePoint> points, double width);
inline constexpr double kBinWidth = 0.25;       // persons per m², as the measured tables
inline constexpr std::size_t kLeastPoints = 20; // below so many moments a bin counts as not reached; assumed

}
