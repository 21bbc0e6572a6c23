#pragma once

#include "sim/base/parallel.hpp"
#include "sim/geometry/way_field.hpp"
#include "sim/risk/averages.hpp"
#include "sim/trace/frame.hpp"
#include "sim/walkable/walkable.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// Voronoi density: 1 / area of each person's Voronoi cell, clipped to the walkable surfaces near by (Steffen and
/// Seyfried 2010, "Methods for measuring pedestrian density, flow, speed and direction with minimal scatter").
/// Everywhere in this room a density is averaged over 1 m² and 1 s before it is held against a limit.

/// One square of half a metre on one surface. People on joined surfaces count as neighbours through the portals.
struct DensityMap {
    Grid grid;                    // cells of kDensityCell over the surface's box
    std::vector<float> peak;      // greatest density, persons per m²
    std::vector<float> pressure;  // greatest crowd pressure, 1/s²
    std::vector<float> force;     // greatest force on somebody who stood here, newtons; 0 where forces are not known
    std::vector<float> crossings; // persons that passed through the cell
};
inline constexpr double kDensityCell = 0.5;  // metres
inline constexpr double kCrowdedLimit = 3.5; // persons per m²; our scale: orange (docs/model.md, crush scale)

struct CrowdedPlace {
    SurfaceIndex surface = kNowhere;
    double personSeconds = 0.0; // above the limit
    double peak = 0.0;          // persons per m²
    double from = 0.0;          // seconds: first and last moment above the limit
    double to = 0.0;
    Vec2 at; // of the peak, metres
};

/// Takes the frames of one run, one after another.
class DensityMeter {
public:
    /// `bodies`: m² that each person covers, by number.
    DensityMeter(const Walkable& walkable, double limit, std::vector<double> bodies = {});
    ~DensityMeter();
    DensityMeter(DensityMeter&&) noexcept;
    void add(const Frame& frame);
    /// The same, whatever the threads; with what presses, where it is known. Returns the second that became whole with
    /// this frame; null: not yet. Valid until the next call.
    const SecondMean* add(const Frame& frame, const Pressing& pressing, Workers& workers);
    /// The most crowded places first, at most `count`.
    [[nodiscard]] std::vector<CrowdedPlace> crowdedPlaces(std::size_t count) const;
    [[nodiscard]] const std::vector<DensityMap>& maps() const; // as Walkable::surfaces
    /// All that was taken, as bytes, and back into a meter of the same surfaces (false: no such bytes).
    [[nodiscard]] std::string state() const;
    [[nodiscard]] bool restore(std::string_view state);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// The Voronoi density of each person of one frame, persons per m²: the building block, and what tests compare.
[[nodiscard]] std::vector<double> voronoiDensities(const Walkable& walkable, const Frame& frame);

}
