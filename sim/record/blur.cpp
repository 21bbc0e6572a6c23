#include "sim/record/blur.hpp"

#include "sim/record/pixels.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace stairwise {
namespace {

constexpr double kWhole = 100.0;
constexpr int kTiles = 8;      // across a place; a face of so many tells nobody
constexpr int kLeastTile = 16; // dots; assumed: of a small face eight tiles would still be the face

/// Dots from `from` up to `to`.
struct Span {
    int from = 0;
    int to = 0;
    [[nodiscard]] int size() const { return to - from; }
};

Span spanOf(double from, double size, int dots)
{
    const auto low = static_cast<int>(std::floor(from / kWhole * dots));
    const auto high = static_cast<int>(std::ceil((from + size) / kWhole * dots));
    return {std::clamp(low, 0, dots - 1), std::clamp(high, 1, dots)};
}

int tileOf(Span span)
{
    return std::max((span.size() + kTiles - 1) / kTiles, kLeastTile);
}

// One colour: the mean.
void even(Pixels& pixels, Span across, Span down)
{
    const auto channels = static_cast<std::size_t>(pixels.channels);
    const auto count = static_cast<std::uint64_t>(across.size()) * static_cast<std::uint64_t>(down.size());
    std::array<std::uint64_t, 4> sums{};
    for (int y = down.from; y < down.to; ++y)
        for (int x = across.from; x < across.to; ++x)
            for (std::size_t c = 0; c < channels; ++c) sums[c] += pixels.dots[pixels.at(x, y) + c];
    for (int y = down.from; y < down.to; ++y)
        for (int x = across.from; x < across.to; ++x)
            for (std::size_t c = 0; c < channels; ++c)
                pixels.dots[pixels.at(x, y) + c] = static_cast<std::uint8_t>(sums[c] / count);
}

void blur(Pixels& pixels, const BlurredPlace& place)
{
    const Span across = spanOf(place.left, place.wide, pixels.width);
    const Span down = spanOf(place.top, place.high, pixels.height);
    const int wide = tileOf(across);
    const int high = tileOf(down);
    for (int y = down.from; y < down.to; y += high)
        for (int x = across.from; x < across.to; x += wide)
            even(pixels, {x, std::min(x + wide, across.to)}, {y, std::min(y + high, down.to)});
}

/// Numbers of a TIFF file, which EXIF is; 0 beyond its end.
class Tiff {
public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}
    [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t count) const
    {
        if (at > bytes_.size() || count > bytes_.size() - at) return 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t byte = little_ ? at + count - 1 - i : at + i;
            value = (value << 8U) | static_cast<unsigned char>(bytes_[byte]);
        }
        return value;
    }

private:
    std::string_view bytes_;
    bool little_;
};

/// 1 to 8 (EXIF 2.32, 4.6.4); 1: upright, or not told.
unsigned orientationIn(std::string_view exif)
{
    constexpr std::uint32_t kOrientation = 0x0112;
    const Tiff tiff(exif);
    const std::size_t first = tiff.number(4, 4);
    const std::uint32_t count = tiff.number(first, 2);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t entry = first + 2 + std::size_t{12} * i;
        if (tiff.number(entry, 2) != kOrientation) continue;
        const std::uint32_t value = tiff.number(entry + 8, 2);
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

unsigned orientationOf(std::string_view jpeg)
{
    constexpr std::string_view kExif("Exif\0\0", 6);
    const Tiff bytes(jpeg); // "II" begins no JPEG: its numbers have their highest byte first
    for (std::size_t at = 2; at + 4 <= jpeg.size() && bytes.number(at, 1) == 0xff;) {
        const std::uint32_t marker = bytes.number(at + 1, 1);
        const std::size_t size = bytes.number(at + 2, 2);
        if (marker == 0xda || size < 2) break; // the lines begin
        if (marker == 0xe1 && jpeg.substr(at + 4).starts_with(kExif))
            return orientationIn(jpeg.substr(at + 4, size - 2).substr(std::min(kExif.size(), size - 2)));
        at += 2 + size;
    }
    return 1;
}

// From 5 on rows become columns; which ends change places follows from where the first dot is to be.
Pixels turned(const Pixels& from, unsigned orientation)
{
    const bool swapped = orientation >= 5;
    Pixels to{swapped ? from.height : from.width, swapped ? from.width : from.height, from.channels, {}};
    to.dots.resize(from.dots.size());
    const bool mirrorX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool mirrorY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    for (int y = 0; y < to.height; ++y)
        for (int x = 0; x < to.width; ++x) {
            const int column = swapped ? y : x;
            const int row = swapped ? x : y;
            const std::size_t dot =
                from.at(mirrorX ? from.width - 1 - column : column, mirrorY ? from.height - 1 - row : row);
            std::copy_n(from.dots.begin() + static_cast<std::ptrdiff_t>(dot), from.channels,
                        to.dots.begin() + static_cast<std::ptrdiff_t>(to.at(x, y)));
        }
    return to;
}

}

bool isWithin(const BlurredPlace& place)
{
    return place.left >= 0.0 && place.top >= 0.0 && place.wide > 0.0 && place.high > 0.0 &&
           place.left + place.wide <= kWhole && place.top + place.high <= kWhole;
}

std::optional<BlurredPlace> parseBlurredPlace(std::string_view text)
{
    std::array<double, 4> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string_view one = text.substr(0, text.find(','));
        const auto [end, error] = std::from_chars(one.data(), one.data() + one.size(), values[i]);
        if (error != std::errc{} || end != one.data() + one.size()) return std::nullopt;
        const bool last = i + 1 == values.size();
        if (last != (one.size() == text.size())) return std::nullopt;
        text.remove_prefix(last ? one.size() : one.size() + 1);
    }
    const BlurredPlace place{values[0], values[1], values[2], values[3]};
    return isWithin(place) ? std::optional(place) : std::nullopt;
}

Result<std::string> blurred(std::string_view picture, std::span<const BlurredPlace> places, const std::string& file)
{
    auto pixels = pixelsOf(picture, file);
    if (!pixels) return pixels.fault();
    for (const BlurredPlace& place : places) blur(pixels.value(), place);
    return formatPixels(pixels.value(), file);
}

Result<std::optional<std::string>> upright(std::string_view picture, const std::string& file)
{
    const unsigned orientation = picture.starts_with("\xff\xd8") ? orientationOf(picture) : 1;
    if (orientation == 1) return std::optional<std::string>();
    const auto pixels = pixelsOf(picture, file);
    if (!pixels) return pixels.fault();
    auto made = formatPixels(turned(pixels.value(), orientation), file);
    if (!made) return made.fault();
    return std::optional(std::move(made).value());
}

}
