#include "editor/model/mending.hpp"
#include "editor/panels/panels.hpp"
#include "sim/school/school.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <array>

namespace stairwise::editor {
namespace {

constexpr std::array<ImU32, 3> kColours{IM_COL32(90, 110, 140, 255), IM_COL32(200, 120, 0, 255),
                                        IM_COL32(185, 30, 40, 255)};

std::string elementOf(const Finding& finding)
{
    return finding.element.substr(0, finding.element.find('/'));
}

void goTo(Face& face, const Finding& finding)
{
    GoTo wish{elementOf(finding), {}, {}};
    if (const SchoolClass* schoolClass = findClass(schoolOf(face.editor), {wish.id}))
        wish.id = schoolClass->homeroom.value;
    if (!finding.storey.empty()) wish.storey = StoreyId{finding.storey};
    if (finding.at) wish.at = Point{(*finding.at)[0], (*finding.at)[1]};
    face.out.emplace_back(std::move(wish));
}

void problem(Face& face, const Finding& finding, std::size_t index)
{
    const std::string name = fmt::format("problem.{}", index);
    ImGui::PushID(static_cast<int>(index));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float size = ImGui::GetTextLineHeight();
    ImGui::GetWindowDrawList()->AddCircleFilled({at.x + size * 0.4F, at.y + size * 0.5F}, size * 0.3F,
                                                kColours[static_cast<std::size_t>(finding.severity)]);
    ImGui::Dummy({size, size});
    ImGui::SameLine();
    ImGui::PushTextWrapPos(0.0F);
    ImGui::BeginGroup();
    ImGui::TextWrapped("%s", text(face, {"problem.line", {finding.element, text(face, finding.what)}}).c_str());
    if (!finding.measured.empty())
        ImGui::TextDisabled("%s", text(face, {"finding.measured", {finding.measured, finding.required}}).c_str());
    if (!finding.source.empty()) ImGui::TextDisabled("%s", finding.source.c_str());
    ImGui::EndGroup();
    ImGui::PopTextWrapPos();
    mark(face, name);
    if (ImGui::IsItemClicked()) goTo(face, finding);
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    tip(face, text(face, finding.mend));
    if (auto mend = mendFor(finding, schoolOf(face.editor))) {
        ImGui::Indent(size * 1.4F);
        if (button(face, name + ".mend", text(face, "problem.mend"))) face.out.emplace_back(Make{std::move(*mend)});
        tip(face, text(face, finding.mend));
        ImGui::Unindent(size * 1.4F);
    }
    ImGui::Separator();
    ImGui::PopID();
}

}

void drawProblems(Face& face)
{
    if (face.derived == nullptr) return ImGui::TextDisabled("%s", text(face, "problem.checking").c_str());
    const auto& findings = face.derived->findings;
    const bool old = face.derived->school != face.editor.history.now().school;
    ImGui::TextDisabled("%s", old ? text(face, "problem.checking").c_str()
                                  : text(face, {"cli.check.count", {fmt::to_string(findings.size())}}).c_str());
    constexpr std::size_t kMostShown = 300; // a longer list helps nobody; assumed
    for (std::size_t i = 0; i < findings.size() && i < kMostShown; ++i) problem(face, findings[i], i);
    if (findings.size() > kMostShown)
        ImGui::TextDisabled("%s", text(face, {"problem.more", {fmt::to_string(findings.size() - kMostShown)}}).c_str());
}

}
