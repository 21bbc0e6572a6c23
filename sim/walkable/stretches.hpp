#pragma once

#include "sim/geometry/point.hpp"

#include <vector>

namespace stairwise {

/// Parts of a line, in millimetres from its beginning. Internal to sim/walkable.
struct Stretch {
    double from = 0.0;
    double to = 0.0;
    [[nodiscard]] double size() const { return to - from; }
};

[[nodiscard]] Vec2 inMillimetres(Point p);
[[nodiscard]] Point rounded(Vec2 p);         // of millimetres
[[nodiscard]] double lengthOf(Segment line); // mm

/// The part of `line` beside which `other` runs within `tolerance` mm; of no size if none.
[[nodiscard]] Stretch besides(Segment line, Segment other, double tolerance);

/// The stretch of `line` that a piece of it makes.
[[nodiscard]] Stretch stretchOf(Segment line, Segment piece);

/// Where `line` runs along the edges of a polygon within `tolerance` mm, in order, pieces that touch joined.
[[nodiscard]] std::vector<Stretch> along(Segment line, const Polygon& polygon, std::int32_t tolerance);

/// What is left of `stretches` when `gone` is taken away.
[[nodiscard]] std::vector<Stretch> without(const std::vector<Stretch>& stretches, Stretch gone);
/// What two ordered lists share.
[[nodiscard]] std::vector<Stretch> shared(const std::vector<Stretch>& a, const std::vector<Stretch>& b);
/// The longest; of no size if there is none.
[[nodiscard]] Stretch longest(const std::vector<Stretch>& stretches);

/// Back to whole millimetres; an end within 1 mm of the line's own end is that end.
[[nodiscard]] Segment pieceOf(Segment line, Stretch stretch);

}
