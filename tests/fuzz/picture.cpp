// Whatever says that it is a picture: taken without what stands beside it, turned and blurred, or refused.
#include "sim/record/drill_picture.hpp"
#include "sim/record/pixels.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace stairwise;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto clean = withoutMetadata(bytes, "p");
    if (clean && withoutMetadata(clean.value(), "p").value() != clean.value()) std::abort();
    const auto pixels = pixelsOf(bytes, "p");
    if (!pixels || pixels.value().dots.size() > (std::size_t{1} << 22U)) return 0; // slow, and nothing new
    (void)upright(bytes, "p");
    const BlurredPlace place{10.0, 20.0, 30.0, 70.0};
    if (const auto made = blurred(bytes, {&place, 1}, "p"); !made || !withoutMetadata(made.value(), "p")) std::abort();
    return 0;
}
