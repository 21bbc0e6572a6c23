#include "sim/run/checkpoint.hpp"
#include "sim/crowd/crowd.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The whole file through its reader; and, since a checksum stops nearly every mutation there, the same bytes as the
/// state of an empty crowd.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace stairwise;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(checkpointFrom(bytes, "fuzz.checkpoint"));
    const Walkable walkable;
    const Network network;
    CrowdDef def;
    def.walkable = &walkable;
    def.network = &network;
    static_cast<void>(Crowd(def).restore(bytes));
    return 0;
}
