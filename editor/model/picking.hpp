#pragma once

#include "editor/model/tools.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stairwise::editor {

/// What lies where on the plan that is shown. On a storey at elevation 0 the grounds lie under it and count as well.

/// Elements of a plan, none null, valid as long as the document's school.
struct PlanElements {
    std::vector<const Space*> spaces;
    std::vector<const Door*> doors;
    std::vector<const Gate*> gates;
    std::vector<const Stair*> stairs; // with a landing or flight here
    std::vector<const Obstacle*> obstacles;
    std::vector<const AssemblyArea*> areas;
    std::vector<const Equipment*> equipment;
    std::vector<StoreyId> homes; // of spaces, as `spaces`: storey or none for the grounds
};
[[nodiscard]] PlanElements elementsOf(const School& school, const StoreyId& storey);

/// The element under a place, the smallest kind first; empty: none. `reach` metres: how near is near.
[[nodiscard]] std::string elementAt(const Scene& scene, Vec2 at, double reach);
/// All elements wholly inside the box.
[[nodiscard]] std::vector<std::string> elementsIn(const Scene& scene, const Box& box);

/// The outline by which an element is shown as chosen: its ring, or its line; empty where it stands on another plan.
struct Outline {
    std::vector<Point> points;
    bool closed = true;
};
[[nodiscard]] std::optional<Outline> outlineOf(const School& school, const std::string& id);

/// The edge of a space of this plan that is nearest, within `reach` metres.
struct EdgeFound {
    const Space* space = nullptr;
    StoreyId home; // its storey; none: the grounds
    Segment edge;  // the space on its left
    Vec2 at;       // the place on it, metres
};
[[nodiscard]] std::optional<EdgeFound> edgeNear(const Scene& scene, Vec2 at, double reach);

/// The middle of an element, and its plan.
[[nodiscard]] std::optional<std::pair<StoreyId, Vec2>> whereIs(const School& school, const std::string& id);

}
