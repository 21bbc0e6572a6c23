#include "sim/record/pixels.hpp"

#include <png.h>
#include <turbojpeg.h>

#include <memory>

namespace stairwise {
namespace {

constexpr std::size_t kMostDots = 120'000'000; // assumed: telephones have cameras of 108 million
constexpr int kQuality = 90;                   // of a JPEG; assumed: no eye tells it from the camera's

Fault damaged(const std::string& file)
{
    return {file, "", {"record.picture.none", {}}, {"record.picture.none.mend", {}}};
}

Result<std::size_t> dotsOf(std::size_t width, std::size_t height, const std::string& file)
{
    if (width == 0 || height == 0) return damaged(file);
    if (width <= kMostDots / height) return width * height;
    return Fault{file,
                 "",
                 {"record.picture.large", {std::to_string(width), std::to_string(height)}},
                 {"record.picture.large.mend", {}}};
}

struct CloseJpeg {
    void operator()(void* handle) const { tjDestroy(handle); }
};
using Jpeg = std::unique_ptr<void, CloseJpeg>;

Result<Pixels> jpegPixels(std::string_view bytes, const std::string& file)
{
    const Jpeg jpeg(tjInitDecompress());
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    Pixels pixels;
    int sampling = 0;
    int colours = 0;
    if (!jpeg ||
        tjDecompressHeader3(jpeg.get(), data, bytes.size(), &pixels.width, &pixels.height, &sampling, &colours) != 0)
        return damaged(file);
    if (colours == TJCS_CMYK || colours == TJCS_YCCK)
        return Fault{file, "", {"record.picture.press", {}}, {"record.picture.press.mend", {}}};
    const auto dots = dotsOf(static_cast<std::size_t>(pixels.width), static_cast<std::size_t>(pixels.height), file);
    if (!dots) return dots.fault();
    pixels.dots.resize(dots.value() * 3);
    const int done = tjDecompress2(jpeg.get(), data, bytes.size(), pixels.dots.data(), pixels.width, 0, pixels.height,
                                   TJPF_RGB, TJFLAG_LIMITSCANS);
    if (done != 0 && tjGetErrorCode(jpeg.get()) == TJERR_FATAL) return damaged(file);
    return pixels;
}

Result<std::string> jpegOf(const Pixels& pixels, const std::string& file)
{
    const Jpeg jpeg(tjInitCompress());
    unsigned char* made = nullptr;
    unsigned long size = 0;
    const int done = !jpeg ? -1
                           : tjCompress2(jpeg.get(), pixels.dots.data(), pixels.width, 0, pixels.height, TJPF_RGB,
                                         &made, &size, TJSAMP_420, kQuality, 0);
    const std::unique_ptr<unsigned char, void (*)(unsigned char*)> held(made, tjFree);
    if (done != 0) return damaged(file);
    return std::string(reinterpret_cast<const char*>(made), size);
}

Result<Pixels> pngPixels(std::string_view bytes, const std::string& file)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, void (*)(png_image*)> held(&image, png_image_free);
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return damaged(file);
    const auto dots = dotsOf(image.width, image.height, file);
    if (!dots) return dots.fault();
    image.format = PNG_FORMAT_RGBA;
    Pixels pixels{static_cast<int>(image.width), static_cast<int>(image.height), 4, {}};
    pixels.dots.resize(dots.value() * 4);
    if (png_image_finish_read(&image, nullptr, pixels.dots.data(), 0, nullptr) == 0) return damaged(file);
    return pixels;
}

Result<std::string> pngOf(const Pixels& pixels, const std::string& file)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = PNG_FORMAT_RGBA;
    const std::unique_ptr<png_image, void (*)(png_image*)> held(&image, png_image_free);
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string made(size, '\0');
    if (png_image_write_to_memory(&image, made.data(), &size, 0, pixels.dots.data(), 0, nullptr) == 0)
        return damaged(file);
    made.resize(size);
    return made;
}

}

Result<Pixels> pixelsOf(std::string_view bytes, const std::string& file)
{
    return bytes.starts_with("\x89PNG") ? pngPixels(bytes, file) : jpegPixels(bytes, file);
}

Result<std::string> formatPixels(const Pixels& pixels, const std::string& file)
{
    return pixels.channels == 4 ? pngOf(pixels, file) : jpegOf(pixels, file);
}

}
