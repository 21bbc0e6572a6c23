#include "editor/model/picking.hpp"
#include "editor/model/situations.hpp"
#include "editor/model/tool_set.hpp"
#include "sim/run/way_lines.hpp"

namespace stairwise::editor {
namespace {

Outcome hinted(Message hint)
{
    Outcome outcome;
    outcome.hint = std::move(hint);
    return outcome;
}

bool leads(const School& school, const std::string& id)
{
    const Door* door = findDoor(school, {id});
    return findStair(school, {id}) != nullptr || (door != nullptr && door->exit);
}

std::vector<const SchoolClass*> meant(const Scene& scene, bool wholeGrade)
{
    const School& school = *scene.document.school;
    const SchoolClass* pointed = findClass(school, scene.schoolClass);
    std::vector<const SchoolClass*> classes;
    for (const SchoolClass& one : school.classes)
        if (&one == pointed || (wholeGrade && pointed != nullptr && one.grade == pointed->grade))
            classes.push_back(&one);
    return classes;
}

}

Outcome wayPointed(Drawing& drawing, const Pointer& pointer, const Scene& scene)
{
    drawing.hover = toMillimetres(pointer.at);
    if (pointer.kind != PointerKind::Press) return {};
    const School& school = *scene.document.school;
    if (findClass(school, scene.schoolClass) == nullptr) return hinted({"tool.class_first", {}});
    if (scene.scenario == nullptr) return hinted({"tool.scenario_first", {}});
    const std::string id = elementAt(scene, pointer.at, kReachPixels * pointer.pixel);
    if (!leads(school, id)) return hinted({"tool.no_way_there", {}});
    NamedScenario changed{scene.scenarioFile, *scene.scenario};
    for (const SchoolClass* one : meant(scene, pointer.shift)) {
        changed.scenario = wayToggled(std::move(changed.scenario), school, one->id, id);
        const bool known = scene.derived != nullptr && scene.derived->school == scene.document.school;
        if (known && !wayLinesOf(scene.derived->walkable, scene.derived->network, &changed.scenario, *one).first)
            return hinted({"tool.way_leads_nowhere", {one->name}});
    }
    Outcome outcome;
    outcome.step = Step{{"edit.way", {findClass(school, scene.schoolClass)->name}}, {PutScenario{std::move(changed)}}};
    return outcome;
}

}
