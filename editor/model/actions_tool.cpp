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

template <ToolKind kind> void take(Editor& editor)
{
    fulfil(editor, TakeTool{kind});
}

}

/// In the order of ToolKind.
std::span<const Action> toolActions()
{
    static constexpr Action kActions[] = {
        {"tool.select", "V", always, take<ToolKind::Select>},
        {"tool.room", "R", always, take<ToolKind::Room>},
        {"tool.corners", "P", always, take<ToolKind::RoomByCorners>},
        {"tool.corridor", "C", always, take<ToolKind::Corridor>},
        {"tool.wall", "W", always, take<ToolKind::Wall>},
        {"tool.door", "D", always, take<ToolKind::Door>},
        {"tool.opening", "O", always, take<ToolKind::Opening>},
        {"tool.exit", "X", always, take<ToolKind::Exit>},
        {"tool.stair", "T", always, take<ToolKind::Stair>},
        {"tool.obstacle", "B", always, take<ToolKind::Obstacle>},
        {"tool.ground", "", always, take<ToolKind::Ground>},
        {"tool.gate", "", always, take<ToolKind::Gate>},
        {"tool.area", "A", always, take<ToolKind::AssemblyArea>},
        {"tool.equipment", "E", always, take<ToolKind::Equipment>},
        {"tool.measure", "M", always, take<ToolKind::Measure>},
        {"tool.backdrop", "", hasBackdrop, take<ToolKind::Backdrop>},
    };
    static_assert(std::size(kActions) == kToolKinds);
    return kActions;
}

}
