#include "editor/model/actions.hpp"
#include "editor/model/kinds.hpp"
#include "editor/panels/panels.hpp"

#include <imgui.h>

namespace stairwise::editor {
namespace {

void toolButton(Face& face, const Action& action, bool chosen, float width)
{
    if (chosen) ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_ButtonActive));
    ImGui::BeginDisabled(!action.possible(face.editor));
    const std::string name(action.name);
    if (button(face, name, text(face, action.name), width)) face.out.emplace_back(Do{name});
    ImGui::EndDisabled();
    if (chosen) ImGui::PopStyleColor();
    tip(face, tipOf(face, action));
}

// Millimetres shown in metres.
void lengthSetting(Face& face, const std::string& name, std::string_view label, std::int32_t& value, double high)
{
    ImGui::SetNextItemWidth(66.0F * face.unit);
    if (const auto metres = numberField(face, name, text(face, label), value / 1000.0, {"m", 0.0, high, 2}))
        value = static_cast<std::int32_t>(*metres * 1000.0 + 0.5);
}

void roomSettings(Face& face, ToolSettings& settings)
{
    if (const auto kind = choice(face, "setting.room_kind", text(face, "setting.kind"), wordsOf(face, SpaceKind::Other),
                                 static_cast<int>(settings.roomKind)))
        settings.roomKind = static_cast<SpaceKind>(*kind);
}

void stairSettings(Face& face, ToolSettings& settings)
{
    Stair& stair = settings.stair;
    if (const auto kind = choice(face, "setting.stair_kind", text(face, "setting.kind"),
                                 wordsOf(face, StairKind::ThreeFlight), static_cast<int>(stair.kind)))
        stair.kind = static_cast<StairKind>(*kind);
    if (const auto way = choice(face, "setting.direction", text(face, "setting.direction"), {"→", "↑", "←", "↓"},
                                stair.direction / 90))
        stair.direction = *way * 90;
    if (const auto turn = choice(face, "setting.turn", text(face, "setting.turn"),
                                 {text(face, "kind.left"), text(face, "kind.right")}, static_cast<int>(stair.turn)))
        stair.turn = static_cast<Turn>(*turn);
    lengthSetting(face, "setting.stair_width", "setting.clear_width", stair.clearWidth, 20.0);
    lengthSetting(face, "setting.tread", "setting.tread", stair.tread, 2.0);
    lengthSetting(face, "setting.riser", "setting.riser", stair.riser, 1.0);
    lengthSetting(face, "setting.floor_landing", "setting.floor_landing", stair.floorLandingDepth, 20.0);
    lengthSetting(face, "setting.half_landing", "setting.half_landing", stair.halfLandingDepth, 20.0);
    lengthSetting(face, "setting.well", "setting.well", stair.well, 20.0);
}

void settingsOf(Face& face, ToolKind tool, ToolSettings& settings)
{
    switch (tool) {
    case ToolKind::Room:
    case ToolKind::RoomByCorners:
        roomSettings(face, settings);
        lengthSetting(face, "setting.wall", "setting.wall", settings.wallThickness, 1.2);
        break;
    case ToolKind::Corridor:
        lengthSetting(face, "setting.corridor", "setting.corridor", settings.corridorWidth, 100.0);
        break;
    case ToolKind::Wall:
        lengthSetting(face, "setting.wall", "setting.wall", settings.wallThickness, 1.2);
        break;
    case ToolKind::Door:
    case ToolKind::Exit:
        lengthSetting(face, "setting.door", "setting.door", settings.doorWidth, 100.0);
        break;
    case ToolKind::Opening:
    case ToolKind::Gate:
        lengthSetting(face, "setting.opening", "setting.opening", settings.openingWidth, 100.0);
        break;
    case ToolKind::Stair:
        stairSettings(face, settings);
        break;
    case ToolKind::Equipment:
        if (const auto kind = choice(face, "setting.equipment", text(face, "setting.kind"),
                                     wordsOf(face, EquipmentKind::Alarm), static_cast<int>(settings.equipment)))
            settings.equipment = static_cast<EquipmentKind>(*kind);
        break;
    default:
        break;
    }
}

}

void drawTools(Face& face)
{
    const auto tools = toolActions();
    const float width = (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x) / 2.0F;
    for (std::size_t i = 0; i < tools.size(); ++i) {
        if (i % 2 == 1) ImGui::SameLine();
        toolButton(face, tools[i], static_cast<std::size_t>(face.editor.drawing.tool) == i, width);
    }
    ImGui::Separator();
    ToolSettings settings = face.editor.settings;
    ImGui::PushItemWidth(92.0F * face.unit);
    settingsOf(face, face.editor.drawing.tool, settings);
    lengthSetting(face, "setting.grid", "setting.grid", settings.grid, 10.0);
    if (const auto snap = tick(face, "setting.snap", text(face, "setting.snap"), settings.snap)) settings.snap = *snap;
    ImGui::PopItemWidth();
    if (!(settings == face.editor.settings)) face.out.emplace_back(Set{settings});
}

}
