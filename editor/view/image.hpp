#pragma once

#include "sim/base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace stairwise::editor {

struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba; // top row first
};
inline constexpr int kLargestImage = 16'384; // pixels a side; assumed

/// A picture file: PNG or JPEG, by its content.
[[nodiscard]] Result<Image> readImage(const std::filesystem::path& path);
/// PNG bytes.
[[nodiscard]] std::string pngOf(const Image& image);

/// What is in the framebuffer. Needs a current context.
[[nodiscard]] Image grabbed(int width, int height);

}
