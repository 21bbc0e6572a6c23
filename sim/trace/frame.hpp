#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace stairwise {

/// What everybody did at one moment: columns over the people still inside, in the order of their numbers.
struct Frame {
    double time = 0.0;                 // seconds
    std::vector<std::uint32_t> person; // index into the people of the run, ascending
    std::vector<std::int32_t> x;       // millimetres
    std::vector<std::int32_t> y;
    std::vector<std::uint32_t> surface; // index into the walkable surfaces
    std::vector<std::int16_t> vx;       // millimetres per second in plan
    std::vector<std::int16_t> vy;
    [[nodiscard]] std::size_t size() const { return person.size(); }
};
inline constexpr double kFrameInterval = 0.5; // seconds

using FrameSink = std::function<void(const Frame&)>;

/// What does not change of a person.
struct TracedPerson {
    std::string group;       // class id, "staff", "listed", "fill"
    std::int32_t radius = 0; // millimetres
};

/// What a reader needs besides the frames.
struct TraceHead {
    std::string school;   // name
    std::string scenario; // name
    std::uint64_t seed = 0;
    int engine = 0;
    std::string walkableHash;
    double interval = kFrameInterval;  // seconds
    std::vector<std::string> surfaces; // element names, as Walkable::surfaces
    std::vector<std::string> storeys;  // storey id of each surface; empty: grounds
    std::vector<TracedPerson> people;
};

}
