#pragma once

#include "sim/base/result.hpp"
#include "sim/geometry/way_field.hpp"
#include "sim/trace/trace_file.hpp"
#include "sim/walkable/walkable.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace stairwise::editor {

/// The people of one moment, to be drawn; places between two frames are interpolated where the surface is the same.
struct PeopleShown {
    double time = 0.0;
    std::vector<std::uint32_t> person; // index into head().people
    std::vector<Vec2> at;              // metres
    std::vector<float> radius;         // metres
    std::vector<std::uint32_t> surface;
    std::vector<float> speed; // m/s in plan
    std::vector<float> wait;  // seconds spent slower than 0.2 m/s up to now; a sum over frames already indexed
};

/// Plays a trace file, also one that still grows: a cut file is played to its last whole chunk. Memory holds a few
/// chunks and the index, never the whole walk.
class Playback {
public:
    [[nodiscard]] static Result<Playback> open(const std::filesystem::path& path);
    Playback(Playback&&) noexcept;
    Playback& operator=(Playback&&) noexcept;
    ~Playback();
    [[nodiscard]] const TraceHead& head() const;
    [[nodiscard]] double duration() const; // seconds: of the last frame
    /// Looks whether the file has grown. Cheap.
    void refresh();
    /// At any moment, in any order, within 50 ms.
    [[nodiscard]] Result<PeopleShown> at(double seconds) const;

private:
    struct Inside;
    explicit Playback(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

enum class HeatKind { None, Density, LevelOfService, Use, TimeToExit };

/// A value in each square of a surface's grid; below 0: nothing to say.
struct HeatField {
    Grid grid; // as in sim/risk (half a metre)
    std::vector<float> values;
};
/// Density (persons per m² of the moment, Voronoi), level of service (0 … 5 for A … F, Fruin's walkway or stair table
/// by the surface), as Walkable::surfaces.
[[nodiscard]] std::vector<HeatField> densityNow(const Walkable& walkable, const Frame& frame);
[[nodiscard]] std::vector<HeatField> serviceNow(const Walkable& walkable, const Frame& frame);

/// How many crossed each stair and exit by time, for the charts: read from the trace once, in the background if large.
struct Curve {
    std::string id;         // stair, exit, or class
    std::vector<int> count; // by second: passed so far
};

}
