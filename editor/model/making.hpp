#pragma once

#include "editor/model/tools.hpp"

#include <optional>
#include <string_view>

namespace stairwise::editor {

/// New elements as the settings ask for them, with ids that are free, each as one step.

[[nodiscard]] Ring rectangle(Point a, Point b);
/// Ways that every room of more than a touch has: no side under 100 mm.
[[nodiscard]] bool largeEnough(const Ring& ring);

[[nodiscard]] Step roomMade(const Scene& scene, Ring ring, SpaceKind kind);
[[nodiscard]] Step groundMade(const Scene& scene, Ring ring);
[[nodiscard]] Step obstacleMade(const Scene& scene, Ring ring);
[[nodiscard]] Step areaMade(const Scene& scene, Ring ring);
[[nodiscard]] Step equipmentMade(const Scene& scene, Point at);

/// A door, opening, exit or gate of the set width in the wall nearest to a place; nothing where no wall is near enough
/// or long enough.
struct WayPlaced {
    StoreyId storey; // none: the grounds
    Segment at;
};
[[nodiscard]] std::optional<WayPlaced> wayPlaced(const Scene& scene, ToolKind tool, Vec2 at, double reach);
[[nodiscard]] Step wayMade(const Scene& scene, ToolKind tool, const WayPlaced& place);

/// The set stair from this storey to the topmost of its building, its steps counted to fit each rise. Nothing where no
/// storey lies above.
[[nodiscard]] std::optional<Stair> stairFitted(const Scene& scene, Point origin);
[[nodiscard]] Step stairMade(const Scene& scene, Stair stair);

/// The same numbers fitted to other storeys or with other kind or riser.
void fitSteps(Stair& stair, const Building& building);

/// The change that gives an element another ring; nothing for what has none.
[[nodiscard]] std::optional<Change> withRing(const School& school, const std::string& id, Ring ring);

}
