#include "editor/model/situations.hpp"
#include "editor/model/tool_set.hpp"
#include "sim/run/happenings.hpp"
#include "sim/scenario/scenario_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise::editor {
namespace {

Outcome hinted(Message hint)
{
    Outcome outcome;
    outcome.hint = std::move(hint);
    return outcome;
}

// The fall that is marked there.
std::vector<Event>::iterator fallAt(std::vector<Event>& events, const Scene& scene, const Pointer& pointer)
{
    if (scene.derived == nullptr) return events.end();
    const Walkable& walkable = scene.derived->walkable;
    return std::ranges::find_if(events, [&](const Event& event) {
        if (event.kind != EventKind::Fall) return false;
        const auto fall = fallOf(event, walkable);
        return fall && walkable.surfaces[fall->surface].storey == scene.storey &&
               length(fall->at - pointer.at) <= kReachPixels * pointer.pixel;
    });
}

}

Outcome fallPointed(Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    drawing.hover = toMillimetres(pointer.at);
    if (pointer.kind != PointerKind::Press) return {};
    if (scene.scenario == nullptr) return hinted({"tool.scenario_first", {}});
    NamedScenario changed{scene.scenarioFile, *scene.scenario};
    auto& events = changed.scenario.events;
    Outcome outcome;
    if (const auto old = fallAt(events, scene, pointer); old != events.end()) {
        events.erase(old);
        outcome.step = Step{{"edit.no_fall", {}}, {PutScenario{std::move(changed)}}};
        return outcome;
    }
    changed.scenario = fallenAt(std::move(changed.scenario), scene.time, scene.storey, *drawing.hover);
    if (!checkAgainst(changed.scenario, *scene.document.school, changed.file)) return hinted({"tool.fall_nowhere", {}});
    outcome.step = Step{{"edit.fall", {fmt::format("{:.1f}", events.back().time)}}, {PutScenario{std::move(changed)}}};
    return outcome;
}

}
