#include "editor/window/window.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

namespace stairwise::editor {
namespace {

TEST(NoWindow, AButtonIsPressedWithoutAScreen)
{
    auto opened = Window::open({"", 800, 600, 1.0});
    ASSERT_TRUE(opened.ok());
    Window window = std::move(opened).value();
    int presses = 0;
    const auto contents = [&] {
        ImGui::SetNextWindowPos({0, 0});
        ImGui::Begin("panel", nullptr, ImGuiWindowFlags_NoTitleBar);
        if (ImGui::Button("press", {200, 100})) ++presses;
        ImGui::End();
    };
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = {50, 50};
    for (const bool down : {false, false, true, true, false, false}) {
        io.MouseDown[0] = down;
        window.frame(false, contents);
    }
    EXPECT_EQ(presses, 1);
    EXPECT_EQ(window.width(), 800);
    EXPECT_EQ(window.height(), 600);
}

TEST(NoWindow, TheClipboardKeepsWhatWasCopied)
{
    auto opened = Window::open({"", 800, 600, 1.0});
    ASSERT_TRUE(opened.ok());
    ImGui::SetClipboardText("三（2）班\t42");
    EXPECT_EQ(opened.value().clipboard(), "三（2）班\t42");
}

TEST(NoWindow, OneFollowsAnother)
{
    for (int i = 0; i < 3; ++i) {
        auto opened = Window::open({"", 100, 100, 2.0});
        ASSERT_TRUE(opened.ok());
        EXPECT_EQ(opened.value().scale(), 2.0);
        opened.value().frame(true, [] { ImGui::Text("once"); });
    }
}

}
}
