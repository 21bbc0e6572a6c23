#include "sim/picture/picture.hpp"

#include <cairo/cairo.h>
#include <gtest/gtest.h>

#include <cstring>
#include <memory>

namespace stairwise {
namespace {

struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> rgb; // 0xrrggbb
    [[nodiscard]] std::uint32_t at(int x, int y) const { return rgb[static_cast<std::size_t>(y * width + x)]; }
    /// Columns from the first to the last that is not white; 0: all white.
    [[nodiscard]] int inkWidth() const
    {
        int first = width;
        int last = -1;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                if (at(x, y) != 0xffffff) {
                    first = std::min(first, x);
                    last = std::max(last, x);
                }
        return last < first ? 0 : last - first + 1;
    }
};

Pixels decoded(std::string png)
{
    struct Source {
        std::string bytes;
        std::size_t next = 0;
    } source{std::move(png)};
    const auto read = [](void* from, unsigned char* data, unsigned length) {
        auto& s = *static_cast<Source*>(from);
        if (s.next + length > s.bytes.size()) return CAIRO_STATUS_READ_ERROR;
        std::memcpy(data, s.bytes.data() + s.next, length);
        s.next += length;
        return CAIRO_STATUS_SUCCESS;
    };
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_image_surface_create_from_png_stream(read, &source), cairo_surface_destroy);
    Pixels pixels{cairo_image_surface_get_width(surface.get()), cairo_image_surface_get_height(surface.get()), {}};
    for (int y = 0; y < pixels.height; ++y)
        for (int x = 0; x < pixels.width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel,
                        cairo_image_surface_get_data(surface.get()) +
                            y * cairo_image_surface_get_stride(surface.get()) + 4 * x,
                        sizeof pixel);
            pixels.rgb.push_back(pixel & 0xffffff);
        }
    return pixels;
}

Picture sheet(std::vector<Shape> shapes)
{
    return {{0.0, 0.0}, {10.0, 6.0}, 10.0, std::move(shapes)};
}

TEST(Png, HasThePixelsOfThePaperAndYPointsUp)
{
    const std::vector<Vec2> upperLeft = {{0, 3}, {5, 3}, {5, 6}, {0, 6}};
    const Pixels pixels = decoded(toPng(sheet({FillShape{{upperLeft}, {200, 10, 20, 255}}}), 2.0));
    ASSERT_EQ(pixels.width, 200);
    ASSERT_EQ(pixels.height, 120);
    EXPECT_EQ(pixels.at(50, 30), 0xc80a14U);
    EXPECT_EQ(pixels.at(50, 90), 0xffffffU);
    EXPECT_EQ(pixels.at(150, 30), 0xffffffU);
}

TEST(Png, ARingWithinARingIsAHole)
{
    const std::vector<Vec2> outer = {{0, 0}, {10, 0}, {10, 6}, {0, 6}};
    const std::vector<Vec2> inner = {{4, 2}, {6, 2}, {6, 4}, {4, 4}};
    const Pixels pixels = decoded(toPng(sheet({FillShape{{outer, inner}, {0, 0, 0, 255}}}), 1.0));
    EXPECT_EQ(pixels.at(50, 30), 0xffffffU);
    EXPECT_EQ(pixels.at(10, 30), 0U);
}

TEST(Png, TextStaysWithinItsWidestWidth)
{
    TextShape text{{5.0, 3.0}, 12.0, Anchor::Centre, {0, 0, 0, 255}, "七年级（1）班 Room A101", 0.0};
    EXPECT_GT(decoded(toPng(sheet({text}), 1.0)).inkWidth(), 90);
    text.widest = 60.0;
    const int shrunk = decoded(toPng(sheet({text}), 2.0)).inkWidth();
    EXPECT_LE(shrunk, 2 * 60 + 2);
    EXPECT_GT(shrunk, 2 * 50);
    text.widest = 30.0;
    EXPECT_LE(decoded(toPng(sheet({text}), 2.0)).inkWidth(), 2 * 30 + 2);
}

TEST(Png, EqualPicturesGiveEqualBytes)
{
    const TextShape text{{5.0, 3.0}, 12.0, Anchor::Right, {0, 0, 0, 255}, "安全出口", 0.0};
    EXPECT_EQ(toPng(sheet({text}), 2.0), toPng(sheet({text}), 2.0));
}

TEST(Png, AGiantSheetIsMadeCoarser)
{
    Picture giant{{0, 0}, {100'000, 10}, 10.0, {}};
    const Pixels pixels = decoded(toPng(giant, 2.0));
    EXPECT_EQ(pixels.width, 16'000);
    EXPECT_GE(pixels.height, 1);
}

}
}
