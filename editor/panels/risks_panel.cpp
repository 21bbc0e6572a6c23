#include "editor/panels/colours.hpp"
#include "editor/panels/panels.hpp"
#include "editor/panels/plan_marks.hpp"
#include "sim/report/ensemble_report.hpp"
#include "sim/report/phrases.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace stairwise::editor {
namespace {

const ImVec4 kChosen{0.82F, 0.89F, 0.97F, 1.0F};
constexpr std::size_t kMostClasses = 4; // by name; assumed: what two lines hold

std::string number(double value, int decimals)
{
    return fmt::format("{:.{}f}", value, decimals);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between)
{
    return fmt::format("{}", fmt::join(parts, between));
}

// How sure it is: asked for here, and what came of it.
void order(Face& face)
{
    const Editor& editor = face.editor;
    if (editor.ensembling->running()) {
        return workRow(face, "risks.progress", editor.ensembling->work(), "do.cancel_run");
    }
    ImGui::BeginDisabled(editor.runner->running());
    ImGui::SetNextItemWidth(70.0F * face.unit);
    const NumberShape shape{"", 1.0, static_cast<double>(kMostRuns), 0};
    const auto typed =
        numberField(face, "risks.runs", text(face, "risks.runs"), static_cast<double>(face.state.runs), shape);
    if (typed) face.state.runs = static_cast<std::size_t>(*typed);
    ImGui::SameLine();
    if (button(face, "risks.walk", text(face, "risks.walk"))) face.out.emplace_back(StartEnsemble{face.state.runs});
    tip(face, text(face, "do.run_many.tip"));
    ImGui::EndDisabled();
}

void sure(Face& face, const EnsembleResult& all)
{
    const Language language = face.editor.looks.language;
    const std::string runs = fmt::to_string(all.runs.size());
    ImGui::TextWrapped("%s", text(face, {"ensemble.heading", {runs, number(all.wallSeconds, 0)}}).c_str());
    mark(face, "risks.sure");
    if (all.runs.size() < all.asked)
        ImGui::TextWrapped("%s", text(face, {"ensemble.stopped", {runs, fmt::to_string(all.asked)}}).c_str());
    if (all.notEmpty > 0)
        ImGui::TextWrapped("%s", text(face, {"ensemble.not_empty", {fmt::to_string(all.notEmpty), runs}}).c_str());
    if (all.clearance)
        ImGui::TextWrapped("%s",
                           text(face, {"ensemble.clearance",
                                       {minutes(all.clearance->median, language), minutes(all.clearance->low, language),
                                        minutes(all.clearance->high, language)}})
                               .c_str());
    ImGui::TextWrapped("%s", text(face, {"ensemble.top_share", {number(100.0 * all.topShare, 0) + " %"}}).c_str());
    softText(text(face, all.enough ? "ensemble.enough" : "ensemble.not_enough"));
    if (all.influences.empty() || !all.influences.front().onRisk) return;
    const Influence& most = all.influences.front();
    softText(
        text(face, {"risks.matters", {unknownName(most.unknown, language), fmt::format("{:+.2f}", *most.onRisk)}}));
}

std::string overRuns(Face& face, const RiskShown& risk)
{
    const EnsembleResult& all = face.editor.ensemble->result;
    const auto runs = static_cast<double>(all.runs.size());
    if (!risk.over) return text(face, {"risks.in_none", {number(runs, 0)}});
    const EnsemblePoint& over = *risk.over;
    return text(face, {"risks.over",
                       {number(over.shareOfRuns * runs, 0), number(runs, 0), number(100.0 * over.shareOfRuns, 0),
                        number(over.peak.median, 1), number(over.peak.low, 1), number(over.peak.high, 1),
                        number(over.from.median, 0), number(over.to.median, 0)}});
}

std::string classesOf(Face& face, const std::vector<std::string>& all)
{
    const std::size_t named = std::min(all.size(), kMostClasses);
    const std::string_view between = face.editor.looks.language == Language::Chinese ? "、" : ", ";
    const std::string words = fmt::format("{}", fmt::join(all.begin(), all.begin() + named, between));
    if (named == all.size()) return words;
    return text(face, {"risks.more_classes", {words, fmt::to_string(all.size() - named)}});
}

// What stands below the name, a line each.
std::vector<std::string> linesOf(Face& face, const RiskShown& risk, const NamedPoint& named)
{
    const Language language = face.editor.looks.language;
    const RiskPoint& point = risk.point;
    const RunResult& run = *face.editor.outcome->result;
    std::vector<std::string> lines;
    lines.push_back(
        text(face, {"risks.rank", {rankName(point.rank, language), rankReason(point, run.riskLimits, language)}}));
    if (risk.over)
        lines.push_back(overRuns(face, risk));
    else
        lines.push_back(text(
            face, {"risks.when",
                   {number(point.from, 0), number(point.to, 0), number(point.peak, 1), number(point.peakTime, 0)}}));
    if (!risk.over && face.editor.ensemble) lines.push_back(overRuns(face, risk));
    if (!risk.here) lines.push_back(text(face, "risks.not_here"));
    if (point.peakForce > 0.0) lines.push_back(text(face, {"risks.force", {number(point.peakForce, 0)}}));
    if (!named.classes.empty()) lines.push_back(text(face, {"report.risk.classes", {classesOf(face, named.classes)}}));
    for (const std::string& why : named.why) lines.push_back(text(face, {"report.risk.why", {why}}));
    for (const std::string& help : named.help) lines.push_back(text(face, {"report.risk.help", {help}}));
    return lines;
}

void entry(Face& face, std::size_t index, const RiskShown& risk, const NamedPoint& named)
{
    const std::string name = fmt::format("risk.{}", index + 1);
    const float radius = 10.0F * face.unit;
    const float indent = 2.0F * radius + 8.0F * face.unit;
    const float width = ImGui::GetContentRegionAvail().x - indent;
    const std::string title = named.storey.empty() ? named.place : named.place + "\n" + named.storey;
    const std::string body = joined(linesOf(face, risk, named), "\n");
    const float head = ImGui::CalcTextSize(title.c_str(), nullptr, false, width).y;
    const float height = head + ImGui::CalcTextSize(body.c_str(), nullptr, false, width).y;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushStyleColor(ImGuiCol_Header, kChosen);
    ImGui::PushStyleColor(ImGuiCol_HeaderHovered, kChosen);
    if (ImGui::Selectable(("###" + name).c_str(), face.editor.riskSeen == index + 1, 0, {0.0F, height}))
        face.out.emplace_back(SeeRisk{index + 1});
    ImGui::PopStyleColor(2);
    mark(face, name);
    drawRankDisc(at.x + radius + 1.0F, at.y + radius + 1.0F, radius, risk.point.rank, fmt::to_string(index + 1));
    ImDrawList* ink = ImGui::GetWindowDrawList();
    const auto write = [&](float y, const ImVec4& colour, const std::string& words) {
        ink->AddText(ImGui::GetFont(), ImGui::GetFontSize(), {at.x + indent, y}, ImGui::GetColorU32(colour),
                     words.c_str(), nullptr, width);
    };
    write(at.y, ImGui::GetStyleColorVec4(ImGuiCol_Text), title);
    write(at.y + head, kSoftText, body);
    ImGui::Dummy({0.0F, 2.0F * face.unit});
}

const std::vector<NamedPoint>& wordsOf(Face& face)
{
    auto& words = face.state.riskWords;
    const Language language = face.editor.looks.language;
    if (words.number != face.editor.risks.number || words.language != language)
        words = {face.editor.risks.number, language, risksNamed(face.editor)};
    return words.points;
}

}

