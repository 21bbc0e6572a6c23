#pragma once

#include "editor/view/canvas.hpp"
#include "editor/view/offscreen.hpp"
#include "sim/report/plan.hpp"
#include "sim/school/school_file.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>

namespace stairwise::editor {

/// A framebuffer with a canvas on it; without OpenGL 3.3 the tests are skipped, and say so.
class Easel : public testing::Test {
protected:
    void open(int width, int height)
    {
        auto offscreen = Offscreen::open(width, height);
        if (!offscreen.ok()) GTEST_SKIP() << line(offscreen.fault(), Language::English);
        offscreen_.emplace(std::move(offscreen).value());
        auto made = Canvas::create();
        ASSERT_TRUE(made.ok()) << line(made.fault(), Language::English);
        canvas_.emplace(std::move(made).value());
        offscreen_->bind();
        canvas_->into({0, 0, width, height, height});
        canvas_->clear({255, 255, 255});
    }
    [[nodiscard]] const Canvas& canvas() const { return *canvas_; }
    [[nodiscard]] Vec2 size() const
    {
        return {static_cast<double>(offscreen_->width()), static_cast<double>(offscreen_->height())};
    }
    [[nodiscard]] Image picture() const { return grabbed(offscreen_->width(), offscreen_->height()); }

private:
    std::optional<Offscreen> offscreen_;
    std::optional<Canvas> canvas_; // freed first: it needs the context
};

/// The sample school and what stands on it.
struct Sample {
    School school;
    Walkable walkable;
};
inline Sample sampleSchool()
{
    auto school = readSchool(std::filesystem::path(STAIRWISE_SOURCE_DIR) / "scenarios/school.school.json");
    EXPECT_TRUE(school.ok());
    Walkable walkable = walkableOf(school.value());
    return {std::move(school).value(), std::move(walkable)};
}

inline std::vector<Shape> floorsOf(const Sample& sample, const StoreyId& storey, double point)
{
    std::vector<Shape> shapes;
    addFloors(shapes, {sample.school, sample.walkable, storey, point, Language::Chinese});
    return shapes;
}
inline std::vector<Shape> linesOf(const Sample& sample, const StoreyId& storey, double point)
{
    const Plan plan{sample.school, sample.walkable, storey, point, Language::Chinese};
    std::vector<Shape> shapes;
    addStairs(shapes, plan);
    addWalls(shapes, plan);
    addDoors(shapes, plan);
    return shapes;
}
inline std::vector<Shape> planOf(const Sample& sample, const StoreyId& storey, double point)
{
    std::vector<Shape> shapes = floorsOf(sample, storey, point);
    const std::vector<Shape> lines = linesOf(sample, storey, point);
    shapes.insert(shapes.end(), lines.begin(), lines.end());
    return shapes;
}

inline Box boxOfStorey(const Sample& sample, const StoreyId& storey)
{
    Box box{{kFarthestMm, kFarthestMm}, {-kFarthestMm, -kFarthestMm}};
    for (const SurfaceIndex s : surfacesOn(sample.walkable, storey))
        for (const Point p : sample.walkable.surfaces[s].area.outer) {
            box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
            box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
        }
    return box;
}

}
