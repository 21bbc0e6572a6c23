#pragma once

#include "sim/base/result.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stairwise {

/// What nobody is to be known by: faces, names on clothes.

/// A place in a picture, percent of its width and height, from its upper left corner.
struct BlurredPlace {
    double left = 0.0;
    double top = 0.0;
    double wide = 0.0;
    double high = 0.0;
    friend bool operator==(const BlurredPlace&, const BlurredPlace&) = default;
};
/// "40,20,15,25"; nothing where it is none or does not lie within the picture.
[[nodiscard]] std::optional<BlurredPlace> parseBlurredPlace(std::string_view text);
[[nodiscard]] bool isWithin(const BlurredPlace& place);

/// The picture anew, each place a mosaic of eight tiles across at the most: what was there is in it no more.
[[nodiscard]] Result<std::string> blurred(std::string_view picture, std::span<const BlurredPlace> places,
                                          const std::string& file);

/// As a viewer shows it: a camera that was held sideways says so in what it writes besides the picture, which is taken
/// off. Nothing: it stands upright as it is.
[[nodiscard]] Result<std::optional<std::string>> upright(std::string_view picture, const std::string& file);

}
