#include "editor/panels/plan_ink.hpp"

#include "editor/view/plan_shapes.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace stairwise::editor {
namespace {

constexpr ImU32 kInk = IM_COL32(45, 50, 58, 255);
constexpr ImU32 kSoft = IM_COL32(95, 102, 112, 255);
constexpr ImU32 kPlate = IM_COL32(255, 255, 255, 215);
constexpr ImU32 kExit = IM_COL32(0, 133, 63, 255);

ImU32 inkOf(Colour colour)
{
    return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}

ImVec2 onScreen(const Camera& camera, const Place& area, Vec2 metres)
{
    const Vec2 at = toScreen(camera, metres);
    return {area.left + static_cast<float>(at.x), area.top + static_cast<float>(at.y)};
}

void writeAt(ImVec2 at, const std::string& words, ImU32 ink)
{
    ImGui::GetWindowDrawList()->AddText({std::round(at.x), std::round(at.y)}, ink, words.c_str());
}

// White on green, so that a way out is seen at once; GB 13495.1 marks them so.
void writeWayOut(const NameTag& tag, ImVec2 at, std::vector<Place>& taken)
{
    const ImVec2 size = ImGui::CalcTextSize(tag.first.c_str());
    const Place plate{at.x - size.x / 2.0F - 4.0F, at.y - size.y - 8.0F, at.x + size.x / 2.0F + 4.0F, at.y - 4.0F};
    if (std::ranges::any_of(taken, [&](const Place& other) { return plate.overlaps(other); })) return;
    taken.push_back(plate);
    ImGui::GetWindowDrawList()->AddRectFilled({plate.left, plate.top}, {plate.right, plate.bottom}, kExit, 3.0F);
    writeAt({plate.left + 4.0F, plate.top + 2.0F}, tag.first, IM_COL32_WHITE);
}

void writeName(const NameTag& tag, ImVec2 at, double pixelsPerMetre, std::vector<Place>& taken)
{
    const ImVec2 first = ImGui::CalcTextSize(tag.first.c_str());
    const ImVec2 second = ImGui::CalcTextSize(tag.second.c_str());
    const float room = static_cast<float>(tag.room * pixelsPerMetre) - 6.0F;
    const float tall = static_cast<float>(tag.tall * pixelsPerMetre) - 4.0F;
    const bool both = !tag.second.empty() && second.x <= room && first.y + second.y <= tall;
    if (first.x > room || first.y > tall) return;
    const float height = first.y + (both ? second.y : 0.0F);
    const float width = std::max(first.x, both ? second.x : 0.0F);
    const Place plate{at.x - width / 2.0F, at.y - height / 2.0F, at.x + width / 2.0F, at.y + height / 2.0F};
    if (std::ranges::any_of(taken, [&](const Place& other) { return plate.overlaps(other); })) return;
    taken.push_back(plate);
    writeAt({at.x - first.x / 2.0F, plate.top}, tag.first, kInk);
    if (both) writeAt({at.x - second.x / 2.0F, plate.top + first.y}, tag.second, kSoft);
}

bool inside(ImVec2 at, const Place& area)
{
    return at.x > area.left && at.x < area.right && at.y > area.top && at.y < area.bottom;
}

void writeNames(Face& face, const Place& area)
{
    std::vector<Place> taken;
    auto tags = nameTags(schoolOf(face.editor), face.editor.storey, face.editor.looks.language);
    std::ranges::stable_partition(tags, &NameTag::wayOut);
    for (const NameTag& tag : tags) {
        const ImVec2 at = onScreen(face.state.camera, area, tag.at);
        if (!inside(at, area)) continue;
        if (tag.wayOut)
            writeWayOut(tag, at, taken);
        else
            writeName(tag, at, face.state.camera.pixelsPerMetre, taken);
    }
}

// A round length of about a hundred pixels.
void writeScaleBar(const Face& face, const Place& area)
{
    const double wanted = 100.0 * face.unit / face.state.camera.pixelsPerMetre;
    double metres = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double step : {5.0, 2.0})
        if (metres * step <= wanted) {
            metres *= step;
            break;
        }
    const auto width = static_cast<float>(metres * face.state.camera.pixelsPerMetre);
    const ImVec2 at{area.left + 14.0F * face.unit, area.bottom - 14.0F * face.unit};
    ImDrawList* ink = ImGui::GetWindowDrawList();
    ink->AddLine(at, {at.x + width, at.y}, kInk, 2.0F);
    ink->AddLine({at.x, at.y - 5.0F}, {at.x, at.y + 1.0F}, kInk, 2.0F);
    ink->AddLine({at.x + width, at.y - 5.0F}, {at.x + width, at.y + 1.0F}, kInk, 2.0F);
    writeAt({at.x + 6.0F, at.y - ImGui::GetTextLineHeight() - 3.0F},
            metres < 1.0 ? fmt::format("{:.0f} cm", metres * 100.0) : fmt::format("{:.0f} m", metres), kInk);
}

