#include "editor/view/image.hpp"

#include "sim/base/system.hpp"

#include <epoxy/gl.h>
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>

#include <algorithm>
#include <memory>

namespace stairwise::editor {
namespace {

constexpr std::size_t kLargestFile = 256U << 20; // bytes; assumed
constexpr int kChannels = 4;

void append(void* text, void* bytes, int count)
{
    static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

Fault refused(const std::filesystem::path& path)
{
    return {path.string(), "", {"editor.view.no_image", {}}, {"editor.view.no_image.mend", {}}};
}

}

Result<Image> readImage(const std::filesystem::path& path)
{
    const auto bytes = readFile(path, kLargestFile);
    if (!bytes.ok()) return bytes.fault();
    const auto* data = reinterpret_cast<const stbi_uc*>(bytes.value().data());
    const int size = static_cast<int>(bytes.value().size());
    Image image;
    int channels = 0;
    if (stbi_info_from_memory(data, size, &image.width, &image.height, &channels) == 0) return refused(path);
    if (std::max(image.width, image.height) > kLargestImage)
        return Fault{path.string(),
                     "",
                     {"editor.view.image_too_large", {std::to_string(image.width), std::to_string(image.height)}},
                     {"editor.view.image_too_large.mend", {std::to_string(kLargestImage)}}};
    const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
        stbi_load_from_memory(data, size, &image.width, &image.height, &channels, kChannels), stbi_image_free);
    if (pixels == nullptr) return refused(path);
    const auto count = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * kChannels;
    image.rgba.assign(pixels.get(), pixels.get() + count);
    return image;
}

std::string pngOf(const Image& image)
{
    std::string bytes;
    stbi_write_png_to_func(append, &bytes, image.width, image.height, kChannels, image.rgba.data(),
                           image.width * kChannels);
    return bytes;
}

Image grabbed(int width, int height)
{
    const auto row = static_cast<std::size_t>(width) * kChannels;
    Image image{width, height, std::vector<std::uint8_t>(row * static_cast<std::size_t>(height))};
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    auto low = image.rgba.begin();
    auto high = image.rgba.end() - static_cast<std::ptrdiff_t>(row);
    for (; low < high; low += static_cast<std::ptrdiff_t>(row), high -= static_cast<std::ptrdiff_t>(row))
        std::swap_ranges(low, low + static_cast<std::ptrdiff_t>(row), high);
    return image;
}

}
