#pragma once

#include "sim/base/result.hpp"
#include "sim/geometry/point.hpp"
#include "sim/import/bim_json.hpp"
#include "sim/import/notes.hpp"
#include "sim/school/school.hpp"

#include <string>
#include <vector>

namespace stairwise {

/// A foreign plan in our terms: millimetres, storeys from the lowest up, ids that the school keeps, neighbours by
/// index. Between the foreign form and the school; every step of the import mends a part of it.

struct DrawnElement {
    std::string id;
    std::string name;
    Sign sign = Sign::Room;
    std::size_t storey = 0;
    Ring raw;                       // as drawn
    Polygon polygon;                // simple, counter-clockwise; empty if dropped
    std::vector<std::size_t> links; // neighbours named by either side, in the order of the file
    bool dropped = false;
};

struct DrawnStorey {
    StoreyId id;
    std::string name;
    int number = 1;
    std::int32_t elevation = 0;
    std::int32_t height = 0;
};

struct Drawing {
    std::string name;
    std::vector<DrawnStorey> storeys;
    std::vector<DrawnElement> elements; // by storey, then as in the file
};

[[nodiscard]] constexpr bool isSpace(Sign sign)
{
    return sign == Sign::Room || sign == Sign::Staircase;
}
[[nodiscard]] Sighting sightingOf(const Drawing& drawing, const DrawnElement& element);
/// The two rooms, stair zones or fewer that a door's links name, dropped ones left out.
[[nodiscard]] std::vector<std::size_t> spacesOf(const Drawing& drawing, const DrawnElement& door);

/// Units, order, heights and numbers of the storeys; ids. Refuses what lies farther than kFarthestMm.
[[nodiscard]] Result<Drawing> drawingOf(const ForeignPlan& plan, const std::string& file, ImportNotes& notes);

/// Is it a polygon that a school file may hold: simple rings, holes that touch nothing?
[[nodiscard]] bool holdsInFile(const Polygon& polygon);
/// Simple polygons of everything; crossing rings, slivers and overlaps are findings.
void mendShapes(Drawing& drawing, ImportNotes& notes);
/// What a room is for, from its name, its shape and its doors.
[[nodiscard]] SpaceKind kindOf(const Drawing& drawing, const DrawnElement& room, ImportNotes& notes);

/// Rooms from which no exit can be reached, in the drawing (`made` false) or over the doors and stairs that were made.
struct Made {
    std::vector<std::pair<std::size_t, std::size_t>> ways; // between spaces
    std::vector<std::size_t> exits;                        // spaces with a way out
};
void reportReach(const Drawing& drawing, const Made& made, ImportNotes& notes);

}
