#pragma once

#include "sim/geometry/point.hpp"

#include <optional>

namespace stairwise {

/// Where a door drawn as a polygon lies in the wall.
struct DoorLine {
    Segment at;           // in the middle of the wall, between the faces
    Segment faceA;        // the same stretch on the face of space a …
    Segment faceB;        // … and of space b; for an exit the same as faceA
    std::int32_t gap = 0; // from face to face
};

inline constexpr std::int32_t kShortestDoor = 50; // assumed: less is a corner that two rooms share by accident

/// The stretch of wall inside `door` where the edges of a and b face each other; nothing if they do not.
[[nodiscard]] std::optional<DoorLine> lineBetween(const Polygon& a, const Polygon& b, const Polygon& door);
/// The longest stretch of a's edge inside `door`.
[[nodiscard]] std::optional<DoorLine> lineOutOf(const Polygon& a, const Polygon& door);
/// Whole millimetres, rounded down.
[[nodiscard]] std::int32_t lengthOf(const Segment& segment);

}
