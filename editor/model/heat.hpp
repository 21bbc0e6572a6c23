#pragma once

#include "editor/model/trace_follower.hpp"
#include "sim/egress/network.hpp"
#include "sim/risk/density.hpp"
#include "sim/trace/frame.hpp"
#include "sim/walkable/walkable.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace stairwise::editor {

/// Of the moment that is played, but for TimeToExit (of the plan) and the last three (of the whole run).
enum class HeatKind { None, Density, LevelOfService, Use, TimeToExit, Pressure, PeakDensity, PeakPressure, PeakForce };

[[nodiscard]] inline bool isPressure(HeatKind kind)
{
    return kind == HeatKind::Pressure || kind == HeatKind::PeakPressure;
}

/// A value in each square of half a metre over a surface's box; below 0: nothing to say. Squares reach over the
/// surface's edge: a picture is cut to its area. Empty values: nothing to say of the whole surface.
struct HeatField {
    Grid grid;
    std::vector<float> values;
};

/// What is measured of one frame, all surfaces in the order of Walkable::surfaces. Kept from frame to frame for its
/// memory and for what follows from the floors alone. `walkable`: of the run that is played.
class HeatMaker {
public:
    explicit HeatMaker(std::shared_ptr<const Walkable> walkable);
    ~HeatMaker();
    HeatMaker(const HeatMaker&) = delete;
    HeatMaker& operator=(const HeatMaker&) = delete;
    /// Persons per m² of the moment: in each square that of the nearest person within a Voronoi cell's reach, averaged
    /// over a square metre around that person (sim/risk).
    [[nodiscard]] const std::vector<HeatField>& density(const Frame& frame);
    /// 0 … 5 for A … F by the same density: Fruin's table for stairs on flights, else that for walkways.
    [[nodiscard]] const std::vector<HeatField>& service(const Frame& frame);
    /// Crowd pressure of the moment, 1/s²: density times variance of velocity in the square metre around the person.
    [[nodiscard]] const std::vector<HeatField>& pressure(const Frame& frame);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};
/// Of one frame alone; the memory is made anew.
[[nodiscard]] std::vector<HeatField> densityNow(const Walkable& walkable, const Frame& frame);
[[nodiscard]] std::vector<HeatField> serviceNow(const Walkable& walkable, const Frame& frame);

/// The greatest of a run, as it was held against the limits (averaged over 1 m² and 1 s): one of the last three kinds.
/// Where nobody stood, or nobody was pressed, there is nothing to say. `maps`: RunResult::maps.
[[nodiscard]] std::vector<HeatField> peaksOf(const std::vector<DensityMap>& maps, HeatKind kind);

/// Steps that double, because crowd pressure spans two powers of ten: 0 up to kHeaves, 1 up to twice that, … 8.
[[nodiscard]] int pressureStep(double pressure);
inline constexpr int kPressureSteps = 9;
/// 1/s²: where turbulence began among adults on the flat (Helbing, Johansson, Al-Abideen 2007).
inline constexpr double kHeaves = 0.02;

enum class ServiceTable { Walkway, Stair };
/// 0 … 5 for A … F.
[[nodiscard]] int serviceLevel(double personsPerSquareMetre, ServiceTable table);

/// How many people have walked through each square so far. Reads the trace once in the background, also one that grows.
class UseSoFar {
public:
    [[nodiscard]] static Result<UseSoFar> open(const std::filesystem::path& trace,
                                               std::shared_ptr<const Walkable> walkable);
    UseSoFar(UseSoFar&&) noexcept;
    UseSoFar& operator=(UseSoFar&&) noexcept;
    ~UseSoFar();
    void refresh();
    void wait();                        // until all that is there is counted: for scripts and tests
    [[nodiscard]] double known() const; // seconds up to which it has been counted
    [[nodiscard]] std::vector<HeatField> upTo(double seconds) const; // of what is known

private:
    struct Inside;
    explicit UseSoFar(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// Seconds to the goal from each square, at the free speeds by which routes are chosen; below 0 where there is no way.
[[nodiscard]] std::vector<HeatField> timeToExit(const Walkable& walkable, const Network& network, const Goal& goal,
                                                const Barred& barred);

}