void drawRisks(Face& face)
{
    const Editor& editor = face.editor;
    if (!editor.outcome || !editor.outcome->result) {
        ImGui::TextWrapped("%s", text(face, "risks.no_run").c_str());
        return order(face);
    }
    const RunResult& run = *editor.outcome->result;
    if (editor.outcome->order.school != editor.history.now().school) doubtText(text(face, "result.old"));
    softText(text(face, "risks.about"));
    order(face);
    if (editor.ensemble) sure(face, editor.ensemble->result);
    ImGui::Separator();
    const auto& risks = editor.risks.risks;
    const auto& named = wordsOf(face);
    if (risks.empty())
        ImGui::TextWrapped(
            "%s", text(face, {"report.risk.none", {number(run.riskLimits.density, 1), number(run.riskLimits.least, 0)}})
                      .c_str());
    const std::size_t shown = face.state.allRisks ? risks.size() : std::min(risks.size(), kFirstRisks);
    for (std::size_t i = 0; i < shown; ++i) entry(face, i, risks[i], named[i]);
    if (risks.size() <= kFirstRisks) return;
    const std::string label = text(face, {"risks.all", {fmt::to_string(risks.size())}});
    if (const auto every = tick(face, "risks.all", label, face.state.allRisks)) face.state.allRisks = *every;
}

}
