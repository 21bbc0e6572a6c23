#include "editor/panels/panels.hpp"
#include "sim/report/phrases.hpp"

#include <imgui.h>

namespace stairwise::editor {
namespace {

void search(Face& face, const DrillDesk& desk)
{
    ImGui::SetNextItemWidth(-90.0F * face.unit);
    if (const auto typed = textField(face, "drill.search", text(face, "drill.search"), desk.words))
        face.out.emplace_back(SearchArchive{*typed});
    if (!desk.words.empty() && desk.found.empty()) softText(text(face, "archive.nothing"));
    for (const stairwise::Document& one : desk.found) {
        const std::string version = std::to_string(one.version);
        ImGui::TextWrapped(
            "%s", text(face, {"archive.line", {orDash(one.date), one.kind, one.key, version, one.title}}).c_str());
        softText(one.body);
    }
}

}

void drawDrills(Face& face)
{
    ImGui::TextWrapped("%s", text(face, "drill.about").c_str());
    const DrillDesk* desk = face.editor.drills.get();
    ImGui::SetNextItemWidth(-90.0F * face.unit);
    const std::string file = desk == nullptr ? std::string() : desk->file.string();
    if (const auto typed = textField(face, "drill.archive", text(face, "drill.archive"), file))
        face.out.emplace_back(OpenArchive{*typed});
    if (desk == nullptr) return;
    sectionHead(face, "drill.drills");
    if (desk->drills.empty()) softText(text(face, "drill.none"));
    for (const std::string& drill : desk->drills)
        if (button(face, "drill.open." + drill, text(face, {"drill.open", {drill}}), -1.0F))
            face.out.emplace_back(OpenDay{drill});
    sectionHead(face, "drill.search_all");
    search(face, *desk);
}

}
