#include "editor/window/fonts.hpp"

#include "editor/window/glyphs.hpp"
#include "sim/base/system.hpp"

#include <imgui.h>
#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>

namespace stairwise::editor {
namespace {

constexpr double kSize = 20.0; // pixels from the top of Á to the foot of g; the characters themselves are 14 (assumed)
constexpr char32_t kLargest = sizeof(ImWchar) == 2 ? 0xffff : 0x10ffff; // ImGui's build knows no more

ImVector<ImWchar> rangesOf(const std::set<char32_t>& characters)
{
    ImVector<ImWchar> ranges;
    for (const char32_t c : characters) {
        if (c > kLargest) break;
        if (ranges.empty() || c != static_cast<char32_t>(ranges.back()) + 1) {
            ranges.push_back(static_cast<ImWchar>(c));
            ranges.push_back(static_cast<ImWchar>(c));
        } else {
            ranges.back() = static_cast<ImWchar>(c);
        }
    }
    ranges.push_back(0);
    return ranges;
}

}

void Fonts::buildFew()
{
    addOwnTexts(characters_);
    make();
}

void Fonts::buildAll()
{
    all_ = true;
    addOwnTexts(characters_);
    addGb2312(characters_);
    addSigns(characters_);
    make();
}

void Fonts::rescale(double scale)
{
    scale_ = scale;
    built_.clear();
}

void Fonts::need(std::string_view text)
{
    addCharacters(characters_, text);
}

void Fonts::need(char32_t character)
{
    characters_.insert(character);
}

bool Fonts::wanting() const
{
    return characters_.size() != built_.size();
}

void Fonts::build()
{
    if (all_)
        make();
    else
        buildAll();
}

void Fonts::make()
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    const ImVector<ImWchar> ranges = rangesOf(characters_);
    const auto size = static_cast<float>(std::round(kSize * scale_));
    const auto file = findFont("zh-cn");
    ImFontConfig config;
    config.OversampleH = 1;
    config.OversampleV = 1;
    config.PixelSnapH = true;
    if (file) {
        config.FontNo = file->index;
        atlas.AddFontFromFileTTF(file->path.c_str(), size, &config, ranges.Data);
    }
    if (atlas.Fonts.empty()) atlas.AddFontDefault(); // no Chinese then
    atlas.Build();
    built_ = characters_;
    atlas.ClearInputData(); // the file's bytes: 20 MB
}

}
