#pragma once

#include "sim/base/hash.hpp"
#include "sim/base/result.hpp"
#include "sim/trace/frame.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace stairwise {

/// What stands where in a trace file; docs/files.md says it in words.

inline constexpr std::string_view kTraceMagic = "SWTRACE\n";
inline constexpr std::string_view kTraceEnd = "SWTREND\n";
inline constexpr std::uint32_t kTraceVersion = 1;
inline constexpr std::size_t kPrefixBytes = 24; // magic, version, size of the head, its checksum
inline constexpr std::size_t kFooterBytes = 16; // where the index begins, end mark

// Far above what a school of 100,000 people needs (assumed); they stop a damaged size before it costs memory.
inline constexpr std::uint64_t kMostHeadBytes = 64U << 20;
inline constexpr std::uint64_t kMostBlockBytes = 256U << 20;

/// What stands before each payload: of a chunk `first` is the number of its first frame and `count` that of its frames;
/// of the index they are the numbers of chunks and of frames.
struct BlockHead {
    std::uint32_t tag = 0;
    std::uint32_t bytes = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint64_t checksum = 0;
};
inline constexpr std::size_t kBlockHeadBytes = 24;
inline constexpr std::uint32_t kChunkTag = 0x4b4e4843; // "CHNK"
inline constexpr std::uint32_t kIndexTag = 0x58444e49; // "INDX"

[[nodiscard]] std::uint64_t checksumOf(const BlockHead& head, std::string_view payload);
/// Block head, then payload.
[[nodiscard]] std::string blockOf(std::uint32_t tag, std::uint32_t first, std::uint32_t count,
                                  std::string_view payload);
/// `bytes`: kBlockHeadBytes of them.
[[nodiscard]] BlockHead blockHeadOf(std::string_view bytes);

/// Prefix and head.
[[nodiscard]] std::string bytesOf(const TraceHead& head);
/// The head without its prefix. False where the bytes are no head.
[[nodiscard]] bool headOf(std::string_view bytes, TraceHead& head);
[[nodiscard]] std::uint64_t headChecksum(std::uint32_t version, std::string_view bytes);

}
