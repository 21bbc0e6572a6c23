#include "sim/import/doors.hpp"

#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stairwise {
namespace {

constexpr std::int32_t kNarrowDoor = 500;  // assumed: a person's shoulders pass; below it nobody means a door
constexpr double kLeastReach = 0.02;       // m² of a door that lie in a room it leads to; assumed: roundings
constexpr std::int32_t kDeepestDoor = 600; // assumed: how far a door too short for its wall is drawn out

bool boxesMeet(const Box& p, const Box& q)
{
    return p.low.x <= q.high.x && q.low.x <= p.high.x && p.low.y <= q.high.y && q.low.y <= p.high.y;
}

// The spaces of each storey with their boxes, so that a door finds those it reaches into.
class Reach {
public:
    explicit Reach(const Drawing& drawing) : drawing_(drawing), byStorey_(drawing.storeys.size())
    {
        for (std::size_t i = 0; i < drawing.elements.size(); ++i)
            if (isSpace(drawing.elements[i].sign) && !drawing.elements[i].dropped)
                byStorey_[drawing.elements[i].storey].push_back({boxOf(drawing.elements[i].polygon.outer), i});
    }
    // Besides `known`, the one into which the door reaches farthest.
    [[nodiscard]] std::optional<std::size_t> into(const DrawnElement& door, std::size_t known) const
    {
        const Box box = boxOf(door.polygon.outer);
        std::optional<std::size_t> best;
        double most = kLeastReach;
        for (const Entry& entry : byStorey_[door.storey]) {
            if (entry.element == known || !boxesMeet(entry.box, box)) continue;
            double common = 0.0;
            for (const Polygon& piece : intersect({drawing_.elements[entry.element].polygon}, {door.polygon}))
                common += area(piece);
            if (common > most) {
                most = common;
                best = entry.element;
            }
        }
        return best;
    }

private:
    struct Entry {
        Box box;
        std::size_t element;
    };
    const Drawing& drawing_;
    std::vector<std::vector<Entry>> byStorey_;
};

// Exits lead out of one room; all else joins two rooms of its storey. Nothing where that cannot be.
std::vector<std::size_t> joined(const Drawing& drawing, std::size_t index, const Reach& reach, bool& exit,
                                ImportNotes& notes)
{
    const DrawnElement& door = drawing.elements[index];
    const Sighting where = sightingOf(drawing, door);
    auto spaces = spacesOf(drawing, door);
    std::erase_if(spaces, [&](std::size_t s) { return drawing.elements[s].storey != door.storey; });
    exit = door.sign == Sign::Exit;
    if (spaces.empty()) {
        report(notes, Severity::Error, where, {"import.door_no_room", {door.name}}, {"import.door_no_room.mend", {}});
        return {};
    }
    if (spaces.size() > 2) {
        report(notes, Severity::Warning, where, {"import.door_many_rooms", {fmt::format("{}", spaces.size())}},
               {"import.door_many_rooms.mend", {}});
        spaces.resize(2);
    }
    if (exit) {
        if (spaces.size() == 1)
            if (const auto other = reach.into(door, spaces[0])) spaces.push_back(*other);
        if (spaces.size() == 1) return spaces;
        exit = false;
        guess(notes, Severity::Error, where, "exit", {"import.exit_false", {drawing.elements[spaces[1]].id}},
              {"import.exit_false.mend", {}});
        return spaces;
    }
    if (spaces.size() == 2) return spaces;
    if (const auto other = reach.into(door, spaces[0])) {
        guess(notes, Severity::Warning, where, "at", {"import.door_joined_by_place", {drawing.elements[*other].id}},
              {"import.door_joined_by_place.mend", {}});
        return {spaces[0], *other};
    }
    report(notes, Severity::Error, where, {"import.door_one_room", {door.name}}, {"import.door_one_room.mend", {}});
    return {};
}

std::optional<DoorLine> lineOf(const Drawing& drawing, const DrawnDoor& door, const Polygon& polygon)
{
    const Polygon& a = drawing.elements[door.spaces[0]].polygon;
    return door.exit ? lineOutOf(a, polygon) : lineBetween(a, drawing.elements[door.spaces[1]].polygon, polygon);
}

}

std::vector<DrawnDoor> doorsOf(const Drawing& drawing, const std::vector<bool>& linkOnly, ImportNotes& notes)
{
    const Reach reach(drawing);
    std::vector<DrawnDoor> doors;
    for (std::size_t i = 0; i < drawing.elements.size(); ++i) {
        const DrawnElement& element = drawing.elements[i];
        if (isSpace(element.sign) || element.dropped || linkOnly[i]) continue;
        DrawnDoor door;
        door.element = i;
        door.spaces = joined(drawing, i, reach, door.exit, notes);
        if (door.spaces.empty()) continue;
        auto line = lineOf(drawing, door, element.polygon);
        const bool drawnOut = !line;
        for (const Polygon& wider : drawnOut ? offset(element.polygon, kDeepestDoor) : std::vector<Polygon>{})
            if (!line) line = lineOf(drawing, door, wider);
        if (!line) {
            report(notes, Severity::Error, sightingOf(drawing, element), {"import.door_no_wall", {element.name}},
                   {"import.door_no_wall.mend", {}});
            continue;
        }
        if (drawnOut)
            guess(notes, Severity::Warning, sightingOf(drawing, element), "at", {"import.door_drawn_out", {}},
                  {"import.door_drawn_out.mend", {}});
        door.line = *line;
        doors.push_back(std::move(door));
    }
    return doors;
}

Door doorFrom(const Drawing& drawing, const DrawnDoor& drawn, ImportNotes& notes)
{
    const DrawnElement& element = drawing.elements[drawn.element];
    Door door;
    door.id.value = element.id;
    door.name = element.name;
    door.kind = element.sign == Sign::Opening ? DoorKind::Opening : DoorKind::Door;
    door.at = drawn.line.at;
    door.clearWidth = lengthOf(door.at);
    door.exit = drawn.exit;
    Sighting where = sightingOf(drawing, element);
    if (door.clearWidth < kNarrowDoor)
        report(notes, Severity::Warning, where, {"import.door_narrow", {element.name}}, {"import.door_narrow.mend", {}},
               {inMetres(door.clearWidth), "≥ " + inMetres(kNarrowDoor)});
    if (drawn.exit && drawing.storeys[element.storey].number != 1)
        report(notes, Severity::Warning, where, {"import.exit_above_ground", {drawing.storeys[element.storey].name}},
               {"import.exit_above_ground.mend", {}});
    return door;
}

}
