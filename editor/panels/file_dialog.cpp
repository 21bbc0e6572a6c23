#include "editor/panels/dialogs.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <vector>

namespace stairwise::editor {
namespace {

namespace fs = std::filesystem;

struct Entry {
    std::string name;
    bool folder = false;
};

bool wanted(FileWish wish, const std::string& name)
{
    std::string lower = name;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto ends = [&](std::string_view ending) { return lower.ends_with(ending); };
    switch (wish) {
    case FileWish::Backdrop:
        return ends(".png") || ends(".jpg") || ends(".jpeg");
    case FileWish::Import:
        return ends(".json");
    case FileWish::Results:
    case FileWish::Film:
        return false;
    default:
        return ends(".school.json") || ends(".scenario.json");
    }
}

std::vector<Entry> entriesOf(const fs::path& folder, FileWish wish)
{
    std::vector<Entry> entries;
    std::error_code error;
    for (const auto& each : fs::directory_iterator(folder, fs::directory_options::skip_permission_denied, error)) {
        Entry entry{each.path().filename().string(), each.is_directory(error)};
        if (entry.name.starts_with('.') || (!entry.folder && !wanted(wish, entry.name))) continue;
        entries.push_back(std::move(entry));
    }
    std::ranges::sort(entries,
                      [](const Entry& a, const Entry& b) { return a.folder != b.folder ? a.folder : a.name < b.name; });
    return entries;
}

void choose(Face& face, const fs::path& path)
{
    switch (face.editor.fileWish) {
    case FileWish::SaveAs:
        face.out.emplace_back(SaveAs{path});
        break;
    case FileWish::Backdrop:
        face.out.emplace_back(SetBackdrop{path});
        break;
    case FileWish::Results:
        face.out.emplace_back(ExportResults{path});
        break;
    case FileWish::Film:
        face.out.emplace_back(ExportFilm{path});
        break;
    default:
        face.out.emplace_back(OpenFile{path});
    }
}

void entryLine(Face& face, const Entry& entry, const fs::path& folder)
{
    const std::string name = "file." + entry.name;
    const std::string label = entry.folder ? entry.name + "/" : entry.name;
    if (ImGui::Selectable((label + "###" + name).c_str(), face.state.fileName == entry.name,
                          ImGuiSelectableFlags_AllowDoubleClick)) {
        if (entry.folder) {
            face.state.folder = folder / entry.name;
        } else {
            face.state.fileName = entry.name;
            if (ImGui::IsMouseDoubleClicked(0)) choose(face, folder / entry.name);
        }
    }
    mark(face, name);
}

}

void fileDialog(Face& face)
{
    FaceState& state = face.state;
    std::error_code error;
    if (state.folder.empty())
        state.folder = face.editor.file.empty() ? fs::current_path(error) : face.editor.file.parent_path();
    const fs::path folder = state.folder;
    if (button(face, "file.up", "↑") && folder.has_parent_path()) state.folder = folder.parent_path();
    ImGui::SameLine();
    ImGui::TextWrapped("%s", folder.string().c_str());
    ImGui::BeginChild("files", {0.0F, 300.0F * face.unit}, true);
    for (const Entry& entry : entriesOf(folder, face.editor.fileWish)) entryLine(face, entry, folder);
    ImGui::EndChild();
    ImGui::SetNextItemWidth(360.0F * face.unit);
    const bool entered = ImGui::InputText((text(face, "file.name") + "###file.name").c_str(), &state.fileName,
                                          ImGuiInputTextFlags_EnterReturnsTrue);
    mark(face, "file.name");
    const bool pressed = button(face, "file.take", text(face, "file.take"));
    if ((pressed || entered) && !state.fileName.empty()) choose(face, folder / state.fileName);
    ImGui::SameLine();
    if (button(face, "dialog.close", text(face, "dialog.close"))) face.out.emplace_back(CloseDialog{});
}

}
