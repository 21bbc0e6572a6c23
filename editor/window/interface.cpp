#include "editor/window/interface.hpp"

#include <imgui.h>

#include <utility>

namespace stairwise::editor {
namespace {

void setLook(double scale)
{
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    ImGui::StyleColorsLight();
    style.FrameBorderSize = 1.0F;
    style.FrameRounding = 2.0F;
    style.ScaleAllSizes(static_cast<float>(scale));
}

// The numbers of GLFW, whose backend sets them itself: the panels read keys by them in every making of the window.
void mapKeys(ImGuiIO& io)
{
    constexpr std::pair<ImGuiKey, int> kKeys[] = {
        {ImGuiKey_Tab, 258},       {ImGuiKey_LeftArrow, 263}, {ImGuiKey_RightArrow, 262}, {ImGuiKey_UpArrow, 265},
        {ImGuiKey_DownArrow, 264}, {ImGuiKey_PageUp, 266},    {ImGuiKey_PageDown, 267},   {ImGuiKey_Home, 268},
        {ImGuiKey_End, 269},       {ImGuiKey_Insert, 260},    {ImGuiKey_Delete, 261},     {ImGuiKey_Backspace, 259},
        {ImGuiKey_Space, 32},      {ImGuiKey_Enter, 257},     {ImGuiKey_Escape, 256},     {ImGuiKey_KeyPadEnter, 335},
        {ImGuiKey_A, 'A'},         {ImGuiKey_C, 'C'},         {ImGuiKey_V, 'V'},          {ImGuiKey_X, 'X'},
        {ImGuiKey_Y, 'Y'},         {ImGuiKey_Z, 'Z'}};
    for (const auto& [key, number] : kKeys) io.KeyMap[key] = number;
}

}

Interface::Interface(double scale) : scale_(scale), fonts_(scale)
{
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr; // what is kept between starts is the program's to say
    io.KeyRepeatDelay = 0.5F; // seconds, as desktops have it: sooner a slow picture would bring a key twice
    io.LogFilename = nullptr;
    mapKeys(io);
    setLook(scale);
}

Interface::~Interface()
{
    ImGui::DestroyContext();
}

void Interface::rescale(double scale)
{
    scale_ = scale;
    setLook(scale);
    fonts_.rescale(scale);
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
