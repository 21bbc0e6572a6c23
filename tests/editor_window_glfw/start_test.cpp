// On a screen: a real one, or Xvfb (xvfb-run test_editor_window_glfw).
#include "editor/view/image.hpp"
#include "editor/window/window.hpp"
#include "sim/words/words.hpp"
#include "tests/editor_view/golden.hpp"

#include <epoxy/gl.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

namespace stairwise::editor {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

void texts()
{
    glClearColor(0.9F, 0.9F, 0.9F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui::Begin("开始");
    ImGui::TextUnformatted("疏散集合点 ① ≤ ℃");
    ImGui::End();
}

TEST(GlfwWindow, ItsFirstPictureIsThereAtOnce)
{
    const auto begin = Clock::now();
    auto opened = Window::open({"阶序", 1366, 768, 1.0});
    if (!opened.ok()) GTEST_SKIP() << line(opened.fault(), Language::English);
    Window window = std::move(opened).value();
    std::cout << "open: " << secondsSince(begin) << " s\n";
    window.frame(false, texts);
    glFinish();
    std::cout << "first picture: " << secondsSince(begin) << " s\n";
    const auto second = Clock::now();
    window.frame(false, texts);
    std::cout << "all characters: " << secondsSince(second) << " s more\n";
    EXPECT_NE(ImGui::GetIO().Fonts->Fonts[0]->FindGlyphNoFallback(0x9f44), nullptr); // the last of GB 2312
    window.frame(false, texts);
    const int width = window.width();
    const int height = window.height();
    window.frame(false, [&] {
        texts();
        EXPECT_EQ(grabbed(width, height).rgba.size(), static_cast<std::size_t>(width) * height * 4U);
    });
}

TEST(GlfwWindow, NamesThatAreNeededAtOnceDoNotBringAllTheCharactersAlong)
{
    auto opened = Window::open({"阶序", 640, 480, 1.0});
    if (!opened.ok()) GTEST_SKIP() << line(opened.fault(), Language::English);
    Window window = std::move(opened).value();
    const auto has = [](ImWchar c) { return ImGui::GetIO().Fonts->Fonts[0]->FindGlyphNoFallback(c) != nullptr; };
    window.needGlyphs("彧"); // rare, not in GB 2312
    window.frame(false, texts);
    EXPECT_TRUE(has(0x5f67));
    EXPECT_FALSE(has(0x9f44)); // the last of GB 2312: with the second picture
    window.frame(false, texts);
    EXPECT_TRUE(has(0x5f67));
    EXPECT_TRUE(has(0x9f44));
}

TEST(GlfwWindow, IdleItWaitsForEventsAndSleeps)
{
    auto opened = Window::open({"阶序", 640, 480, 1.0});
    if (!opened.ok()) GTEST_SKIP() << line(opened.fault(), Language::English);
    Window window = std::move(opened).value();
    for (int i = 0; i < 6; ++i) window.frame(true, texts); // what opening brings with it
    const auto begin = Clock::now();
    for (int i = 0; i < 2; ++i) window.frame(true, texts);
    EXPECT_GT(secondsSince(begin), 0.2); // a moving mouse may wake it once
}

}
}
