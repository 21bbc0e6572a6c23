#include "editor/model/actions.hpp"
#include "editor/model/colours.hpp"
#include "editor/model/situations.hpp"
#include "editor/panels/panels.hpp"
#include "editor/panels/time_axis.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace stairwise::editor {
namespace {

std::string clock(double seconds)
{
    const int tenths = static_cast<int>(std::lround(seconds * 10.0));
    return fmt::format("{}:{:02}.{}", tenths / 600, tenths / 10 % 60, tenths % 10);
}

void transport(Face& face)
{
    actionButton(face, "do.run");
    ImGui::SameLine();
    const Editor& editor = face.editor;
    struct Item {
        std::string_view action;
        const char* sign;
    };
    const std::array<Item, 5> items{{{"do.to_begin", "|<"},
                                     {"do.frame_back", "<"},
                                     {"do.play", editor.playing.playing ? "||" : ">"},
                                     {"do.frame_on", ">"},
                                     {"do.to_end", ">|"}}};
    for (const Item& item : items) {
        const Action* action = actionNamed(item.action);
        const std::string name(item.action);
        ImGui::BeginDisabled(!action->possible(editor));
        const std::string label = item.action == "do.play"
                                      ? text(face, editor.playing.playing ? "play.pause" : "play.play")
                                      : std::string(item.sign);
        if (button(face, name, label)) face.out.emplace_back(Do{name});
        ImGui::EndDisabled();
        tip(face, tipOf(face, *action));
        ImGui::SameLine();
    }
    const double end = lastMoment(editor);
    ImGui::AlignTextToFramePadding();
    ImGui::Text("%s / %s", clock(editor.playing.time).c_str(), clock(end).c_str());
    mark(face, "play.clock");
}

void looks(Face& face)
{
    static constexpr std::array<double, 6> kSpeeds{0.5, 1.0, 2.0, 5.0, 10.0, 30.0};
    std::vector<std::string> speeds;
    int at = -1;
    for (std::size_t i = 0; i < kSpeeds.size(); ++i) {
        speeds.push_back(fmt::format("{}×", kSpeeds[i]));
        if (kSpeeds[i] == face.editor.playing.speed) at = static_cast<int>(i);
    }
    ImGui::SameLine();
    ImGui::SetNextItemWidth(62.0F * face.unit);
    if (const auto chosen = choice(face, "play.speed", "", speeds, at))
        face.out.emplace_back(PlayOn{face.editor.playing.playing, kSpeeds[static_cast<std::size_t>(*chosen)]});
    Looks looks = face.editor.looks;
    ImGui::SameLine();
    ImGui::SetNextItemWidth(104.0F * face.unit);
    if (const auto colour =
            choice(face, "looks.people", "",
                   {text(face, "looks.by_class"), text(face, "looks.by_speed"), text(face, "looks.by_wait")},
                   static_cast<int>(looks.people)))
        looks.people = static_cast<PeopleColour>(*colour);
    ImGui::SameLine();
    ImGui::SetNextItemWidth(124.0F * face.unit);
    if (const auto heat = choice(face, "looks.heat", "",
                                 {text(face, "do.heat_none"), text(face, "do.heat_density"),
                                  text(face, "do.heat_service"), text(face, "do.heat_use"), text(face, "do.heat_time"),
                                  text(face, "do.heat_pressure"), text(face, "do.heat_peak_density"),
                                  text(face, "do.heat_peak_pressure"), text(face, "do.heat_peak_force")},
                                 static_cast<int>(looks.heat)))
        looks.heat = static_cast<HeatKind>(*heat);
    if (!(looks == face.editor.looks)) face.out.emplace_back(Look{looks});
}

const ClassResult* resultOf(const Editor& editor, const ClassId& id)
{
    if (!editor.outcome || !editor.outcome->result) return nullptr;
    const auto& classes = editor.outcome->result->classes;
    const auto found = std::ranges::find(classes, id.value, &ClassResult::id);
    return found == classes.end() ? nullptr : &*found;
}

void drag(Face& face, const SchoolClass& schoolClass, const TimeAxis& axis, const Scenario& scenario)
{
    FaceState& state = face.state;
    const std::string& id = schoolClass.id.value;
    if (ImGui::IsItemActive()) {
        state.draggedRelease = id;
        constexpr double kStep = 10.0; // seconds: what a bell or a broadcast can give
        const double wanted = axis.secondsAt(ImGui::GetIO().MousePos.x);
        state.draggedSeconds = std::max(0.0, std::round(wanted / kStep) * kStep);
        return;
    }
    if (state.draggedRelease != id) return;
    state.draggedRelease.clear();
    if (state.draggedSeconds == releaseOf(scenario, schoolClass)) return;
    const School& school = schoolOf(face.editor);
    NamedScenario changed{face.editor.scenario, {}};
    changed.scenario = ImGui::GetIO().KeyShift ? releasedAt(scenario, school, schoolClass.grade, state.draggedSeconds)
                                               : releasedAt(scenario, school, schoolClass.id, state.draggedSeconds);
    face.out.emplace_back(Make{Step{{"edit.release", {schoolClass.name}}, {PutScenario{std::move(changed)}}}});
}

void classRow(Face& face, const SchoolClass& schoolClass, std::size_t index, const TimeAxis& axis,
              const Scenario& scenario)
{
    const std::string name = "release." + schoolClass.id.value;
    const bool dragged = face.state.draggedRelease == schoolClass.id.value;
    const double release = dragged ? face.state.draggedSeconds : releaseOf(scenario, schoolClass);
    const ImVec2 row = ImGui::GetCursorScreenPos();
    const float line = ImGui::GetTextLineHeight();
    ImGui::TextUnformatted(schoolClass.name.c_str());
    ImDrawList* ink = ImGui::GetWindowDrawList();
    const Colour colour = classColour(index);
    const ImU32 paint = IM_COL32(colour.r, colour.g, colour.b, 255);
    if (const ClassResult* result = resultOf(face.editor, schoolClass.id); result != nullptr && result->lastOut)
        ink->AddRectFilled({axis.xAt(release), row.y + line * 0.25F},
                           {axis.xAt(*result->lastOut), row.y + line * 0.75F}, paint);
    const float x = axis.xAt(release);
    ink->AddTriangleFilled({x, row.y + line * 0.5F}, {x - line * 0.5F, row.y + 1.0F},
                           {x - line * 0.5F, row.y + line - 1.0F}, IM_COL32(40, 45, 55, 255));
    ImGui::SameLine();
    ImGui::SetCursorScreenPos({x - line * 0.7F, row.y});
    ImGui::InvisibleButton(name.c_str(), {line, line});
    mark(face, name);
    drag(face, schoolClass, axis, scenario);
    if (ImGui::IsItemHovered() || dragged) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        ImGui::SetTooltip("%s",
                          text(face, {"release.tip", {schoolClass.name, fmt::format("{:.0f}", release)}}).c_str());
    }
}

