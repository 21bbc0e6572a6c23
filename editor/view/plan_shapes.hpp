#pragma once

#include "editor/model/derived.hpp"
#include "editor/view/camera.hpp"
#include "sim/picture/picture.hpp"
#include "sim/run/way_lines.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/words/words.hpp"

#include <span>
#include <string>
#include <vector>

namespace stairwise::editor {

/// What the plan shows, as shapes: the same for the screen, SVG and tests. `point`: metres a point of paper or pixel.

/// Floors, assembly areas, stairs; walls and doors are apart, because people walk between.
[[nodiscard]] std::vector<Shape> floorShapes(const Derived& derived, const StoreyId& storey, double point);
[[nodiscard]] std::vector<Shape> wallShapes(const Derived& derived, const StoreyId& storey, double point);
/// Outlines of the storey below, faintly.
[[nodiscard]] std::vector<Shape> belowShapes(const School& school, const StoreyId& storey);
[[nodiscard]] std::vector<Shape> obstacleShapes(const School& school, const StoreyId& storey);
/// Extinguisher, hydrant …: a square of 0.5 m with a sign.
[[nodiscard]] std::vector<Shape> equipmentShapes(const School& school, const StoreyId& storey);
/// Stairwell and corridor graph: a disc a surface, a line to each of its ways on.
[[nodiscard]] std::vector<Shape> graphShapes(const Derived& derived, const StoreyId& storey, double point);
/// First way drawn through, second way in dashes.
[[nodiscard]] std::vector<Shape> wayShapes(const TwoWays& ways, const StoreyId& storey);
/// Doors and stairs that the scenario shuts.
[[nodiscard]] std::vector<Shape> shutShapes(const School& school, const Scenario& scenario, const StoreyId& storey,
                                            double point);
/// Lines of the grid that can be told apart at this camera.
[[nodiscard]] std::vector<Shape> gridShapes(const Camera& camera);

/// A name to be written on the plan where there is room for it.
struct NameTag {
    Vec2 at;            // metres
    double room = 0.0;  // metres across that it may fill
    double tall = 0.0;  // metres up
    std::string first;  // "101"
    std::string second; // "七年级（1）班 · 45"
    bool wayOut = false;
};
[[nodiscard]] std::vector<NameTag> nameTags(const School& school, const StoreyId& storey, Language language);

/// Low and high corner of all that stands on a storey, metres.
struct Extent {
    Vec2 low;
    Vec2 high;
};
[[nodiscard]] Extent extentOf(const School& school, const StoreyId& storey);

}
