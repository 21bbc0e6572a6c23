#include "editor/panels/time_axis.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <cmath>

namespace stairwise::editor {
namespace {

constexpr ImU32 kInk = IM_COL32(80, 86, 96, 255);
constexpr ImU32 kHand = IM_COL32(200, 60, 30, 255);
constexpr ImU32 kOut = IM_COL32(0, 114, 178, 255);
constexpr ImU32 kChosen = IM_COL32(213, 94, 0, 255);
constexpr ImU32 kBand = IM_COL32(0, 114, 178, 50);

// A round time between two ticks, at least 70 pixels apart.
double tickOf(const TimeAxis& axis, float unit)
{
    const double fewest = axis.end * 70.0 * static_cast<double>(unit / (axis.right - axis.left));
    for (const double tick : {5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0})
        if (tick >= fewest) return tick;
    return 3600.0;
}

struct Box {
    float top = 0.0F;
    float bottom = 0.0F;
    double most = 1.0;
    [[nodiscard]] float yAt(double count) const { return bottom - (bottom - top) * static_cast<float>(count / most); }
};

void drawCurve(const Curve& curve, const TimeAxis& axis, const Box& box, ImU32 ink)
{
    std::vector<ImVec2> line;
    for (std::size_t s = 0; s < curve.count.size(); ++s)
        line.push_back({axis.xAt(static_cast<double>(s)), box.yAt(curve.count[s])});
    if (line.size() > 1)
        ImGui::GetWindowDrawList()->AddPolyline(line.data(), static_cast<int>(line.size()), ink, ImDrawFlags_None,
                                                1.8F);
}

const Curve* chosen(const Curves& curves, const std::string& id)
{
    for (const auto* list : {&curves.stairs, &curves.exits, &curves.classes})
        for (const Curve& curve : *list)
            if (curve.id == id) return &curve;
    return nullptr;
}

void drawBand(const CurveBand& band, const TimeAxis& axis, const Box& box)
{
    ImDrawList* ink = ImGui::GetWindowDrawList();
    for (std::size_t s = 0; s + 1 < band.low.size(); ++s)
        ink->AddQuadFilled({axis.xAt(static_cast<double>(s)), box.yAt(band.high[s])},
                           {axis.xAt(static_cast<double>(s + 1)), box.yAt(band.high[s + 1])},
                           {axis.xAt(static_cast<double>(s + 1)), box.yAt(band.low[s + 1])},
                           {axis.xAt(static_cast<double>(s)), box.yAt(band.low[s])}, kBand);
}

}

void drawAxis(Face& face, const TimeAxis& axis)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float line = ImGui::GetTextLineHeight();
    ImGui::SetCursorScreenPos({axis.left, at.y});
    ImGui::InvisibleButton("play.scrub", {axis.right - axis.left, line + 6.0F * face.unit});
    mark(face, "play.scrub");
    if (ImGui::IsItemActive() && face.editor.playback)
        face.out.emplace_back(Seek{axis.secondsAt(ImGui::GetIO().MousePos.x)});
    ImDrawList* ink = ImGui::GetWindowDrawList();
    const float foot = at.y + line + 5.0F * face.unit;
    ink->AddLine({axis.left, foot}, {axis.right, foot}, kInk, 1.0F);
    const double tick = tickOf(axis, face.unit);
    for (double s = 0.0; s <= axis.end + 1e-6; s += tick) {
        const std::string words = fmt::format("{}:{:02}", static_cast<int>(s) / 60, static_cast<int>(s) % 60);
        const float x = axis.xAt(s);
        ink->AddLine({x, foot - 4.0F}, {x, foot}, kInk, 1.0F);
        ink->AddText({x - ImGui::CalcTextSize(words.c_str()).x / 2.0F, at.y}, kInk, words.c_str());
    }
    const float x = axis.xAt(face.editor.playing.time);
    if (face.editor.playback)
        ink->AddTriangleFilled({x, foot}, {x - 5.0F * face.unit, foot - 8.0F * face.unit},
                               {x + 5.0F * face.unit, foot - 8.0F * face.unit}, kHand);
    ImGui::SetCursorScreenPos({at.x, foot + 3.0F * face.unit});
}

void drawChart(Face& face, const TimeAxis& axis)
{
    if (!face.editor.curves || !face.editor.outcome || !face.editor.outcome->result) return;
    const Curves& curves = *face.editor.curves;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = 64.0F * face.unit;
    const Box box{at.y + 2.0F, at.y + height - 2.0F,
                  static_cast<double>(std::max<std::size_t>(face.editor.outcome->result->people, 1))};
    ImDrawList* ink = ImGui::GetWindowDrawList();
    ink->AddRect({axis.left, box.top}, {axis.right, box.bottom}, IM_COL32(210, 214, 220, 255));
    if (face.editor.ensemble) drawBand(face.editor.ensemble->out, axis, box);
    drawCurve(curves.out, axis, box, kOut);
    if (const Curve* curve = chosen(curves, face.state.chart)) drawCurve(*curve, axis, box, kChosen);
    const std::string most = fmt::format("{:.0f}", box.most);
    ink->AddText({axis.left + 3.0F, box.top}, kInk, most.c_str());
    ImGui::TextColored({0.0F, 0.45F, 0.70F, 1.0F}, "%s", text(face, "chart.out").c_str());
    if (!face.state.chart.empty()) ImGui::TextColored({0.84F, 0.37F, 0.0F, 1.0F}, "%s", face.state.chart.c_str());
    const float x = axis.xAt(face.editor.playing.time);
    ink->AddLine({x, box.top}, {x, box.bottom}, kHand, 1.5F);
    ImGui::SetCursorScreenPos({at.x, at.y + height});
}

}
