#include "editor/model/tools.hpp"

#include "editor/model/snapping.hpp"
#include "editor/model/tool_set.hpp"

#include <algorithm>

namespace stairwise::editor {
namespace {

void takeBack(Drawing& drawing)
{
    if (!drawing.typed.empty())
        drawing.typed.pop_back();
    else if (!drawing.points.empty())
        drawing.points.pop_back();
    drawing.hand.reset();
}

void startAgain(Drawing& drawing)
{
    const ToolKind tool = drawing.tool;
    drawing = Drawing{};
    drawing.tool = tool;
}

Step removed(const std::vector<std::string>& ids)
{
    Step step{{"edit.remove", {std::to_string(ids.size())}}, {}};
    for (const std::string& id : ids) step.changes.emplace_back(Change{Remove{id}});
    return step;
}

}

Outcome pointed(Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    switch (drawing.tool) {
    case ToolKind::Select:
        return selectPointed(drawing, pointer, scene);
    case ToolKind::Room:
    case ToolKind::Obstacle:
    case ToolKind::Ground:
    case ToolKind::AssemblyArea:
        return boxPointed(drawing, pointer, scene);
    case ToolKind::RoomByCorners:
    case ToolKind::Corridor:
        return chainPointed(drawing, pointer, scene);
    case ToolKind::Wall:
    case ToolKind::Measure:
    case ToolKind::Backdrop:
        return linePointed(drawing, pointer, scene);
    case ToolKind::Way:
        return wayPointed(drawing, pointer, scene);
    case ToolKind::Fall:
        return fallPointed(drawing, pointer, scene);
    case ToolKind::Warden:
        return wardenPointed(drawing, pointer, scene);
    case ToolKind::Door:
    case ToolKind::Opening:
    case ToolKind::Exit:
    case ToolKind::Gate:
    case ToolKind::Stair:
    case ToolKind::Equipment:
        return placePointed(drawing, pointer, scene);
    }
    return {};
}

Outcome typed(Drawing& drawing, const KeyPress& key, const Scene& scene)
{
    switch (key.key) {
    case Key::Escape:
        startAgain(drawing);
        return {};
    case Key::Backspace:
        takeBack(drawing);
        return {};
    case Key::Delete:
        if (drawing.tool != ToolKind::Select || scene.selection.empty()) return {};
        return {removed(scene.selection), std::vector<std::string>{}, {}};
    case Key::Digit:
        if (drawing.typed.size() < 16) drawing.typed += static_cast<char>(key.character);
        return {};
    case Key::Enter:
        if (!drawing.typed.empty()) return lengthTyped(drawing, scene);
        return chainEnded(drawing, scene);
    default:
        return {};
    }
}

}
