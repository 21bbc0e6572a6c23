#include "sim/trace/frame_coder.hpp"
#include "sim/trace/trace_file.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>

/// The whole file through its reader; and, since a checksum stops nearly every mutation there, the same bytes as the
/// payload of one chunk.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace stairwise;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto reader = TraceReader::from(std::make_unique<std::istringstream>(bytes), "fuzz.trace");
    if (reader)
        for (std::size_t i = 0; i < reader.value().frames() && i < 4 * kFramesPerChunk; ++i)
            static_cast<void>(reader.value().frame(i));
    if (!bytes.empty()) {
        const std::size_t frames = static_cast<unsigned char>(bytes[0]) % (kFramesPerChunk + 1);
        static_cast<void>(decodeChunk(std::string_view(bytes).substr(1), frames, 50, 5));
    }
    return 0;
}
