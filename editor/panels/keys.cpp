#include "editor/model/actions.hpp"
#include "editor/panels/panels.hpp"

#include <imgui.h>

#include <optional>
#include <string>

namespace stairwise::editor {
namespace {

// Printable keys bear their character's number, function keys those that GLFW gives them; window_none does the same.
constexpr int kF1 = 290;
constexpr int kNumpad0 = 320;
constexpr int kNumpadPoint = 330;
constexpr int kNumpadEnter = 335;

struct NamedKey {
    std::string_view name;
    ImGuiKey key;
};
constexpr NamedKey kNamed[] = {{"Delete", ImGuiKey_Delete},
                               {"PageUp", ImGuiKey_PageUp},
                               {"PageDown", ImGuiKey_PageDown},
                               {"Home", ImGuiKey_Home},
                               {"Space", ImGuiKey_Space}};

std::optional<std::string> keyPressed()
{
    for (const NamedKey& named : kNamed)
        if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(named.key), false)) return std::string(named.name);
    for (int i = 0; i < 12; ++i)
        if (ImGui::IsKeyPressed(kF1 + i, false)) return "F" + std::to_string(i + 1);
    const bool again = ImGui::GetIO().KeyCtrl; // undo goes on while it is held; what is switched on stays on
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
        if (ImGui::IsKeyPressed(c, again)) return std::string(1, c);
    for (const char c : std::string_view(".,[]=-"))
        if (ImGui::IsKeyPressed(c)) return std::string(1, c);
    return std::nullopt;
}

std::string withModifiers(const std::string& key)
{
    const ImGuiIO& io = ImGui::GetIO();
    std::string whole;
    if (io.KeyCtrl) whole += "Ctrl+";
    if (io.KeyShift) whole += "Shift+";
    return whole + key;
}

// Not repeated: where pictures are slow, a digit would come twice before the finger is off the key.
std::optional<char> digitPressed()
{
    for (const char c : std::string_view("0123456789.,"))
        if (ImGui::IsKeyPressed(c, false)) return c;
    for (int i = 0; i < 10; ++i)
        if (ImGui::IsKeyPressed(kNumpad0 + i, false)) return static_cast<char>('0' + i);
    if (ImGui::IsKeyPressed(kNumpadPoint, false)) return '.';
    return std::nullopt;
}

bool toolKey(Face& face)
{
    const bool enter =
        ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false) || ImGui::IsKeyPressed(kNumpadEnter, false);
    if (enter) face.out.emplace_back(KeyPress{Key::Enter, 0});
    const bool escape = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
    if (escape) face.out.emplace_back(KeyPress{Key::Escape, 0});
    const bool back = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Backspace));
    if (back) face.out.emplace_back(KeyPress{Key::Backspace, 0});
    if (enter || escape || back) return true;
    if (face.editor.drawing.tool == ToolKind::Select || face.editor.drawing.points.empty()) return false;
    const auto digit = digitPressed();
    if (digit) face.out.emplace_back(KeyPress{Key::Digit, static_cast<char32_t>(*digit)});
    return digit.has_value();
}

}

void takeKeys(Face& face)
{
    const ImGuiIO& io = ImGui::GetIO();
    if (io.WantTextInput) return;
    if (face.editor.dialog != Dialog::None) {
        if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false)) face.out.emplace_back(CloseDialog{});
        return;
    }
    if (!io.KeyCtrl && toolKey(face)) return;
    const auto key = keyPressed();
    if (!key) return;
    if (const Action* action = actionFor(withModifiers(*key))) face.out.emplace_back(Do{std::string(action->name)});
}

}
