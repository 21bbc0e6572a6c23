#include "editor/panels/panels.hpp"

#include <fmt/format.h>
#include <imgui.h>

namespace stairwise::editor {
namespace {

void storeyLine(Face& face, const StoreyId& id, const std::string& label)
{
    const std::string name = "storey." + id.value;
    if (ImGui::Selectable((label + "###" + name).c_str(), face.editor.storey == id)) face.out.emplace_back(Show{id});
    mark(face, name);
}

void buildingLines(Face& face, const Building& building)
{
    ImGui::TextDisabled("%s", (building.name.empty() ? building.id.value : building.name).c_str());
    for (auto it = building.storeys.rbegin(); it != building.storeys.rend(); ++it) {
        const Storey& storey = **it;
        const std::string name = storey.name.empty() ? storey.id.value : storey.name;
        storeyLine(face, storey.id, fmt::format("{}  {:+.2f} m", name, storey.elevation / 1000.0));
    }
}

}

void drawStoreys(Face& face)
{
    for (const Building& building : schoolOf(face.editor).buildings) buildingLines(face, building);
    storeyLine(face, {}, text(face, "field.grounds"));
    ImGui::Spacing();
    actionButton(face, "do.storey_above", -1.0F);
    actionButton(face, "do.copy_up", -1.0F);
}

}
