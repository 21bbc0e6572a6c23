#include "editor/panels/face.hpp"

#include "editor/model/actions.hpp"
#include "editor/panels/colours.hpp"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <charconv>

namespace stairwise::editor {
namespace {

std::optional<double> numberIn(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end == text.data()) return std::nullopt;
    return value;
}

}

std::string text(const Face& face, const Message& message)
{
    return say(message, face.editor.looks.language);
}

std::string text(const Face& face, std::string_view key)
{
    return say(key, face.editor.looks.language);
}

std::string manyRunsLine(const Face& face, const Work& work)
{
    const ProgressReport report = work.report();
    const std::string left = report.done == 0 ? "…" : fmt::format("{:.0f}", std::ceil(work.secondsLeft()));
    return text(face, {"risks.running", {fmt::to_string(report.done), fmt::to_string(report.total), left}});
}

void workRow(Face& face, const std::string& name, const Work& work, std::string_view stop)
{
    ImGui::TextWrapped("%s", manyRunsLine(face, work).c_str());
    ImGui::ProgressBar(static_cast<float>(work.fraction()), {180.0F * face.unit, 0.0F});
    mark(face, name);
    ImGui::SameLine();
    actionButton(face, stop);
}

void softText(const std::string& words)
{
    ImGui::PushStyleColor(ImGuiCol_Text, kSoftText);
    ImGui::TextWrapped("%s", words.c_str());
    ImGui::PopStyleColor();
}

void sectionHead(Face& face, std::string_view key)
{
    ImGui::Spacing();
    ImGui::TextUnformatted(text(face, key).c_str());
    ImGui::Separator();
}

void doubtText(const std::string& words)
{
    ImGui::TextColored(kDoubt, "%s", words.c_str());
}

HandSeen handSeen()
{
    const ImGuiIO& io = ImGui::GetIO();
    return {{static_cast<double>(io.MousePos.x), static_cast<double>(io.MousePos.y)},
            static_cast<int>(std::ranges::count(io.MouseDown, true) + std::ranges::count(io.KeysDown, true))};
}

void mark(Face& face, const std::string& name)
{
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    const ImDrawList& ink = *ImGui::GetWindowDrawList();
    const ImVec2 from = ink.GetClipRectMin();
    const ImVec2 to = ink.GetClipRectMax();
    const Place seen{std::max(low.x, from.x), std::max(low.y, from.y), std::min(high.x, to.x), std::min(high.y, to.y)};
    if (seen.left < seen.right && seen.top < seen.bottom) face.probe[name] = seen;
}

void tip(const Face& face, const std::string& words)
{
    if (!ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(320.0F * face.unit);
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

std::string tipOf(const Face& face, const Action& action)
{
    std::string words = text(face, action.name);
    if (!action.keys.empty()) words += fmt::format("  {}", action.keys);
    if (!action.tip.empty()) words += "\n" + text(face, action.tip);
    return words;
}

bool button(Face& face, const std::string& name, const std::string& label, float width)
{
    const bool pressed = ImGui::Button((label + "###" + name).c_str(), {width, 0.0F});
    mark(face, name);
    return pressed;
}

void actionButton(Face& face, std::string_view name, float width)
{
    const Action* action = actionNamed(name);
    if (action == nullptr) return;
    const bool possible = action->possible(face.editor);
    ImGui::BeginDisabled(!possible);
    if (button(face, std::string(name), text(face, action->name), width)) face.out.emplace_back(Do{std::string(name)});
    ImGui::EndDisabled();
    if (!action->keys.empty() || !action->tip.empty()) tip(face, tipOf(face, *action));
}

void actionRow(Face& face, std::initializer_list<std::string_view> actions)
{
    const ImGuiStyle& style = ImGui::GetStyle();
    const float right = ImGui::GetWindowPos().x + ImGui::GetContentRegionMax().x;
    bool first = true;
    for (const std::string_view name : actions) {
        const float width = ImGui::CalcTextSize(text(face, name).c_str()).x + 2.0F * style.FramePadding.x;
        if (!first && ImGui::GetItemRectMax().x + style.ItemSpacing.x + width <= right) ImGui::SameLine();
        first = false;
        actionButton(face, name);
    }
}

std::optional<std::string> textField(Face& face, const std::string& name, const std::string& label,
                                     const std::string& value)
{
    Typing& typing = face.state.typing;
    std::string shown = typing.name == name ? typing.text : value;
    ImGui::InputText((label + "###" + name).c_str(), &shown, ImGuiInputTextFlags_AutoSelectAll);
    mark(face, name);
    if (ImGui::IsItemActive()) typing = {name, shown};
    if (!ImGui::IsItemDeactivated() || typing.name != name) return std::nullopt;
    typing.name.clear();
    if (typing.text == value) return std::nullopt;
    return typing.text;
}

std::optional<double> numberField(Face& face, const std::string& name, const std::string& label, double value,
                                  const NumberShape& shape)
{
    const std::string shown = fmt::format("{:.{}f} {}", value, shape.decimals, shape.unit);
    const auto typed = textField(face, name, label, shown);
    if (!typed) return std::nullopt;
    const auto number = numberIn(*typed);
    if (!number) return std::nullopt;
    return std::clamp(*number, shape.low, shape.high);
}

std::optional<int> choice(Face& face, const std::string& name, const std::string& label,
                          const std::vector<std::string>& items, int at)
{
    std::optional<int> chosen;
    const bool known = at >= 0 && at < static_cast<int>(items.size());
    const bool open =
        ImGui::BeginCombo((label + "###" + name).c_str(), known ? items[static_cast<std::size_t>(at)].c_str() : "");
    mark(face, name);
    if (!open) return chosen;
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        const std::string line = fmt::format("{}##{}", items[static_cast<std::size_t>(i)], i);
        if (ImGui::Selectable(line.c_str(), i == at) && i != at) chosen = i;
        mark(face, fmt::format("{}/{}", name, i));
    }
    ImGui::EndCombo();
    return chosen;
}

std::optional<bool> tick(Face& face, const std::string& name, const std::string& label, bool value)
{
    const bool changed = ImGui::Checkbox((label + "###" + name).c_str(), &value);
    mark(face, name);
    return changed ? std::optional(value) : std::nullopt;
}

}
