#include "editor/panels/plan_layers.hpp"

#include "editor/view/plan_shapes.hpp"
#include "sim/scenario/scenario_file.hpp"

#include <cmath>

namespace stairwise::editor {
namespace {

void add(const Canvas& canvas, std::vector<Layer>& layers, const std::vector<Shape>& shapes)
{
    if (!shapes.empty()) layers.push_back(canvas.ready(shapes));
}

}

void PlanLayers::follow(const Canvas& canvas, const Face& face)
{
    const NamedScenario* named = scenarioOf(face.editor);
    Key key;
    key.school = face.editor.history.now().school;
    key.derived = face.derived == nullptr ? nullptr : face.derived->school;
    key.storey = face.editor.storey;
    key.looks = face.editor.looks;
    key.scenario = named == nullptr ? "" : hashOf(named->scenario).hex();
    key.pointed = face.editor.pointedClass.value;
    key.zoom = static_cast<int>(std::floor(std::log2(face.state.camera.pixelsPerMetre)));
    if (key == key_) return;
    key_ = key;
    make(canvas, face, 1.0 / std::exp2(key.zoom));
}

void PlanLayers::make(const Canvas& canvas, const Face& face, double point)
{
    under_.clear();
    over_.clear();
    const School& school = schoolOf(face.editor);
    const StoreyId& storey = face.editor.storey;
    const Looks& looks = face.editor.looks;
    if (looks.below) add(canvas, under_, belowShapes(school, storey));
    if (face.derived != nullptr) {
        add(canvas, under_, floorShapes(*face.derived, storey, point));
        add(canvas, over_, wallShapes(*face.derived, storey, point));
    }
    add(canvas, under_, obstacleShapes(school, storey));
    if (looks.equipment) add(canvas, over_, equipmentShapes(school, storey));
    if (looks.graph && face.derived != nullptr) add(canvas, over_, graphShapes(*face.derived, storey, point));
    const NamedScenario* named = scenarioOf(face.editor);
    if (named != nullptr) add(canvas, over_, shutShapes(school, named->scenario, storey, point));
    const SchoolClass* pointed = findClass(school, face.editor.pointedClass);
    if (pointed != nullptr && face.derived != nullptr)
        add(canvas, over_,
            wayShapes(wayLinesOf(face.derived->walkable, face.derived->network,
                                 named == nullptr ? nullptr : &named->scenario, *pointed),
                      storey));
}

void PlanLayers::drawUnderPeople(const Canvas& canvas, const Camera& camera, double scale) const
{
    for (const Layer& layer : under_) canvas.draw(layer, camera, scale);
}

void PlanLayers::drawOverPeople(const Canvas& canvas, const Camera& camera, double scale) const
{
    for (const Layer& layer : over_) canvas.draw(layer, camera, scale);
}

}