constexpr std::array<std::string_view, 9> kHeatKeys{"legend.none",         "legend.density",       "legend.service",
                                                    "legend.use",          "legend.time",          "legend.pressure",
                                                    "legend.peak_density", "legend.peak_pressure", "legend.peak_force"};

std::string valueOf(HeatKind kind, double value)
{
    if (kind == HeatKind::LevelOfService)
        return std::string(1, static_cast<char>('A' + static_cast<int>(std::lround(value))));
    return value < 10.0 ? fmt::format("{:.1f}", value) : fmt::format("{:.0f}", value);
}

// Both ends; of steps that double also some between.
void writeRampEnds(ImVec2 at, float each, HeatKind kind, const HeatRamp& ramp)
{
    if (isPressure(kind)) {
        double from = kHeaves;
        for (int step = 1; step < kPressureSteps; step += 2, from *= 4.0) {
            const std::string words = fmt::format("{:.2f}", from);
            writeAt({at.x + each * static_cast<float>(step) - ImGui::CalcTextSize(words.c_str()).x / 2.0F, at.y}, words,
                    kInk);
        }
        return;
    }
    writeAt(at, valueOf(kind, ramp.from), kInk);
    const std::string most = valueOf(kind, ramp.to);
    const float right = at.x + each * static_cast<float>(ramp.colours.size());
    writeAt({right - ImGui::CalcTextSize(most.c_str()).x, at.y}, most, kInk);
}

// A peak is known after a run, a force only of people who push.
void writeWhyNoHeat(const Face& face, const Place& area, HeatKind kind)
{
    if (kind < HeatKind::PeakDensity) return;
    const bool ran = face.editor.outcome && face.editor.outcome->result;
    if (ran && kind != HeatKind::PeakForce) return;
    const std::string words = text(face, ran ? "legend.no_force" : "legend.no_run");
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    const ImVec2 at{area.right - size.x - 18.0F * face.unit, area.bottom - size.y - 14.0F * face.unit};
    ImGui::GetWindowDrawList()->AddRectFilled({at.x - 8.0F * face.unit, at.y - 4.0F * face.unit},
                                              {area.right - 10.0F * face.unit, area.bottom - 10.0F * face.unit}, kPlate,
                                              4.0F);
    writeAt(at, words, kInk);
}

}

void writePlan(Face& face, const Place& area)
{
    if (face.editor.looks.names) writeNames(face, area);
    const double pixel = 1.0 / face.state.camera.pixelsPerMetre * face.unit;
    writeTexts(ghostOf(face.editor.drawing, sceneOf(face.editor, face.derived), pixel), face.state.camera, area,
               face.unit);
    writeScaleBar(face, area);
}

