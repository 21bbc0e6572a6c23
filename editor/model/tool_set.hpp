#pragma once

#include "editor/model/tools.hpp"

namespace stairwise::editor {

/// The tools, one by one; used by tools.cpp alone.

inline constexpr double kReachPixels = 10.0;     // how near counts as on it; assumed, a fingertip's width on a mouse
inline constexpr double kDragPixels = 4.0;       // a press that moved less is a click; assumed
inline constexpr double kWallReachPixels = 40.0; // doors jump to walls from farther away; assumed

[[nodiscard]] Outcome selectPointed(Drawing& drawing, const Pointer& pointer, const Scene& scene);
/// Room, obstacle, ground, assembly area: two corners.
[[nodiscard]] Outcome boxPointed(Drawing& drawing, const Pointer& pointer, const Scene& scene);
/// Room by corners, corridor: a chain of points.
[[nodiscard]] Outcome chainPointed(Drawing& drawing, const Pointer& pointer, const Scene& scene);
[[nodiscard]] Outcome chainEnded(Drawing& drawing, const Scene& scene);
/// Wall, measure, backdrop: two points.
[[nodiscard]] Outcome linePointed(Drawing& drawing, const Pointer& pointer, const Scene& scene);
/// Door, opening, exit, gate; stair; equipment: one place.
[[nodiscard]] Outcome placePointed(Drawing& drawing, const Pointer& pointer, const Scene& scene);

/// The way of the class pointed at: by which stairs and exits it goes.
[[nodiscard]] Outcome wayPointed(Drawing& drawing, const Pointer& pointer, const Scene& scene);

/// Somebody falls at this place, at the moment of the time line; where a fall is marked it is taken away.
[[nodiscard]] Outcome fallPointed(Drawing& drawing, const Pointer& pointer, const Scene& scene);
/// A warden stands at this stair on the storey shown and lets nobody on while the flights below are full; where one
/// stands already, that one is taken away.
[[nodiscard]] Outcome wardenPointed(Drawing& drawing, const Pointer& pointer, const Scene& scene);

/// A length (or two: "9.0,6.6") that was typed, made into the next point; nothing where it is no number.
[[nodiscard]] Outcome lengthTyped(Drawing& drawing, const Scene& scene);

/// What the select tool is dragging, as an edit of now: for the ghost and for the release.
[[nodiscard]] std::optional<Step> draggedStep(const Drawing& drawing, const Scene& scene);

}
