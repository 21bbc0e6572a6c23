#include "editor/panels/panels.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <functional>

namespace stairwise::editor {
namespace {

constexpr std::size_t kMost = 4; // columns of scenarios that the page has room for

using Value = std::function<std::optional<double>(const KeptRun&)>;

// The first column as it is, the others with what they differ by.
void line(const std::string& label, const std::vector<const KeptRun*>& runs, const Value& value, const char* unit)
{
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(label.c_str());
    const auto first = value(*runs.front());
    for (const KeptRun* run : runs) {
        ImGui::TableNextColumn();
        const auto here = value(*run);
        const bool small = unit[0] == '\0';
        std::string words = here ? fmt::format("{:.{}f}{}", *here, small ? 1 : 0, unit) : "–";
        if (run != runs.front() && here && first) words += fmt::format(" ({:+.{}f})", *here - *first, small ? 1 : 0);
        ImGui::TextUnformatted(words.c_str());
    }
}

std::vector<const KeptRun*> shown(const Editor& editor)
{
    std::vector<const KeptRun*> runs;
    for (const NamedScenario& named : editor.history.now().scenarios) {
        const auto found = std::ranges::find(editor.kept, named.file, &KeptRun::file);
        if (found != editor.kept.end() && runs.size() < kMost) runs.push_back(&*found);
    }
    return runs;
}

// Where each was most crowded.
void places(const std::string& label, const std::vector<const KeptRun*>& runs, Language language)
{
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", label.c_str());
    for (const KeptRun* run : runs) {
        ImGui::TableNextColumn();
        const auto place = mostCrowded(*run, language);
        ImGui::TextWrapped("%s", place ? (place->name + "\n" + place->storey).c_str() : "–");
    }
}

void heads(Face& face, const std::vector<const KeptRun*>& runs)
{
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, 1.0F);
    for (const KeptRun* run : runs) {
        std::string name = calledOf(run->scenario, run->file);
        if (outOfDate(*run, face.editor.history.now())) name += " *";
        ImGui::TableSetupColumn((name + "##" + run->file).c_str(), ImGuiTableColumnFlags_WidthStretch, 1.2F);
    }
    ImGui::TableHeadersRow();
}

// Each of the others can be played beside the run shown.
void besides(Face& face, const std::vector<const KeptRun*>& runs)
{
    const Editor& editor = face.editor;
    for (const KeptRun* run : runs) {
        if (!canStandBeside(editor, *run)) continue;
        const std::string name = calledOf(run->scenario, run->file);
        const bool now = editor.beside && editor.beside->file == run->file;
        if (button(face, "beside." + run->file, text(face, {now ? "compare.beside_end" : "compare.beside", {name}})))
            face.out.emplace_back(PlayBeside{run->file});
    }
}

std::optional<double> lastAt(const KeptRun& run, const std::string& id)
{
    const auto found = std::ranges::find(run.passages, id, &KeptRun::Passage::id);
    return found == run.passages.end() ? std::nullopt : found->last;
}

}

void drawComparison(Face& face)
{
    const auto runs = shown(face.editor);
    if (runs.size() < 2) return;
    ImGui::Spacing();
    ImGui::TextUnformatted(text(face, "compare.title").c_str());
    constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_RowBg;
    if (!ImGui::BeginTable("comparison", static_cast<int>(runs.size()) + 1, kFlags)) return;
    heads(face, runs);
    line(
        text(face, "compare.clearance"), runs, [](const KeptRun& run) { return run.clearance; }, " s");
    line(
        text(face, "compare.bound"), runs, [](const KeptRun& run) { return run.bound; }, " s");
    places(text(face, "compare.place"), runs, face.editor.looks.language);
    line(
        text(face, "compare.peak"), runs,
        [](const KeptRun& run) { return run.worst ? std::optional(run.worst->peak) : std::nullopt; }, "");
    for (const KeptRun::Passage& one : runs.front()->passages)
        line(
            one.name, runs, [&](const KeptRun& run) { return lastAt(run, one.id); }, " s");
    ImGui::EndTable();
    mark(face, "comparison");
    besides(face, runs);
    ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_TextDisabled));
    ImGui::TextWrapped("%s", text(face, "compare.note").c_str());
    ImGui::PopStyleColor();
}

}
