// What the whole window costs with panels over the plan: printed, not judged, since computers differ.
#include "editor/window/window.hpp"
#include "tests/editor_view/crowd.hpp"
#include "tests/editor_view/easel.hpp"
#include "tests/editor_view/timing.hpp"

#include <imgui.h>

namespace stairwise::editor {
namespace {

void panels(const Window& window)
{
    const auto high = static_cast<float>(window.height());
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({320, high});
    ImGui::Begin("检查结果", nullptr, ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove);
    for (int i = 0; i < 60; ++i) ImGui::Text("教学楼 %d 层：疏散门净宽 0.80 m，要求 0.90 m", i);
    ImGui::End();
    ImGui::SetNextWindowPos({static_cast<float>(window.width()) - 320, 0});
    ImGui::SetNextWindowSize({320, high});
    ImGui::Begin("班级", nullptr, ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove);
    for (int i = 0; i < 40; ++i) {
        ImGui::Button("三年级（2）班");
        ImGui::SameLine();
        ImGui::Text("%d 人", 40 + i);
    }
    ImGui::End();
}

TEST(GlfwWindow, SpeedWithPanelsAndAPlan)
{
    auto opened = Window::open({"阶序", 1920, 1080, 1.0});
    if (!opened.ok()) GTEST_SKIP() << line(opened.fault(), Language::English);
    Window window = std::move(opened).value();
    auto made = Canvas::create();
    ASSERT_TRUE(made.ok());
    const Canvas canvas = std::move(made).value();
    Sample sample{rooms(), {}};
    sample.walkable = walkableOf(sample.school);
    const StoreyId storey{"F1"};
    const Box box = boxOfStorey(sample, storey);
    Camera seen;
    seen.size = {1280, 1080};
    seen = fitted(seen, toMetres(box.low), toMetres(box.high));
    const double point = 1.0 / seen.pixelsPerMetre;
    const Layer floors = canvas.ready(floorsOf(sample, storey, point));
    const Layer lines = canvas.ready(linesOf(sample, storey, point));
    std::vector<HeatField> fields;
    for (const Surface& surface : sample.walkable.surfaces) fields.push_back(waves(surface.area));
    std::vector<const HeatField*> shown;
    for (const HeatField& field : fields) shown.push_back(&field);
    const std::vector<Body> people = bodiesIn(box, 2000);
    const HeatRamp ramp{{{255, 255, 204}, {253, 141, 60}, {128, 0, 38}}, 0.0, 6.0};
    const auto begin = [&] {
        canvas.into({320, 0, 1280, 1080, window.height()});
        canvas.clear({255, 255, 255});
    };
    window.frame(false, [] {}); // fonts
    time("window, 200 rooms", [&](int) {
        window.frame(false, [&] {
            begin();
            canvas.draw(floors, seen, 1.0);
            canvas.draw(lines, seen, 1.0);
            panels(window);
        });
    });
    time("window, 200 rooms, heat and 2,000 people", [&](int) {
        window.frame(false, [&] {
            begin();
            canvas.draw(floors, seen, 1.0);
            canvas.drawHeat(shown, ramp, 0.7, seen);
            canvas.draw(lines, seen, 1.0);
            canvas.drawBodies(people, seen);
            panels(window);
        });
    });
}

}
}
