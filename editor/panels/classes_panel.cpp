#include "editor/model/kinds.hpp"
#include "editor/model/situations.hpp"
#include "editor/panels/panels.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <set>

namespace stairwise::editor {
namespace {

void makeEdit(Face& face, Message name, Change change)
{
    face.out.emplace_back(Make{Step{std::move(name), {std::move(change)}}});
}

// Rooms by name, with an empty line for none.
struct Rooms {
    std::vector<SpaceId> ids{{}};
    std::vector<std::string> names{"–"};
};

Rooms roomsOf(const School& school)
{
    Rooms rooms;
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            for (const Space& space : storey->spaces) {
                if (space.kind != SpaceKind::Classroom && space.kind != SpaceKind::DormitoryRoom) continue;
                rooms.ids.push_back(space.id);
                rooms.names.push_back(space.name.empty() ? space.id.value : space.name);
            }
    return rooms;
}

void classLine(Face& face, const SchoolClass& schoolClass, const Rooms& rooms)
{
    const std::string name = "class." + schoolClass.id.value;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    const bool pointed = face.editor.pointedClass == schoolClass.id;
    if (ImGui::Selectable((schoolClass.name + "###" + name).c_str(), pointed))
        face.out.emplace_back(PointAtClass{pointed ? ClassId{} : schoolClass.id});
    mark(face, name);
    tip(face, text(face, "classes.point"));
    ImGui::TableNextColumn();
    ImGui::SetNextItemWidth(-1.0F);
    if (const auto pupils = numberField(face, name + ".pupils", "", schoolClass.pupils, {"", 0.0, 200.0, 0})) {
        SchoolClass changed = schoolClass;
        changed.pupils = static_cast<int>(*pupils);
        changed.assistedPupils = std::min(changed.assistedPupils, changed.pupils);
        makeEdit(face, {"edit.class", {schoolClass.name}}, std::move(changed));
    }
    ImGui::TableNextColumn();
    ImGui::SetNextItemWidth(-1.0F);
    const auto at = std::ranges::find(rooms.ids, schoolClass.homeroom) - rooms.ids.begin();
    if (const auto room = choice(face, name + ".room", "", rooms.names, static_cast<int>(at))) {
        SchoolClass changed = schoolClass;
        changed.homeroom = rooms.ids[static_cast<std::size_t>(*room)];
        makeEdit(face, {"edit.class", {schoolClass.name}}, std::move(changed));
    }
}

void classTable(Face& face)
{
    const School& school = schoolOf(face.editor);
    const Rooms rooms = roomsOf(school);
    constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_RowBg;
    if (!ImGui::BeginTable("classes", 3, kFlags)) return;
    ImGui::TableSetupColumn(text(face, "classes.name").c_str(), ImGuiTableColumnFlags_WidthStretch, 2.2F);
    ImGui::TableSetupColumn(text(face, "classes.pupils").c_str(), ImGuiTableColumnFlags_WidthStretch, 1.0F);
    ImGui::TableSetupColumn(text(face, "classes.room").c_str(), ImGuiTableColumnFlags_WidthStretch, 1.3F);
    ImGui::TableHeadersRow();
    for (const SchoolClass& schoolClass : school.classes) classLine(face, schoolClass, rooms);
    ImGui::EndTable();
}

void title(Face& face)
{
    const School& school = schoolOf(face.editor);
    PutTitle put{school.name, school.source, school.code};
    if (const auto name = textField(face, "school.name", text(face, "school.name"), school.name)) {
        put.name = *name;
        makeEdit(face, {"edit.title", {}}, put);
    }
    if (const auto kind = choice(face, "school.kind", text(face, "school.kind"), wordsOf(face, SchoolKind::Other),
                                 static_cast<int>(school.code.kind))) {
        put.code.kind = static_cast<SchoolKind>(*kind);
        makeEdit(face, {"edit.title", {}}, put);
    }
}

}

void drawClasses(Face& face)
{
    ImGui::PushItemWidth(170.0F * face.unit);
    title(face);
    ImGui::PopItemWidth();
    actionRow(face, {"do.paste_classes", "do.new_year"});
    int pupils = 0;
    for (const SchoolClass& schoolClass : schoolOf(face.editor).classes) pupils += schoolClass.pupils;
    ImGui::TextDisabled(
        "%s",
        text(face, {"classes.sum", {fmt::to_string(schoolOf(face.editor).classes.size()), fmt::to_string(pupils)}})
            .c_str());
    classTable(face);
}

}
