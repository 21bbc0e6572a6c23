#include "editor/panels/whole_window.hpp"

#include "editor/panels/panels.hpp"

#include <imgui.h>

namespace stairwise::editor {
namespace {

constexpr float kLeft = 190.0F; // points; together with kRight they leave a plan of 800 at 1366
constexpr float kRight = 340.0F;
constexpr float kFoot = 230.0F;
constexpr float kFootEmpty = 66.0F; // there is nobody whose time could be shown
constexpr float kStatus = 30.0F;

constexpr ImGuiWindowFlags kFixed = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                    ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                                    ImGuiWindowFlags_NoBringToFrontOnFocus;

template <class Draw> void panel(const char* name, const Place& place, ImGuiWindowFlags more, const Draw& draw)
{
    ImGui::SetNextWindowPos({place.left, place.top});
    ImGui::SetNextWindowSize({place.right - place.left, place.bottom - place.top});
    if (ImGui::Begin(name, nullptr, kFixed | more)) draw();
    ImGui::End();
}

// Six names stand in one row, in English too: tabs are set closer than other widgets.
void setClose(const Face& face)
{
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {2.0F * face.unit, ImGui::GetStyle().FramePadding.y});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemInnerSpacing, {2.0F * face.unit, 0.0F});
}
void setAsUsual()
{
    ImGui::PopStyleVar(2);
}

void drawPage(Face& face, const Page& page)
{
    const std::string name(page.name);
    const bool open = ImGui::BeginTabItem((text(face, page.name) + "###" + name).c_str());
    mark(face, name);
    if (!open) return;
    setAsUsual();
    ImGui::BeginChild("page");
    page.draw(face);
    ImGui::EndChild();
    setClose(face);
    ImGui::EndTabItem();
}

void drawPages(Face& face)
{
    setClose(face);
    if (ImGui::BeginTabBar("pages")) {
        for (const Page& page : pages()) drawPage(face, page);
        ImGui::EndTabBar();
    }
    setAsUsual();
}

// On a small screen the sides give way before the plan does.
float side(float wanted, float whole, float unit)
{
    return std::min(wanted * unit, whole * 0.28F);
}

}

void drawWindow(Face& face, PlanView& plan)
{
    face.probe.clear();
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    if (face.editor.drills && face.editor.drills->day) { // nothing else is wanted in the yard
        const float low = screen.y - kStatus * face.unit;
        panel("day", {0.0F, 0.0F, screen.x, low}, 0, [&] { drawDay(face); });
        panel("status", {0.0F, low, screen.x, screen.y}, ImGuiWindowFlags_NoScrollbar, [&] { drawStatus(face); });
        return;
    }
    drawMenu(face);
    const float top = ImGui::GetFrameHeight();
    const float status = screen.y - kStatus * face.unit;
    const bool nobody = schoolOf(face.editor).classes.empty() && !face.editor.playback;
    const float foot = status - std::min((nobody ? kFootEmpty : kFoot) * face.unit, screen.y * 0.32F);
    const float left = side(kLeft, screen.x, face.unit);
    const float right = screen.x - side(kRight, screen.x, face.unit);
    plan.draw(face, {left, top, right, foot});
    panel("left", {0.0F, top, left, foot}, 0, [&] {
        drawTools(face);
        ImGui::Separator();
        drawStoreys(face);
    });
    panel("right", {right, top, screen.x, status}, 0, [&] { drawPages(face); });
    panel("foot", {0.0F, foot, right, status}, ImGuiWindowFlags_NoScrollbar, [&] { drawTimeline(face); });
    panel("status", {0.0F, status, screen.x, screen.y}, ImGuiWindowFlags_NoScrollbar, [&] { drawStatus(face); });
    drawDialogs(face);
    takeKeys(face);
}

}
