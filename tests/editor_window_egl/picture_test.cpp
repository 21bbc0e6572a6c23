#include "editor/view/image.hpp"
#include "editor/window/window.hpp"
#include "sim/words/words.hpp"
#include "tests/editor_view/golden.hpp"

#include <epoxy/gl.h>
#include <gtest/gtest.h>
#include <imgui.h>

namespace stairwise::editor {
namespace {

std::optional<Window> windowOf(double scale)
{
    auto window = Window::open({"", 640, 480, scale});
    if (!window.ok()) return std::nullopt;
    return std::move(window).value();
}

void texts()
{
    ImGui::SetNextWindowPos({10, 10});
    ImGui::SetNextWindowSize({620, 460});
    ImGui::Begin("阶序 Stairwise – 三年级（2）班");
    ImGui::TextUnformatted("The quick brown fox jumps over the lazy dog 0123456789");
    ImGui::TextUnformatted("疏散集合点 楼梯口疏散引导员 帧 清空时间 2.50 人/m²");
    ImGui::TextUnformatted("① ② ≤ ≥ → ← ↑ ↓ ℃ ² ³ × ± ° … – “中文” 「」《》ＡＢＣ");
    ImGui::TextUnformatted("nǐ hǎo Ōsaka λ = 3 · α ½ № ■ □ ▲ △ ● ○ ★ ☆ ⚠");
    ImGui::Button("撤销");
    ImGui::SameLine();
    ImGui::Button("开始模拟");
    ImGui::End();
}

bool has(char32_t character)
{
    return ImGui::GetIO().Fonts->Fonts[0]->FindGlyphNoFallback(static_cast<ImWchar>(character)) != nullptr;
}

TEST(EglWindow, WritesChineseAndSigns)
{
    auto window = windowOf(1.0);
    if (!window) GTEST_SKIP() << "no OpenGL 3.3 through EGL";
    for (int i = 0; i < 3; ++i)
        window->frame(false, [] {
            glClearColor(0.8F, 0.8F, 0.8F, 1.0F);
            glClear(GL_COLOR_BUFFER_BIT);
            texts();
        });
    writePicture("texts.out.png", grabbed(window->width(), window->height()));
    for (const char32_t c : std::u32string(U"①≤≥→℃²³×±°帧阶序齄Ａ")) EXPECT_TRUE(has(c)) << static_cast<int>(c);
}

TEST(EglWindow, RarerCharactersFollowWhereTheyAreNeeded)
{
    auto window = windowOf(1.0);
    if (!window) GTEST_SKIP() << "no OpenGL 3.3 through EGL";
    EXPECT_FALSE(has(U'喆')); // in given names, not in GB 2312
    window->needGlyphs("王喆");
    window->frame(false, [] {});
    EXPECT_TRUE(has(U'喆'));
    ImGui::GetIO().AddInputCharacter(U'堃'); // typed
    window->frame(false, [] {});
    EXPECT_TRUE(has(U'堃'));
}

}
}
