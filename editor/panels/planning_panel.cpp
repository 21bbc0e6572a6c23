#include "editor/model/planning.hpp"
#include "editor/panels/panels.hpp"
#include "sim/report/phrases.hpp"
#include "sim/report/stagger_names.hpp"
#include "sim/report/stagger_report.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

constexpr ImU32 kInk = IM_COL32(45, 50, 58, 255);
constexpr ImU32 kGrid = IM_COL32(205, 210, 218, 255);
constexpr ImU32 kLimit = IM_COL32(184, 24, 38, 255);
constexpr ImU32 kKeeps = IM_COL32(0, 114, 178, 255); // blue and vermilion of Okabe and Ito; shapes differ too
constexpr ImU32 kBreaks = IM_COL32(213, 94, 0, 255);

// What is asked, and how far the search has come.
void order(Face& face)
{
    const Editor& editor = face.editor;
    if (editor.planning->running()) {
        return workRow(face, "planning.progress", editor.planning->work(), "do.stop_planning");
    }
    const NamedScenario* named = scenarioOf(editor);
    if (named == nullptr) return ImGui::TextWrapped("%s", text(face, "situation.none").c_str());
    PlanOrder& wanted = face.state.planOrder;
    const double usual = loadLimitOf({}, named->scenario);
    ImGui::SetNextItemWidth(90.0F * face.unit);
    if (const auto typed = numberField(face, "planning.limit", text(face, "planning.limit"),
                                       wanted.limit.value_or(usual), {"/m²", 0.1, 10.0, 1}))
        wanted.limit = *typed;
    ImGui::SetNextItemWidth(90.0F * face.unit);
    if (const auto typed = numberField(face, "planning.proof", text(face, "planning.proof"),
                                       static_cast<double>(wanted.proof), {"", 0.0, 10000.0, 0}))
        wanted.proof = static_cast<std::size_t>(*typed);
    if (button(face, "planning.search", text(face, "planning.search"))) face.out.emplace_back(StartPlanning{wanted});
}

std::string figuresOf(Face& face, const StaggerPlan& plan)
{
    const Language language = face.editor.looks.language;
    if (plan.late <= 0.0) return text(face, "planning.not_out");
    return text(face, {"planning.figures",
                       {minutes(plan.median, language), minutes(plan.late, language), fixed(plan.peak, 2),
                        fixed(100.0 * plan.breachShare, 0), std::to_string(plan.changes)}});
}

// Last out to the right, fullest flight upward.
struct Chart {
    ImVec2 low; // upper left corner
    ImVec2 high;
    double latest = 1.0;
    double fullest = 1.0;
    [[nodiscard]] ImVec2 at(double seconds, double load) const
    {
        return {low.x + (high.x - low.x) * static_cast<float>(seconds / latest),
                high.y - (high.y - low.y) * static_cast<float>(load / fullest)};
    }
};

Chart chartOf(Face& face, const StaggerResult& result)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float unit = face.unit;
    Chart chart{{at.x + 34.0F * unit, at.y + 6.0F * unit},
                {at.x + ImGui::GetContentRegionAvail().x - 10.0F * unit, at.y + 150.0F * unit},
                result.today.late,
                std::max(result.limit, result.today.peak)};
    for (const StaggerPlan& plan : result.plans) {
        chart.latest = std::max(chart.latest, plan.late);
        chart.fullest = std::max(chart.fullest, plan.peak);
    }
    chart.latest *= 1.08;
    chart.fullest *= 1.1;
    return chart;
}

void axes(Face& face, const Chart& chart, const StaggerResult& result)
{
    ImDrawList* ink = ImGui::GetWindowDrawList();
    const float line = ImGui::GetTextLineHeight();
    ink->AddRect(chart.low, chart.high, kGrid);
    for (double load = 1.0; load < chart.fullest; load += 1.0) {
        const ImVec2 at = chart.at(0.0, load);
        ink->AddLine(at, {chart.high.x, at.y}, kGrid);
        ink->AddText({chart.low.x - 26.0F * face.unit, at.y - line / 2.0F}, kInk, fixed(load, 0).c_str());
    }
    const double step = chart.latest > 1200.0 ? 600.0 : chart.latest > 400.0 ? 120.0 : 60.0;
    for (double seconds = 0.0; seconds < chart.latest; seconds += step) {
        const ImVec2 at = chart.at(seconds, 0.0);
        ink->AddLine({at.x, at.y}, {at.x, chart.low.y}, kGrid);
        ink->AddText({at.x - 8.0F * face.unit, at.y + 2.0F}, kInk, fmt::format("{:.0f}", seconds / 60.0).c_str());
    }
    const ImVec2 limit = chart.at(0.0, result.limit);
    ink->AddLine(limit, {chart.high.x, limit.y}, kLimit, 1.5F);
    if (result.bound) {
        const ImVec2 bound = chart.at(*result.bound, 0.0);
        ink->AddLine({bound.x, chart.low.y}, {bound.x, chart.high.y}, kInk, 1.5F);
    }
}

