#pragma once

#include "sim/school/edit.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace stairwise {

/// Larger pieces of work as one edit each. Ids name any mixture of elements; what does not exist is passed over.

/// Millimetres. Doors in the walls of a moved space go along.
[[nodiscard]] Edit moved(const School& school, std::span<const std::string> ids, Point by);

/// A turn by quarters and a mirror as whole millimetres can hold them: (x, y) → centre + matrix · (p − centre).
struct Turning {
    std::array<int, 4> matrix{1, 0, 0, 1}; // entries −1, 0, 1
    Point centre;
};
[[nodiscard]] Turning quarterTurn(Point centre);  // anticlockwise
[[nodiscard]] Turning mirrorAcross(Point centre); // left for right
[[nodiscard]] Edit turned(const School& school, std::span<const std::string> ids, const Turning& turning);

/// Copies with new ids, moved by `by`, 2·`by`, … `count` times. Classes are not copied.
[[nodiscard]] Edit arrayed(const School& school, std::span<const std::string> ids, Point by, int count);
/// The same in columns, `by.x` from one to the next, and rows, `by.y` apart; what is named is the first of both.
struct Rows {
    int columns = 1;
    int rows = 1;
    Point by;
};
[[nodiscard]] Edit arrayed(const School& school, std::span<const std::string> ids, const Rows& rows);

/// A new storey right above (or, if it exists, in place of what it holds), as `from`, with new ids and the stairs that
/// stand on `from` made one rise taller. Names that begin with the storey's number get the new one (101 → 201). Exits
/// of the ground storey become windows of nothing: they are left out.
[[nodiscard]] Edit storeyCopiedUp(const School& school, const StoreyId& from);

/// The room in two, a wall of this thickness between. Doors stay where a wall is left for them.
/// Nothing changes where the line does not cross the room from edge to edge.
[[nodiscard]] Edit wallThrough(const School& school, const SpaceId& space, Segment line, std::int32_t thickness);

/// A corridor around a centre line, mitred at its bends.
[[nodiscard]] Ring aroundLine(std::span<const Point> centreLine, std::int32_t width);

}
