#pragma once

#include "sim/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// A picture as dots: JPEG by libjpeg-turbo, PNG by libpng, both in pixels.cpp alone.
struct Pixels {
    int width = 0;
    int height = 0;
    int channels = 3; // red, green, blue: a JPEG; and how opaque: a PNG
    std::vector<std::uint8_t> dots;

    [[nodiscard]] std::size_t at(int x, int y) const
    {
        return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) *
               static_cast<std::size_t>(channels);
    }
};

/// Refused: damaged, neither of the two, larger than any camera's, a printing press's colours.
[[nodiscard]] Result<Pixels> pixelsOf(std::string_view bytes, const std::string& file);
/// Of the kind that its channels say; nothing but the picture.
[[nodiscard]] Result<std::string> formatPixels(const Pixels& pixels, const std::string& file);

}
