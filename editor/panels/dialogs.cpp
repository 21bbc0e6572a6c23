#include "editor/panels/dialogs.hpp"
#include "editor/model/actions.hpp"
#include "editor/panels/panels.hpp"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

namespace stairwise::editor {
namespace {

void closeButton(Face& face)
{
    if (button(face, "dialog.close", text(face, "dialog.close"))) face.out.emplace_back(CloseDialog{});
}

void keysDialog(Face& face)
{
    constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_RowBg | ImGuiTableFlags_ScrollY;
    if (ImGui::BeginTable("keys", 2, kFlags, {0.0F, 400.0F * face.unit})) {
        for (const Action& action : actions()) {
            if (action.keys.empty()) continue;
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(std::string(action.keys).c_str());
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(text(face, action.name).c_str());
        }
        ImGui::EndTable();
    }
    ImGui::TextWrapped("%s", text(face, "keys.mouse").c_str());
    closeButton(face);
}

void pasteDialog(Face& face)
{
    ImGui::TextWrapped("%s", text(face, "paste.words").c_str());
    ImGui::InputTextMultiline("###paste.text", &face.state.pasted, {-1.0F, 240.0F * face.unit});
    mark(face, "paste.text");
    if (button(face, "paste.take", text(face, "paste.take"))) {
        face.out.emplace_back(PasteClasses{face.state.pasted});
        face.state.pasted.clear();
    }
    ImGui::SameLine();
    closeButton(face);
}

void linesDialog(Face& face)
{
    ImGui::BeginChild("lines", {0.0F, 300.0F * face.unit}, true);
    for (const std::string& line : face.editor.lines) {
        ImGui::Bullet();
        ImGui::TextWrapped("%s", line.c_str());
    }
    ImGui::EndChild();
    closeButton(face);
}

void restoreDialog(Face& face)
{
    ImGui::TextWrapped("%s", text(face, "restore.words").c_str());
    for (const auto& path : face.editor.leftBehind) {
        ImGui::PushID(path.string().c_str());
        ImGui::TextUnformatted(path.filename().string().c_str());
        if (button(face, "restore.yes", text(face, "restore.yes"))) face.out.emplace_back(Restore{path, true});
        ImGui::SameLine();
        if (button(face, "restore.no", text(face, "restore.no"))) face.out.emplace_back(Restore{path, false});
        ImGui::PopID();
    }
    closeButton(face);
}

void unsavedDialog(Face& face)
{
    ImGui::TextWrapped("%s", text(face, "unsaved.words").c_str());
    if (button(face, "unsaved.save", text(face, "unsaved.save"))) face.out.emplace_back(SaveThenLeave{});
    ImGui::SameLine();
    if (button(face, "unsaved.drop", text(face, "unsaved.drop"))) face.out.emplace_back(LeaveNow{});
    ImGui::SameLine();
    closeButton(face);
}

void startDialog(Face& face)
{
    ImGui::TextWrapped("%s", text(face, "start.words").c_str());
    ImGui::Spacing();
    for (const std::string_view name : {"do.sample", "do.new", "do.open", "do.import", "do.keys"})
        actionButton(face, name, -1.0F);
    for (std::size_t i = 0; i < face.editor.recent.size() && i < 5; ++i)
        if (button(face, fmt::format("start.recent.{}", i), face.editor.recent[i].filename().string(), -1.0F))
            face.out.emplace_back(OpenFile{face.editor.recent[i]});
    ImGui::Spacing();
    for (const std::string_view key : {"start.step_1", "start.step_2", "start.step_3", "start.step_4"})
        ImGui::TextWrapped("%s", text(face, key).c_str());
    closeButton(face);
}

struct DialogLook {
    Dialog dialog;
    std::string_view title;
    float width;
    void (*draw)(Face& face);
};
constexpr DialogLook kDialogs[] = {
    {Dialog::File, "dialog.file", 620.0F, fileDialog},
    {Dialog::Keys, "dialog.keys", 420.0F, keysDialog},
    {Dialog::Paste, "dialog.paste", 560.0F, pasteDialog},
    {Dialog::NewYear, "dialog.new_year", 520.0F, linesDialog},
    {Dialog::Restore, "dialog.restore", 480.0F, restoreDialog},
    {Dialog::Unsaved, "dialog.unsaved", 420.0F, unsavedDialog},
    {Dialog::Start, "dialog.start", 460.0F, startDialog},
    {Dialog::Findings, "dialog.findings", 620.0F, linesDialog},
};

// The file dialog is called by what it is wanted for.
std::string_view titleOf(const DialogLook& look, FileWish wish)
{
    constexpr std::string_view kWishes[] = {"dialog.file", "do.open",    "do.save_as", "do.import",
                                            "do.backdrop", "do.results", "do.film"};
    return look.dialog == Dialog::File ? kWishes[static_cast<std::size_t>(wish)] : look.title;
}

}

void drawDialogs(Face& face)
{
    for (const DialogLook& look : kDialogs) {
        if (look.dialog != face.editor.dialog) continue;
        const ImVec2 screen = ImGui::GetIO().DisplaySize;
        ImGui::SetNextWindowPos({screen.x * 0.5F, screen.y * 0.5F}, ImGuiCond_Always, {0.5F, 0.5F});
        ImGui::SetNextWindowSize({std::min(look.width * face.unit, screen.x - 20.0F), 0.0F});
        ImGui::SetNextWindowFocus();
        const std::string title = text(face, titleOf(look, face.editor.fileWish)) + "###dialog";
        bool open = true;
        if (ImGui::Begin(title.c_str(), &open, ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoMove)) look.draw(face);
        ImGui::End();
        if (!open) face.out.emplace_back(CloseDialog{});
    }
}

}
