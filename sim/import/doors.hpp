#pragma once

#include "sim/import/door_lines.hpp"
#include "sim/import/drawing.hpp"

#include <vector>

namespace stairwise {

/// A door between two spaces, or out of one.
struct DrawnDoor {
    std::size_t element = 0;
    std::vector<std::size_t> spaces; // one for an exit, two for all others
    DoorLine line;
    bool exit = false;
};

/// Which spaces each door joins and where, on the polygons as they are now. What the drawing says wrongly (exits that
/// lead into a room, doors onto nothing) is told in `notes`, once: call it with none to ask again.
[[nodiscard]] std::vector<DrawnDoor> doorsOf(const Drawing& drawing, const std::vector<bool>& linkOnly,
                                             ImportNotes& notes);

/// The door of the school.
[[nodiscard]] Door doorFrom(const Drawing& drawing, const DrawnDoor& door, ImportNotes& notes);

}
