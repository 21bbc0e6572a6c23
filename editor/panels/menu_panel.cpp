#include "editor/model/actions.hpp"
#include "editor/panels/panels.hpp"

#include <imgui.h>

namespace stairwise::editor {
namespace {

// What would be undone is said: that is what the names of steps are for.
std::string labelOf(const Face& face, const Action& action)
{
    const Message* undone = action.name == "do.undo" ? face.editor.history.undoName() : nullptr;
    if (undone != nullptr) return text(face, {"menu.undo", {text(face, *undone)}});
    const Message* redone = action.name == "do.redo" ? face.editor.history.redoName() : nullptr;
    if (redone != nullptr) return text(face, {"menu.redo", {text(face, *redone)}});
    return text(face, action.name);
}

void item(Face& face, const Action& action)
{
    const std::string label = labelOf(face, action) + "###" + std::string(action.name);
    if (ImGui::MenuItem(label.c_str(), std::string(action.keys).c_str(), false, action.possible(face.editor)))
        face.out.emplace_back(Do{std::string(action.name)});
    mark(face, std::string(action.name));
    if (!action.tip.empty()) tip(face, text(face, action.tip));
}

void menu(Face& face, std::string_view name, std::span<const Action> actions)
{
    const bool open = ImGui::BeginMenu((text(face, name) + "###" + std::string(name)).c_str());
    mark(face, std::string(name));
    if (!open) return;
    for (const Action& action : actions) item(face, action);
    ImGui::EndMenu();
}

void recentMenu(Face& face)
{
    if (face.editor.recent.empty()) return;
    const bool open = ImGui::BeginMenu((text(face, "menu.recent") + "###menu.recent").c_str());
    mark(face, "menu.recent");
    if (!open) return;
    for (const auto& path : face.editor.recent)
        if (ImGui::MenuItem(path.string().c_str())) face.out.emplace_back(OpenFile{path});
    ImGui::EndMenu();
}

}

void drawMenu(Face& face)
{
    if (!ImGui::BeginMainMenuBar()) return;
    menu(face, "menu.file", fileActions());
    recentMenu(face);
    menu(face, "menu.edit", editActions());
    menu(face, "menu.tools", toolActions());
    menu(face, "menu.view", viewActions());
    menu(face, "menu.run", runActions());
    ImGui::EndMainMenuBar();
}

}
