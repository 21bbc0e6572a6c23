#pragma once

#include "sim/trace/frame.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// Frames to bytes and back, a chunk at a time, in columns. Within a chunk each person is told as the change against
/// their own last frame; a chunk needs nothing of the one before it. docs/files.md, "Chunks".

inline constexpr std::size_t kFramesPerChunk = 32; // 16 s of half-second frames

/// What was last said of a person: the ground on which the next frame is told.
struct LastSeen {
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::int16_t vx = 0;
    std::int16_t vy = 0;
    std::uint32_t surface = 0xffffffffU;
};

enum Column : std::size_t { kTimes, kPeople, kSurfaces, kSpeedsX, kSpeedsY, kPlacesX, kPlacesY, kColumns };

class ChunkEncoder {
public:
    ChunkEncoder(std::size_t people, std::size_t surfaces) : last_(people), surfaces_(surfaces) {}
    /// False where the frame does not keep the promises of frame.hpp; then nothing of it is taken.
    [[nodiscard]] bool add(const Frame& frame);
    [[nodiscard]] std::size_t frames() const { return frames_; }
    /// The payload of the chunk; the encoder starts on the next one.
    [[nodiscard]] std::string take();

private:
    [[nodiscard]] bool sound(const Frame& frame) const;
    void tellPeople(const Frame& frame);
    void tellSurfaces(const Frame& frame);

    std::vector<LastSeen> last_; // by person
    std::size_t surfaces_;
    std::vector<std::uint32_t> present_; // in the last frame
    double time_ = 0.0;
    std::size_t frames_ = 0;
    std::array<std::string, kColumns> columns_;
};

/// Nothing where the payload is not what an encoder makes for so many frames, people and surfaces. Memory stays within
/// a small multiple of the payload.
[[nodiscard]] std::optional<std::vector<Frame>> decodeChunk(std::string_view payload, std::size_t frames,
                                                            std::size_t people, std::size_t surfaces);

}
