#include "editor/window/interface.hpp"

#include <imgui.h>

namespace stairwise::editor {
namespace {

void setLook(double scale)
{
    ImGui::StyleColorsLight();
    ImGuiStyle& style = ImGui::GetStyle();
    style.FrameBorderSize = 1.0F;
    style.FrameRounding = 2.0F;
    style.ScaleAllSizes(static_cast<float>(scale));
}

}

Interface::Interface(double scale) : scale_(scale), fonts_(scale)
{
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr; // what is kept between starts is the program's to say
    io.LogFilename = nullptr;
    setLook(scale);
}

Interface::~Interface()
{
    ImGui::DestroyContext();
}

bool Interface::refreshFonts()
{
    const ImGuiIO& io = ImGui::GetIO();
    for (const ImWchar c : io.InputQueueCharacters) fonts_.need(static_cast<char32_t>(c));
    if (io.KeyCtrl && ImGui::IsKeyDown(io.KeyMap[ImGuiKey_V]))
        if (const char* text = ImGui::GetClipboardText(); text != nullptr) fonts_.need(text);
    if (!fonts_.wanting()) return false;
    fonts_.build();
    return true;
}

}
