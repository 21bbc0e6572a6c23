#pragma once

#include "sim/risk/voronoi.hpp"
#include "sim/trace/frame.hpp"

#include <span>
#include <vector>

namespace stairwise {

/// Density, speed and flow by methods with a name, from frames at even intervals: those of a run, of a trace file, or
/// of people filmed. docs/measures.md says which is which and where each comes from.

/// A rectangle along the axes on one surface, metres. People on `beside` (joined surfaces near by) count as neighbours.
struct MeasuringArea {
    SurfaceIndex surface = kNowhere;
    Vec2 low;
    Vec2 high;
    std::vector<SurfaceIndex> beside;
};
[[nodiscard]] double squareMetresOf(const MeasuringArea& area);

/// Metres per second in plan of each row of frames[at]: displacement between `half` frames before and after, or between
/// those of them that the person is in. (0, 0) for who is in one frame only.
[[nodiscard]] std::vector<Vec2> velocitiesAt(std::span<const Frame> frames, std::size_t at, std::size_t half);

/// What an area holds at one moment.
struct AreaState {
    double density = 0.0;                                                 // persons per m²
    double speed = 0.0;                                                   // m/s; 0 where nobody is
    [[nodiscard]] double specificFlow() const { return density * speed; } // persons per metre and second
};

/// Method B/C of Zhang et al. 2011: people whose middle lies in the area, over its size; the mean of their speeds.
[[nodiscard]] AreaState classicalState(const Frame& frame, std::span<const Vec2> velocities, const MeasuringArea& area);

/// Method D: the mean over the area of 1 / (size of the Voronoi cell) and of its owner's speed.
[[nodiscard]] AreaState voronoiState(VoronoiCells& cells, const Frame& frame, std::span<const Vec2> velocities,
                                     const MeasuringArea& area);

/// A line across a surface, counted in both directions apart.
struct CountingLine {
    SurfaceIndex surface = kNowhere; // of the person before crossing; kNowhere: any
    Vec2 a;
    Vec2 b;
};
struct Crossed {
    double time = 0.0; // seconds, between frames by the way walked
    std::uint32_t person = 0;
};
/// Who crosses from the left of a→b to its right, in the order of time. Each is counted whenever they cross.
[[nodiscard]] std::vector<Crossed> crossingsOf(std::span<const Frame> frames, const CountingLine& line);

/// Method A: (number − 1) / time between the first and the last, after `dropped` (share of all, 0 … 0.4) are left out
/// at each end. 0 for fewer than two.
[[nodiscard]] double flowThrough(std::span<const Crossed> crossed, double dropped);

}
