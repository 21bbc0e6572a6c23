#pragma once

#include "sim/picture/picture.hpp"
#include "sim/report/clip.hpp"
#include "sim/report/labels.hpp"
#include "sim/walkable/walkable.hpp"
#include "sim/words/words.hpp"

#include <optional>
#include <vector>

namespace stairwise {

/// The plan of one storey, or of the grounds where `storey` is none, in layers: what is measured is drawn between the
/// floors and the lines.
struct Plan {
    const School& school;
    const Walkable& walkable;
    StoreyId storey;
    double point = 0.0; // metres a point of paper
    Language language = Language::English;
};

[[nodiscard]] std::vector<SurfaceIndex> surfacesOn(const Walkable& walkable, const StoreyId& storey);

/// What all floors of a storey, or of a building, take up: its storeys lie on their sheets at the same place.
[[nodiscard]] std::optional<Area> hullOf(const Walkable& walkable, const StoreyId& storey);
[[nodiscard]] std::optional<Area> hullOf(const Walkable& walkable, const Building& building);
/// The grounds with the buildings on them; nothing where there are no grounds.
[[nodiscard]] std::optional<Area> hullOfGrounds(const School& school, const Walkable& walkable);

inline constexpr Colour kExitGreen{0, 133, 63}; // close to the safety green of GB 13495.1
inline constexpr Colour kLockedRed{150, 20, 40};
inline constexpr Colour kWallInk{58, 62, 68};

void addFloors(std::vector<Shape>& shapes, const Plan& plan);
/// Floors, stairs, walls, doors and assembly areas.
void addDrawing(std::vector<Shape>& shapes, const Plan& plan);
/// Outlines of the assembly areas, on the grounds.
void addAssemblyAreas(std::vector<Shape>& shapes, const Plan& plan);
/// Treads with an arrow up, walls, doors, exits and gates.
void addStairs(std::vector<Shape>& shapes, const Plan& plan);
void addWalls(std::vector<Shape>& shapes, const Plan& plan);
void addDoors(std::vector<Shape>& shapes, const Plan& plan);
/// An arrow from one place to another, to be seen on dark ground too.
void addArrow(std::vector<Shape>& shapes, Vec2 from, Vec2 to, double point);
/// Keeps what is drawn of doors free of other names, and names exits and gates.
void putNamesOfWaysOut(Labels& labels, const Plan& plan);
/// Names of exits and gates, assembly areas, spaces with their classes, and stairs.
void putNames(Labels& labels, const Plan& plan);

}
