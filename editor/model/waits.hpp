#pragma once

#include "sim/trace/frame.hpp"

#include <cstddef>
#include <mutex>
#include <span>
#include <vector>

namespace stairwise::editor {

inline constexpr double kStandsBelow = 0.2; // m/s; as PersonResult::waited

/// Adds up how long each person of a trace has stood since they first walked. Kept for the beginning of each chunk of
/// frames, so that any moment is a few additions away. Written by one thread, asked by another.
class Waits {
public:
    Waits(std::size_t people, double interval) : interval_(interval), now_(people, kSits) {}
    void add(const std::vector<Frame>& chunk); // the next one
    /// Seconds of each person of the last of `frames`, which are those of the chunk up to it; false: not known yet.
    [[nodiscard]] bool at(std::size_t chunk, std::span<const Frame> frames, std::vector<float>& waits) const;

private:
    static constexpr float kSits = -1.0F; // has not walked yet
    void count(const Frame& frame, std::vector<float>& sums) const;

    double interval_;
    mutable std::mutex mutex_;               // guards begins_
    std::vector<std::vector<float>> begins_; // by chunk: sums before its first frame
    std::vector<float> now_;
};

}
