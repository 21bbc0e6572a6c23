#pragma once

#include "editor/view/image.hpp"
#include "sim/base/system.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace stairwise::editor {

/// How far a picture may be from the one kept: drivers round edges differently.
inline constexpr int kLargestDifference = 40;     // of 255, in one channel
inline constexpr double kDifferentPixels = 0.004; // of all, that may differ by more

inline void writePicture(const std::string& name, const Image& image)
{
    std::filesystem::create_directories(STAIRWISE_PICTURES);
    const auto path = std::filesystem::path(STAIRWISE_PICTURES) / name;
    ASSERT_TRUE(writeFile(path, pngOf(image)).ok()) << path;
}

/// Red where they differ too much, grey where a little.
inline Image differenceOf(const Image& image, const Image& golden, double& share)
{
    Image difference{image.width, image.height, std::vector<std::uint8_t>(image.rgba.size(), 255)};
    std::size_t different = 0;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        int most = 0;
        for (std::size_t c = 0; c < 3; ++c) most = std::max(most, std::abs(image.rgba[i + c] - golden.rgba[i + c]));
        const bool far = most > kLargestDifference;
        if (far) ++different;
        for (std::size_t c = 0; c < 3; ++c)
            difference.rgba[i + c] = static_cast<std::uint8_t>(far ? (c == 0 ? 220 : 0) : 255 - most);
    }
    share = static_cast<double>(different) / (static_cast<double>(image.rgba.size()) / 4.0);
    return difference;
}

/// Compares with tests/golden/NAME.png. Where they differ, NAME.out.png and NAME.diff.png lie among the build's
/// pictures; look at the first, and copy it if it is better.
inline void expectGolden(const Image& image, const std::string& name)
{
    const auto golden = readImage(std::filesystem::path(STAIRWISE_SOURCE_DIR) / "tests/golden" / (name + ".png"));
    if (!golden.ok() || golden.value().width != image.width || golden.value().height != image.height) {
        writePicture(name + ".out.png", image);
        ADD_FAILURE() << name << ": no picture of this size is kept; made " << STAIRWISE_PICTURES << "/" << name
                      << ".out.png";
        return;
    }
    double share = 0.0;
    const Image difference = differenceOf(image, golden.value(), share);
    if (share <= kDifferentPixels) return;
    writePicture(name + ".out.png", image);
    writePicture(name + ".diff.png", difference);
    ADD_FAILURE() << name << ": " << 100.0 * share << " % of the pixels differ; see " << STAIRWISE_PICTURES << "/"
                  << name << ".diff.png";
}

}
