#include "editor/panels/plan_marks.hpp"

#include "editor/model/colours.hpp"
#include "editor/model/kinds.hpp"
#include "editor/model/situations.hpp"
#include "sim/run/happenings.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

constexpr ImU32 kPlate = IM_COL32(255, 255, 255, 230);
constexpr ImU32 kInk = IM_COL32(45, 50, 58, 255);
constexpr ImU32 kFall = IM_COL32(213, 94, 0, 255);    // vermilion of Okabe and Ito
constexpr ImU32 kWarden = IM_COL32(0, 114, 178, 255); // their blue

ImU32 inkOf(Colour colour)
{
    return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}

// Where it stands in the window; nothing where it is out of sight.
std::optional<ImVec2> seenAt(const Face& face, const Place& area, Vec2 metres)
{
    const Vec2 at = toScreen(face.state.camera, metres);
    const ImVec2 pixel{area.left + static_cast<float>(at.x), area.top + static_cast<float>(at.y)};
    const bool inside = pixel.x > area.left && pixel.x < area.right && pixel.y > area.top && pixel.y < area.bottom;
    return inside ? std::optional(pixel) : std::nullopt;
}

// Not over another sign.
void writeBeside(ImVec2 at, float aside, const std::string& words, std::vector<Place>& taken)
{
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    const ImVec2 low{at.x + aside, at.y - size.y / 2.0F};
    const Place plate{low.x - 2.0F, low.y, low.x + size.x + 2.0F, low.y + size.y};
    if (std::ranges::any_of(taken, [&](const Place& other) { return plate.overlaps(other); })) return;
    taken.push_back(plate);
    ImDrawList* ink = ImGui::GetWindowDrawList();
    ink->AddRectFilled({plate.left, plate.top}, {plate.right, plate.bottom}, kPlate, 3.0F);
    ink->AddText(low, kInk, words.c_str());
}

Place around(ImVec2 at, float radius)
{
    return {at.x - radius, at.y - radius, at.x + radius, at.y + radius};
}

struct RiskMark {
    std::size_t number = 0;
    int rank = 1;
    ImVec2 at;
};

std::vector<RiskMark> marksOf(const Face& face, const Place& area)
{
    std::vector<RiskMark> marks;
    const auto& risks = face.editor.risks.risks;
    const std::size_t listed = face.state.allRisks ? risks.size() : std::min(risks.size(), kFirstRisks);
    for (std::size_t i = 0; i < listed; ++i)
        if (risks[i].storey == face.editor.storey)
            if (const auto at = seenAt(face, area, markedAt(risks[i]).at))
                marks.push_back({i + 1, risks[i].point.rank, *at});
    return marks;
}

// The number of the list stands in the disc and the rank beside it, where there is room: nothing is told by colour
// alone. The most dangerous on top.
void writeRisks(Face& face, const Place& area, std::vector<Place>& taken)
{
    const float radius = 10.0F * face.unit;
    auto marks = marksOf(face, area);
    for (const RiskMark& mark : marks) taken.push_back(around(mark.at, radius));
    for (const RiskMark& mark : marks)
        writeBeside(mark.at, radius + 6.0F * face.unit, text(face, {"risks.mark", {fmt::to_string(mark.rank)}}), taken);
    std::ranges::reverse(marks);
    for (const RiskMark& mark : marks) {
        drawRankDisc(mark.at.x, mark.at.y, radius, mark.rank, fmt::to_string(mark.number));
        if (face.editor.riskSeen == mark.number)
            ImGui::GetWindowDrawList()->AddCircle(mark.at, radius + 4.0F * face.unit, kInk, 0, 2.0F * face.unit);
        face.probe[fmt::format("mark.risk.{}", mark.number)] = around(mark.at, radius);
    }
}

// A body on its back seen from above would be taken for somebody standing: a triangle warns.
void writeFalls(Face& face, const Place& area, std::vector<Place>& taken)
{
    const NamedScenario* named = scenarioOf(face.editor);
    if (named == nullptr || face.derived == nullptr) return;
    const Walkable& walkable = face.derived->walkable;
    const float size = 8.0F * face.unit;
    for (std::size_t i = 0; i < named->scenario.events.size(); ++i) {
        const Event& event = named->scenario.events[i];
        const auto fall = event.kind == EventKind::Fall ? fallOf(event, walkable) : std::nullopt;
        if (!fall || !(walkable.surfaces[fall->surface].storey == face.editor.storey)) continue;
        const auto at = seenAt(face, area, fall->at);
        if (!at) continue;
        ImDrawList* ink = ImGui::GetWindowDrawList();
        const ImVec2 corners[] = {
            {at->x, at->y - size}, {at->x + size, at->y + size * 0.7F}, {at->x - size, at->y + size * 0.7F}};
        ink->AddTriangleFilled(corners[0], corners[1], corners[2], kFall);
        ink->AddTriangle(corners[0], corners[1], corners[2], IM_COL32_WHITE, 1.5F);
        writeBeside(*at, size + 4.0F * face.unit, text(face, {"fall.mark", {fmt::format("{:.1f}", event.time)}}),
                    taken);
        face.probe[fmt::format("mark.fall.{}", i)] = around(*at, size);
    }
}

// Where teachers stand, and what they do there.
void writeWardens(Face& face, const Place& area, std::vector<Place>& taken)
{
    const NamedScenario* named = scenarioOf(face.editor);
    if (named == nullptr || face.derived == nullptr) return;
    const float size = 8.0F * face.unit;
    for (std::size_t i = 0; i < named->scenario.wardens.size(); ++i) {
        const Warden& warden = named->scenario.wardens[i];
        const auto post = warden.storey == face.editor.storey ? postOf(face.derived->walkable, warden) : std::nullopt;
        const auto at = post ? seenAt(face, area, *post) : std::nullopt;
        if (!at) continue;
        ImDrawList* ink = ImGui::GetWindowDrawList();
        ink->AddRectFilled({at->x - size, at->y - size}, {at->x + size, at->y + size}, kWarden, 3.0F);
        ink->AddRect({at->x - size, at->y - size}, {at->x + size, at->y + size}, IM_COL32_WHITE, 3.0F, 0, 1.5F);
        taken.push_back(around(*at, size));
        writeBeside(*at, size + 4.0F * face.unit, text(face, {"warden.mark", {text(face, kindWord(warden.task))}}),
                    taken);
        face.probe[fmt::format("mark.warden.{}", i)] = around(*at, size);
    }
}

}

void drawRankDisc(float x, float y, float radius, int rank, const std::string& number)
{
    const Colour ground = rankColour(rank);
    ImDrawList* ink = ImGui::GetWindowDrawList();
    ink->AddCircleFilled({x, y}, radius, inkOf(ground));
    ink->AddCircle({x, y}, radius, IM_COL32_WHITE, 0, 2.5F);
    ink->AddCircle({x, y}, radius + 1.0F, kInk, 0, 1.0F);
    const ImVec2 size = ImGui::CalcTextSize(number.c_str());
    ink->AddText({x - size.x / 2.0F, y - size.y / 2.0F}, inkOf(inkOn(ground)), number.c_str());
}

void writeMarks(Face& face, const Place& area)
{
    std::vector<Place> taken;
    writeWardens(face, area, taken);
    writeFalls(face, area, taken);
    if (face.editor.looks.risks) writeRisks(face, area, taken);
}

}
