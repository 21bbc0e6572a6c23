#include "editor/panels/panels.hpp"
#include "editor/panels/plan_marks.hpp"
#include "sim/report/atlas_report.hpp"
#include "sim/report/risk_phrases.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

constexpr double kMostSeeds = 1000.0; // as the command line takes

// How many seeds, and how far it has come.
void order(Face& face)
{
    const Editor& editor = face.editor;
    if (editor.atlasing->running()) {
        return workRow(face, "atlas.progress", editor.atlasing->work(), "do.stop_atlas");
    }
    ImGui::SetNextItemWidth(90.0F * face.unit);
    const auto typed = numberField(face, "atlas.seeds", text(face, "atlas.seeds"),
                                   static_cast<double>(face.state.atlasSeeds), {"", 1.0, kMostSeeds, 0});
    if (typed) face.state.atlasSeeds = static_cast<std::size_t>(*typed);
    ImGui::SameLine();
    if (button(face, "atlas.walk", text(face, "atlas.walk"))) face.out.emplace_back(StartAtlas{face.state.atlasSeeds});
}

// One line for each situation: out of the building after, against all in use, and the worst place.
std::string situationsOf(const NamedAtlas& atlas, std::size_t element, Language language)
{
    std::string lines;
    for (std::size_t s = 0; s < atlas.situations.size(); ++s) {
        const AtlasCell& cell = atlas.result.cells[element][s];
        std::string words =
            atlas.situations[s] + ": " + clearanceAgainst(cell, atlas.result.cells.front()[s], language);
        if (cell.worst.rank > 0)
            words += fmt::format("{}{} {}", separatorOf(language), rankName(cell.worst.rank, language),
                                 atlas.places[element][s].name);
        lines += (lines.empty() ? "" : "\n") + words;
    }
    return lines;
}

FaceState::AtlasLine lineOf(const Face& face, const NamedAtlas& atlas, std::size_t element)
{
    const Language language = face.editor.looks.language;
    FaceState::AtlasLine line{atlas.plan.elements[element].id, atlas.elements[element],
                              situationsOf(atlas, element, language), 0};
    std::size_t without = 0;
    for (const AtlasCell& cell : atlas.result.cells[element]) {
        line.rank = std::max(line.rank, cell.worst.rank);
        without = std::max(without, cell.withoutSecond.size());
    }
    if (without > 0) line.situations += "\n" + text(face, {"atlas.without_second", {std::to_string(without)}});
    return line;
}

const std::vector<FaceState::AtlasLine>& linesOf(Face& face)
{
    auto& words = face.state.atlasWords;
    const Editor& editor = face.editor;
    if (words.number == editor.atlasNumber && words.language == editor.looks.language) return words.lines;
    words = {editor.atlasNumber, editor.looks.language, {}};
    const NamedAtlas atlas =
        namedAtlas(editor.atlas->plan, editor.atlas->result, *editor.atlas->walkable, editor.looks.language);
    for (std::size_t e = 0; e < atlas.elements.size(); ++e)
        if (std::ranges::any_of(atlas.result.cells[e], [](const AtlasCell& cell) { return cell.runs > 0; }))
            words.lines.push_back(lineOf(face, atlas, e));
    return words.lines;
}

void entry(Face& face, const FaceState::AtlasLine& line)
{
    const std::string name = "atlas." + (line.id.empty() ? std::string("nothing") : line.id);
    const float radius = 10.0F * face.unit;
    const float indent = 2.0F * radius + 8.0F * face.unit;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (line.rank > 0)
        drawRankDisc(at.x + radius + 1.0F, at.y + radius + 1.0F, radius, line.rank, fmt::to_string(line.rank));
    ImGui::Indent(indent);
    if (ImGui::Selectable((line.name + "###" + name).c_str()) && !line.id.empty())
        face.out.emplace_back(GoTo{line.id, {}, {}});
    mark(face, name);
    softText(line.situations);
    ImGui::Unindent(indent);
    ImGui::Spacing();
}

}

void drawAtlas(Face& face)
{
    const Editor& editor = face.editor;
    ImGui::TextWrapped("%s", text(face, "atlas.about").c_str());
    order(face);
    if (!editor.atlas) return;
    if (!isOf(*editor.atlas, editor.history.now())) doubtText(text(face, "atlas.old"));
    const AtlasResult& result = editor.atlas->result;
    if (result.runs.size() < result.asked)
        ImGui::TextWrapped(
            "%s", text(face, {"ensemble.stopped", {std::to_string(result.runs.size()), std::to_string(result.asked)}})
                      .c_str());
    for (const Fault& fault : editor.atlas->plan.leftOut)
        ImGui::TextWrapped("%s", text(face, {"atlas.left_out", {line(fault, editor.looks.language)}}).c_str());
    ImGui::Separator();
    for (const auto& each : linesOf(face)) entry(face, each);
}

}
