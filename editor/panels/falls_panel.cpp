#include "editor/panels/panels.hpp"
#include "sim/run/happenings.hpp"
#include "sim/scenario/scenario_limits.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

void goTo(Face& face, const Event& event)
{
    if (face.derived == nullptr) return;
    if (const auto fall = fallOf(event, face.derived->walkable))
        face.out.emplace_back(GoTo{{}, face.derived->walkable.surfaces[fall->surface].storey, toMillimetres(fall->at)});
}

bool secondsField(Face& face, const std::string& name, std::string_view label, double& value, double high)
{
    ImGui::SetNextItemWidth(70.0F * face.unit);
    const auto typed = numberField(face, name, text(face, label), value, {"s", 0.0, high, 1});
    if (typed) value = *typed;
    return typed.has_value();
}

}

bool drawFalls(Face& face, Scenario& scenario)
{
    bool changed = false;
    std::optional<std::size_t> gone;
    int count = 0;
    for (std::size_t i = 0; i < scenario.events.size(); ++i) {
        Event& event = scenario.events[i];
        if (event.kind != EventKind::Fall) continue;
        const std::string name = fmt::format("fall.{}", i);
        if (button(face, name, text(face, {"fall.line", {fmt::to_string(++count)}}))) goTo(face, event);
        ImGui::SameLine();
        if (button(face, name + ".remove", text(face, "fall.remove"))) gone = i;
        changed = secondsField(face, name + ".time", "fall.time", event.time, kLongestTime) || changed;
        ImGui::SameLine();
        changed = secondsField(face, name + ".duration", "fall.duration", event.duration, kLongestFall) || changed;
        event.duration = std::max(event.duration, kShortestFall);
    }
    if (gone) scenario.events.erase(scenario.events.begin() + static_cast<std::ptrdiff_t>(*gone));
    if (count == 0) ImGui::TextDisabled("%s", text(face, "fall.none").c_str());
    return changed || gone.has_value();
}

}
