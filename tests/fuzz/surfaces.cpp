// Floors that somebody has sent: refused, or floors that can be written, read again and held against others.
#include "sim/walkable/surface_file.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace stairwise;
    const auto read = parseSurfaces({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (!read) return 0;
    const Walkable& walkable = read.value();
    for (const Portal& portal : walkable.portals) {
        if (portal.a >= walkable.surfaces.size()) std::abort();
        if (portal.b != kNowhere && portal.b >= walkable.surfaces.size()) std::abort();
    }
    const auto again = parseSurfaces(formatSurfaces(walkable), "again");
    if (!again || again.value().hash != walkable.hash) std::abort();
    if (otherFloor(walkable, again.value())) std::abort();
    Walkable moved = walkable;
    for (Surface& surface : moved.surfaces) surface.area.outer.front().x ^= 1;
    (void)otherFloor(walkable, moved);
    return 0;
}
