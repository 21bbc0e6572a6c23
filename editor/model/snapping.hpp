#pragma once

#include "editor/model/tools.hpp"

namespace stairwise::editor {

enum class SnapKind { None, Grid, Corner, Edge, Alignment, RightAngle };

struct Snapped {
    Point at;
    SnapKind kind = SnapKind::None;
    std::vector<Segment> guides; // lines to draw: the edge or alignment that held it
};
/// The place a person meant: corners before edges before alignments before right angles (from the last point) before
/// the grid. Within `reach` metres; edges of rooms also hold at the far side of a wall of the set thickness.
/// `hand`: where the hand was when it set the last of the points before, none: on it. A hand that has gone straight
/// across or up since means a straight line, whatever else is near.
[[nodiscard]] Snapped snap(Vec2 at, double reach, const Scene& scene, const std::vector<Point>& before,
                           const std::optional<Vec2>& hand = {});

}
