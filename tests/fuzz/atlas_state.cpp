#include "sim/stagger/atlas_state.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// As the state of an atlas of an empty school.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace stairwise;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Walkable walkable;
    walkable.surfaces.resize(8);
    walkable.portals.resize(8);
    static_cast<void>(parseAtlasState(text, "fuzz.state", AtlasPlan{}, walkable));
    return 0;
}
