#include "editor/panels/panels.hpp"
#include "sim/report/phrases.hpp"

#include <fmt/format.h>
#include <imgui.h>

namespace stairwise::editor {
namespace {

std::string seconds(const std::optional<double>& value)
{
    return value ? fmt::format("{:.0f} s", *value) : "–";
}

void passages(Face& face, std::string_view title, const std::vector<PassageResult>& list)
{
    if (list.empty()) return;
    constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_RowBg;
    if (!ImGui::BeginTable(std::string(title).c_str(), 4, kFlags)) return;
    ImGui::TableSetupColumn(text(face, title).c_str(), ImGuiTableColumnFlags_WidthStretch, 1.4F);
    ImGui::TableSetupColumn(text(face, "result.passed").c_str(), ImGuiTableColumnFlags_WidthStretch, 0.9F);
    ImGui::TableSetupColumn(text(face, "result.clear").c_str(), ImGuiTableColumnFlags_WidthStretch, 1.1F);
    ImGui::TableSetupColumn(text(face, "result.peak").c_str(), ImGuiTableColumnFlags_WidthStretch, 1.3F);
    ImGui::TableHeadersRow();
    for (const PassageResult& one : list) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        const std::string name = "result." + one.id;
        const std::string label = one.name.empty() ? one.id : one.name;
        if (ImGui::Selectable((label + "###" + name).c_str(), face.state.chart == one.id)) {
            face.state.chart = one.id;
            face.out.emplace_back(GoTo{one.id, {}, {}});
        }
        mark(face, name);
        ImGui::TableNextColumn();
        ImGui::Text("%d", one.passed);
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(seconds(one.clear).c_str());
        ImGui::TableNextColumn();
        ImGui::Text("%.2f", one.peakFlow);
    }
    ImGui::EndTable();
}

void crowded(Face& face, const RunResult& result)
{
    const auto& walked = face.editor.walked;
    if (walked == nullptr) return;
    const auto places = namedPlaces(result, *walked->school, walked->walkable, face.editor.looks.language);
    if (places.empty()) return;
    ImGui::Spacing();
    ImGui::TextUnformatted(text(face, "result.crowded").c_str());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const CrowdedPlace& place = places[i].place;
        const std::string when = text(face, {"result.place",
                                             {fmt::format("{:.0f}", place.from), fmt::format("{:.0f}", place.to),
                                              fmt::format("{:.1f}", place.peak)}});
        const std::string label = places[i].name + "\n" + when;
        const std::string name = fmt::format("crowded.{}", i);
        if (ImGui::Selectable((label + "###" + name).c_str())) {
            face.out.emplace_back(Seek{(place.from + place.to) / 2.0});
            face.out.emplace_back(GoTo{{}, walked->walkable.surfaces[place.surface].storey, toMillimetres(place.at)});
        }
        mark(face, name);
        tip(face, label);
    }
}

}

void drawResults(Face& face)
{
    const Editor& editor = face.editor;
    if (!editor.outcome || !editor.outcome->result) {
        ImGui::TextWrapped("%s", text(face, "result.none").c_str());
        actionButton(face, "do.run");
        return;
    }
    const RunResult& result = *editor.outcome->result;
    ImGui::TextWrapped("%s", headline(result, editor.looks.language).c_str());
    mark(face, "result.headline");
    if (editor.outcome->order.school != editor.history.now().school) doubtText(text(face, "result.old"));
    ImGui::TextWrapped(
        "%s", text(face, {"result.facts",
                          {fmt::to_string(result.people), fmt::to_string(result.evacuated), seconds(result.clearance),
                           result.bound ? fmt::format("{:.0f} s", result.bound->seconds) : "–",
                           result.hand ? seconds(result.hand->clearance) : "–"}})
                  .c_str());
    ImGui::TextDisabled("%s", text(face, "result.simulated").c_str());
    actionRow(face, {"do.busiest", "do.results", "do.film"});
    passages(face, "result.stairs", result.stairs);
    passages(face, "result.exits", result.exits);
    ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_TextDisabled));
    ImGui::TextWrapped("%s", text(face, "result.peak_note").c_str());
    ImGui::PopStyleColor();
    crowded(face, result);
    drawComparison(face);
}

}