double latestRelease(const School& school, const Scenario& scenario)
{
    double latest = 0.0;
    for (const SchoolClass& schoolClass : school.classes) latest = std::max(latest, releaseOf(scenario, schoolClass));
    return latest;
}

TimeAxis axisOf(const Face& face)
{
    const NamedScenario* named = scenarioOf(face.editor);
    double end = lastMoment(face.editor);
    if (named != nullptr) end = std::max(end, latestRelease(schoolOf(face.editor), named->scenario) + 60.0);
    constexpr double kShortest = 120.0; // seconds; assumed: room to drag a release to
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float names = 120.0F * face.unit;
    return {at.x + names, at.x + ImGui::GetContentRegionAvail().x - 24.0F * face.unit, std::max(end, kShortest)};
}

void rows(Face& face, const TimeAxis& axis)
{
    const NamedScenario* named = scenarioOf(face.editor);
    if (named == nullptr) return ImGui::TextDisabled("%s", text(face, "situation.none").c_str());
    const auto& classes = schoolOf(face.editor).classes;
    ImGui::BeginChild("releases", {0.0F, 0.0F}, false);
    const ImVec2 top = ImGui::GetWindowPos();
    const float height = ImGui::GetWindowHeight();
    for (std::size_t i = 0; i < classes.size(); ++i) classRow(face, classes[i], i, axis, named->scenario);
    if (face.editor.playback) {
        const float x = axis.xAt(face.editor.playing.time);
        ImGui::GetWindowDrawList()->AddLine({x, top.y}, {x, top.y + height}, IM_COL32(200, 60, 30, 255), 1.5F);
    }
    ImGui::EndChild();
}

}

void drawTimeline(Face& face)
{
    transport(face);
    looks(face);
    const TimeAxis axis = axisOf(face);
    drawAxis(face, axis);
    drawChart(face, axis);
    rows(face, axis);
}

}
