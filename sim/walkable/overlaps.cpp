// What lies over each other in plan and must not.
#include "sim/geometry/polygon.hpp"
#include "sim/geometry/regions.hpp"
#include "sim/walkable/making.hpp"

#include <algorithm>

namespace stairwise {
namespace {

// Exact, for most of what lies near each other: a room beside a yard that goes round the building.
bool clearOf(const Polygon& a, const Polygon& b)
{
    const auto edges = edgesOf(b);
    for (const Segment& edge : edgesOf(a))
        for (const Segment& other : edges)
            if (meet(edge, other)) return false;
    return sideOf(b, a.outer.front()) == Side::Outside && sideOf(a, b.outer.front()) == Side::Outside;
}

double overlapOf(const Making& making, SurfaceIndex a, SurfaceIndex b)
{
    if (!overlapInside(making.boxes[a], making.boxes[b]) || clearOf(making.drawn[a], making.drawn[b])) return 0.0;
    return areaOf(intersect({making.drawn[a]}, {making.drawn[b]}));
}

bool isSpace(const Making& making, SurfaceIndex index)
{
    return making.made.surfaces[index].kind == SurfaceKind::Space;
}

void compare(Making& making, const Level& level, SurfaceIndex a, SurfaceIndex b)
{
    const double square = overlapOf(making, a, b);
    if (square <= kLeastOverlap) return;
    Finding& finding =
        note(making, Severity::Warning, {making.made.surfaces[a].element, idOf(level), making.drawn[b].outer.front()},
             {"walkable.spaces_overlap", {making.made.surfaces[b].element}}, {"walkable.spaces_overlap.mend", {}});
    finding.measured = squareMetres(square);
    finding.required = squareMetres(0.0);
}

void compareSpaces(Making& making, const Level& level)
{
    const auto& floors = level.floors;
    for (std::size_t i = 0; i < floors.size(); ++i) {
        if (!isSpace(making, floors[i])) continue;
        for (std::size_t k = i + 1; k < floors.size(); ++k)
            if (isSpace(making, floors[k])) compare(making, level, floors[i], floors[k]);
        if (level.storey == nullptr || !level.nearGround()) continue;
        for (const SurfaceIndex ground : making.levels.back().floors) compare(making, level, floors[i], ground);
    }
}

// Spaces of a storey under, in or over the parts of a stair that stand there: a flight stands on the floor of its lower
// storey, and the last flight of a rise comes through a hole in the floor of the upper one.
void compareStair(Making& making, const MadeStair& made, std::size_t storey)
{
    const Level& level = making.levels[made.levels[storey]];
    const int rise = static_cast<int>(storey) + 1;
    const auto standsHere = [&](const StairPart& part) {
        if (part.rise == rise) return true;
        return part.kind == StairPart::Kind::Flight && part.rise + 1 == rise &&
               part.number == static_cast<int>(made.stair->steps[storey - 1].size());
    };
    for (const SurfaceIndex floor : level.floors) {
        if (!isSpace(making, floor)) continue;
        double square = 0.0;
        for (std::size_t i = 0; i < made.parts.size(); ++i)
            if (standsHere(made.parts[i])) square += overlapOf(making, made.surface(i), floor);
        if (square <= kLeastOverlap) continue;
        Finding& finding = note(making, Severity::Warning, {made.stair->id.value, idOf(level), made.stair->origin},
                                {"walkable.stair_over_space", {making.made.surfaces[floor].element}},
                                {"walkable.stair_over_space.mend", {}});
        finding.measured = squareMetres(square);
        finding.required = squareMetres(0.0);
    }
}

}

void findOverlaps(Making& making)
{
    for (const Level& level : making.levels) compareSpaces(making, level);
    for (const MadeStair& made : making.stairs)
        for (std::size_t k = 0; k < made.levels.size(); ++k) compareStair(making, made, k);
}

}
