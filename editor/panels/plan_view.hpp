#pragma once

#include "editor/panels/face.hpp"
#include "editor/view/canvas.hpp"
#include "editor/view/plan_shapes.hpp"

#include <memory>
#include <string>

namespace stairwise::editor {

/// The plan in the middle of the window: storeys flat, stacked, or a stair in section, with the people on them. Takes
/// the hand on the plan to the tool.
class PlanView {
public:
    /// `canvas`: null where nothing is drawn. Must outlive the view.
    explicit PlanView(const Canvas* canvas);
    ~PlanView();
    PlanView(const PlanView&) = delete;
    PlanView& operator=(const PlanView&) = delete;
    void draw(Face& face, const Place& area);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