void pointOf(Face& face, const Chart& chart, const StaggerPlan& plan, std::size_t number)
{
    if (plan.late <= 0.0) return;
    const ImVec2 at = chart.at(plan.late, plan.peak);
    const float radius = 5.0F * face.unit;
    ImDrawList* ink = ImGui::GetWindowDrawList();
    if (plan.breachShare <= 0.0)
        ink->AddCircleFilled(at, radius, kKeeps);
    else
        ink->AddTriangleFilled({at.x, at.y - radius}, {at.x + radius, at.y + radius}, {at.x - radius, at.y + radius},
                               kBreaks);
    if (face.state.planSeen == number) ink->AddCircle(at, radius + 4.0F, kInk, 0, 2.0F);
    ImGui::SetCursorScreenPos({at.x - radius, at.y - radius});
    const std::string name = fmt::format("planning.point.{}", number);
    if (ImGui::InvisibleButton(name.c_str(), {2.0F * radius, 2.0F * radius})) face.state.planSeen = number;
    mark(face, name);
    tip(face, figuresOf(face, plan));
}

void curve(Face& face, const StaggerResult& result)
{
    ImGui::TextWrapped("%s", text(face, {"planning.curve", {fixed(result.limit, 1)}}).c_str());
    const ImVec2 begin = ImGui::GetCursorScreenPos();
    const Chart chart = chartOf(face, result);
    axes(face, chart, result);
    for (std::size_t i = 0; i < result.plans.size(); ++i) pointOf(face, chart, result.plans[i], i);
    ImGui::SetCursorScreenPos({begin.x, chart.high.y + ImGui::GetTextLineHeightWithSpacing() + 4.0F * face.unit});
    ImGui::TextWrapped("%s", text(face, "planning.axes").c_str());
}

// A plan with its figures and a button that makes a situation of it.
void planEntry(Face& face, const std::string& title, const StaggerPlan& plan, std::optional<std::size_t> number)
{
    ImGui::TextUnformatted(title.c_str());
    softText(figuresOf(face, plan));
    if (!number) return;
    if (button(face, fmt::format("planning.take.{}", *number), text(face, "planning.take")))
        face.out.emplace_back(TakePlan{*number});
}

void found(Face& face, const PlanSearch& search)
{
    const Language language = face.editor.looks.language;
    const StaggerResult& result = search.result.value();
    if (!isOf(search, face.editor.history.now())) doubtText(text(face, "planning.old"));
    if (result.bound)
        ImGui::TextWrapped(
            "%s", text(face, {"planning.bound", {minutes(*result.bound, language), fixed(result.limit, 1)}}).c_str());
    planEntry(face, text(face, "planning.today"), result.today, {});
    if (result.safest) planEntry(face, text(face, "planning.safest"), result.plans[*result.safest], result.safest);
    if (result.chosen)
        planEntry(face, text(face, "planning.quickest"), result.plans[*result.chosen], result.chosen);
    else
        ImGui::TextWrapped("%s", text(face, "planning.none").c_str());
    if (result.proved)
        ImGui::TextWrapped("%s", text(face, {"planning.proved",
                                             {std::to_string(result.proved->runs.size()),
                                              fixed(100.0 * (1.0 - result.proved->breachShare), 0)}})
                                     .c_str());
    ImGui::Separator();
    curve(face, result);
    std::size_t& seen = face.state.planSeen;
    if (seen < result.plans.size())
        planEntry(face,
                  text(face, {"planning.seen",
                              {placeName(*search.school, *search.walkable, result.plans[seen].binding, language)}}),
                  result.plans[seen], seen);
}

}

void drawPlanning(Face& face)
{
    ImGui::TextWrapped("%s", text(face, "planning.about").c_str());
    order(face);
    if (!face.editor.plans) return;
    ImGui::Separator();
    found(face, *face.editor.plans);
}

}
