#pragma once

#include "editor/model/curves.hpp"
#include "editor/model/heat.hpp"
#include "sim/base/result.hpp"
#include "sim/geometry/point.hpp"
#include "sim/trace/trace_file.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace stairwise::editor {

/// The people of one moment, to be drawn; between two frames places are interpolated along the straight way, and half
/// way somebody is told to be on the next surface.
struct PeopleShown {
    double time = 0.0;
    std::vector<std::uint32_t> person; // index into head().people
    std::vector<Vec2> at;              // metres
    std::vector<float> radius;         // metres
    std::vector<std::uint32_t> surface;
    std::vector<float> speed; // m/s in plan
    /// Seconds spent slower than 0.2 m/s since they first walked faster, up to now. Added up in the background when a
    /// file is opened; empty while it has not come to this moment.
    std::vector<float> wait;
};

/// Plays a trace file, also one that still grows: a cut file is played to its last whole chunk. Memory holds a few
/// chunks, the index and a sum a person and chunk, never the whole walk. One thread asks.
class Playback {
public:
    [[nodiscard]] static Result<Playback> open(const std::filesystem::path& path);
    Playback(Playback&&) noexcept;
    Playback& operator=(Playback&&) noexcept;
    ~Playback();
    [[nodiscard]] const TraceHead& head() const;
    [[nodiscard]] double duration() const; // seconds: of the last frame
    [[nodiscard]] bool complete() const;   // false: the file grows or is cut
    /// Looks whether the file has grown. Cheap.
    void refresh();
    /// At any moment, in any order, within 50 ms.
    [[nodiscard]] Result<PeopleShown> at(double seconds) const;
    /// The last frame up to that moment, for heat fields; empty where there is none.
    [[nodiscard]] Result<std::shared_ptr<const Frame>> frameAt(double seconds) const;
    void waitForSums(); // until the waits of all that is there are known: for scripts and tests

private:
    struct Inside;
    explicit Playback(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}
