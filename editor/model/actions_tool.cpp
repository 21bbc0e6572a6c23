#include "editor/model/actions.hpp"
#include "editor/model/editor.hpp"

namespace stairwise::editor {
namespace {

bool always(const Editor&)
{
    return true;
}
bool hasBackdrop(const Editor& editor)
{
    for (const Backdrop& backdrop : editor.history.now().backdrops)
        if (backdrop.storey == editor.storey) return true;
    return false;
}

bool hasClasses(const Editor& editor)
{
    return !schoolOf(editor).classes.empty();
}

template <ToolKind kind> void take(Editor& editor)
{
    fulfil(editor, TakeTool{kind});
}

}

/// In the order of ToolKind.
std::span<const Action> toolActions()
{
    static constexpr Action kActions[] = {
        {"tool.select", "V", always, take<ToolKind::Select>, "tool.select.tip"},
        {"tool.room", "R", always, take<ToolKind::Room>, "tool.room.tip"},
        {"tool.corners", "P", always, take<ToolKind::RoomByCorners>, "tool.corners.tip"},
        {"tool.corridor", "C", always, take<ToolKind::Corridor>, "tool.corridor.tip"},
        {"tool.wall", "W", always, take<ToolKind::Wall>, "tool.wall.tip"},
        {"tool.door", "D", always, take<ToolKind::Door>, "tool.door.tip"},
        {"tool.opening", "O", always, take<ToolKind::Opening>, "tool.opening.tip"},
        {"tool.exit", "X", always, take<ToolKind::Exit>, "tool.exit.tip"},
        {"tool.stair", "T", always, take<ToolKind::Stair>, "tool.stair.tip"},
        {"tool.obstacle", "B", always, take<ToolKind::Obstacle>, "tool.obstacle.tip"},
        {"tool.ground", "", always, take<ToolKind::Ground>, "tool.ground.tip"},
        {"tool.gate", "", always, take<ToolKind::Gate>, "tool.gate.tip"},
        {"tool.area", "A", always, take<ToolKind::AssemblyArea>, "tool.area.tip"},
        {"tool.equipment", "E", always, take<ToolKind::Equipment>, "tool.equipment.tip"},
        {"tool.measure", "M", always, take<ToolKind::Measure>, "tool.measure.tip"},
        {"tool.backdrop", "", hasBackdrop, take<ToolKind::Backdrop>, "tool.backdrop.tip"},
        {"tool.way", "", hasClasses, take<ToolKind::Way>, "tool.way.tip"},
        {"tool.fall", "", always, take<ToolKind::Fall>, "tool.fall.tip"},
        {"tool.warden", "", always, take<ToolKind::Warden>, "tool.warden.tip"},
    };
    static_assert(std::size(kActions) == kToolKinds);
    return kActions;
}

}