void writeWalk(Face& face, const Place& area, const std::string& name, const PeopleLayer& people)
{
    const std::string words = text(face, {"compare.inside", {name, fmt::to_string(people.people().at.size())}});
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    const float unit = face.unit;
    const ImVec2 at{std::max(area.left + 8.0F * unit, (area.left + area.right - size.x) / 2.0F),
                    area.top + 10.0F * unit};
    ImGui::GetWindowDrawList()->AddRectFilled({at.x - 6.0F * unit, at.y - 3.0F * unit},
                                              {at.x + size.x + 6.0F * unit, at.y + size.y + 3.0F * unit}, kPlate, 4.0F);
    writeAt(at, words, kInk);
}

void writeLegend(Face& face, const Place& area, const PeopleLayer& people)
{
    const HeatKind kind = face.editor.looks.heat;
    if (!people.hasHeat()) return writeWhyNoHeat(face, area, kind);
    const auto& colours = people.ramp().colours;
    const float unit = face.unit;
    const float each = 26.0F * unit;
    const std::string title = text(face, kHeatKeys[static_cast<std::size_t>(kind)]);
    const float width =
        std::max(each * static_cast<float>(colours.size()), ImGui::CalcTextSize(title.c_str()).x) + 16.0F * unit;
    const float line = ImGui::GetTextLineHeight();
    const ImVec2 low{area.right - width - 10.0F * unit, area.bottom - 2.0F * line - 34.0F * unit};
    ImDrawList* ink = ImGui::GetWindowDrawList();
    ink->AddRectFilled(low, {area.right - 10.0F * unit, area.bottom - 10.0F * unit}, kPlate, 4.0F);
    writeAt({low.x + 8.0F * unit, low.y + 3.0F * unit}, title, kInk);
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const float x = low.x + 8.0F * unit + each * static_cast<float>(i);
        const float y = low.y + line + 6.0F * unit;
        ink->AddRectFilled({x, y}, {x + each, y + 10.0F * unit}, inkOf(colours[i]));
    }
    writeRampEnds({low.x + 8.0F * unit, low.y + line + 17.0F * unit}, each, kind, people.ramp());
}

void writeTexts(std::span<const Shape> shapes, const Camera& camera, const Place& area, float unit)
{
    for (const Shape& shape : shapes) {
        const auto* words = std::get_if<TextShape>(&shape);
        if (words == nullptr) continue;
        const ImVec2 size = ImGui::CalcTextSize(words->text.c_str());
        ImVec2 at = onScreen(camera, area, words->at);
        at.y -= size.y;
        if (words->anchor == Anchor::Centre) at.x -= size.x / 2.0F;
        if (words->anchor == Anchor::Right) at.x -= size.x;
        ImGui::GetWindowDrawList()->AddRectFilled({at.x - 2.0F * unit, at.y},
                                                  {at.x + size.x + 2.0F * unit, at.y + size.y}, kPlate);
        writeAt(at, words->text, inkOf(words->colour));
    }
}

const Stair* stairInSection(const Editor& editor)
{
    const School& school = schoolOf(editor);
    for (const std::string& id : editor.selection)
        if (const Stair* stair = findStair(school, {id})) return stair;
    if (const Building* building = buildingOf(school, editor.storey); building != nullptr && !building->stairs.empty())
        return &building->stairs.front();
    for (const Building& building : school.buildings)
        if (!building.stairs.empty()) return &building.stairs.front();
    return nullptr;
}

Camera cameraFor(std::span<const Shape> shapes, Camera camera)
{
    Vec2 low{1e9, 1e9};
    Vec2 high{-1e9, -1e9};
    for (const Shape& shape : shapes)
        if (const auto* line = std::get_if<LineShape>(&shape))
            for (const Vec2 p : line->points) {
                low = {std::min(low.x, p.x), std::min(low.y, p.y)};
                high = {std::max(high.x, p.x), std::max(high.y, p.y)};
            }
    if (low.x > high.x) return camera;
    return fitted(camera, low - Vec2{2.0, 0.5}, high + Vec2{0.5, 2.0});
}

double heightOf(const School& school)
{
    double height = 3.0;
    for (const Building& building : school.buildings)
        for (const auto& storey : building.storeys)
            height = std::max(height, (storey->elevation + storey->height) / 1000.0);
    return height;
}

}
