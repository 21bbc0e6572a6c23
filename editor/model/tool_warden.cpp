#include "editor/model/situations.hpp"
#include "editor/model/tool_set.hpp"
#include "sim/geometry/polygon.hpp"
#include "sim/scenario/scenario_file.hpp"

#include <algorithm>

namespace stairwise::editor {
namespace {

// The stair that reaches this storey and whose flights and landings, of whatever storey, lie there.
std::optional<StairId> stairAt(const School& school, const Walkable& walkable, const StoreyId& storey, Vec2 at)
{
    for (const Surface& surface : walkable.surfaces) {
        if (surface.kind == SurfaceKind::Space || !contains(surface.area, at)) continue;
        const Stair* stair = findStair(school, surface.stair);
        if (stair != nullptr && std::ranges::find(stair->storeys, storey) != stair->storeys.end()) return stair->id;
    }
    return std::nullopt;
}

}

Outcome wardenPointed(Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    drawing.hover = toMillimetres(pointer.at);
    if (pointer.kind != PointerKind::Press || scene.derived == nullptr) return {};
    Outcome outcome;
    if (scene.scenario == nullptr) {
        outcome.hint = {"tool.scenario_first", {}};
        return outcome;
    }
    const auto stair = stairAt(*scene.document.school, scene.derived->walkable, scene.storey, pointer.at);
    if (!stair) {
        outcome.hint = {"tool.warden_nowhere", {}};
        return outcome;
    }
    NamedScenario changed{scene.scenarioFile, *scene.scenario};
    auto& wardens = changed.scenario.wardens;
    const auto here = [&](const Warden& warden) { return warden.stair == *stair && warden.storey == scene.storey; };
    if (std::erase_if(wardens, here) > 0) {
        outcome.step = Step{{"edit.no_warden", {stair->value}}, {PutScenario{std::move(changed)}}};
        return outcome;
    }
    Warden warden;
    warden.stair = *stair;
    warden.storey = scene.storey;
    wardens.push_back(warden);
    if (!checkAgainst(changed.scenario, *scene.document.school, changed.file)) {
        outcome.hint = {"tool.warden_above", {}};
        return outcome;
    }
    outcome.step = Step{{"edit.warden", {stair->value}}, {PutScenario{std::move(changed)}}};
    return outcome;
}

}
