#pragma once

#include "sim/walkable/stair_parts.hpp"
#include "sim/walkable/walkable.hpp"

#include <optional>
#include <vector>

namespace stairwise {

/// The walkable surfaces while they are made, one function a step. Internal to sim/walkable.

inline constexpr std::int32_t kTouch = 5;            // mm: edges that near to each other are one (school.hpp, Stair)
inline constexpr std::int32_t kNarrowestJoin = 500;  // mm: a shorter shared edge is no way; assumed: a body's width
inline constexpr std::int32_t kNarrowestPortal = 50; // mm: assumed: below it a door is a slip of the pen
inline constexpr double kLeastOverlap = 0.01;        // m²: assumed: overlaps below it are a drawing's rounding
/// mm: a storey whose floor lies this near to the grounds' elevation 0 has exits onto the grounds; assumed: eight
/// steps.
inline constexpr std::int32_t kNearGround = 1500;

/// One plan: a storey, or the grounds.
struct Level {
    const Storey* storey = nullptr;   // null: the grounds
    std::vector<SurfaceIndex> floors; // its spaces and floor landings
    [[nodiscard]] bool nearGround() const;
};

/// A stair with the surfaces made of it.
struct MadeStair {
    const Stair* stair = nullptr;
    std::vector<StairPart> parts;
    SurfaceIndex first = 0;          // parts[i] is surface first + i
    std::vector<std::size_t> levels; // of its storeys
    [[nodiscard]] SurfaceIndex surface(std::size_t part) const { return first + static_cast<SurfaceIndex>(part); }
};

/// What a door adds to a surface: the floor between its line and the face of the wall. Where that opens from one edge
/// of the surface it is cut into that edge by its corners, which is exact and quick; else the areas are united.
struct Notch {
    std::size_t ring = 0; // 0: outer, then holes
    std::size_t edge = 0; // from this corner of the ring to the next
    double from = 0.0;    // mm along the edge
    double to = 0.0;
    Ring corners; // in the ring's order, from face to line to face
};
struct Throat {
    Polygon shape;
    std::optional<Notch> notch;
};

struct Making {
    const School* school = nullptr;
    Walkable made;
    std::vector<Polygon> drawn;               // of each surface: as drawn, before throats and obstacles
    std::vector<Box> boxes;                   // … of drawn
    std::vector<std::vector<Throat>> throats; // of each surface: what doors add to it
    std::vector<std::vector<Ring>> obstacles; // of each surface: what stands on it
    std::vector<Level> levels;                // storeys in the school's order, then the grounds
    std::vector<MadeStair> stairs;
};

[[nodiscard]] Making surfacesOf(const School& school);
void findOverlaps(Making& making);
void placeDoors(Making& making);
void placeGates(Making& making);
void joinStairs(Making& making);
/// Throats united, obstacles subtracted, portals cut to what both their surfaces reach.
void finish(Making& making);
/// Stairs that nobody can step on or off. After finish().
void findUnmetStairs(Making& making);
void placeAssemblies(Making& making);
/// Of surfaces, portals and assembly areas.
[[nodiscard]] Digest hashOf(const Walkable& walkable);

// ---- helpers that the steps share

struct Where {
    std::string element;
    std::string storey; // empty: none
    std::optional<Point> at;
};
/// Adds a finding whose rule is named as its text; the caller may add what was measured.
Finding& note(Making& making, Severity severity, const Where& where, Message what, Message mend);
[[nodiscard]] std::string idOf(const Level& level); // of the storey; empty: the grounds

[[nodiscard]] bool overlap(const Box& a, const Box& b);       // or touch
[[nodiscard]] bool overlapInside(const Box& a, const Box& b); // more than touch; true for a line that runs inside
[[nodiscard]] const Ring& ringOf(const Polygon& polygon, std::size_t ring); // 0: outer, then holes
[[nodiscard]] Segment edgeOf(const Polygon& polygon, std::size_t ring, std::size_t edge);
[[nodiscard]] Box grown(const Box& box, std::int32_t by);
[[nodiscard]] Box boxOf(Segment line);
[[nodiscard]] Point middleOf(Segment line);
[[nodiscard]] double areaOf(const std::vector<Polygon>& polygons);
[[nodiscard]] const Polygon* largest(const std::vector<Polygon>& polygons); // null: none
[[nodiscard]] constexpr Segment turned(Segment line)
{
    return {line.b, line.a};
}

/// Widens `surface` so that it reaches `line` (which has the surface's side on its left) over a gap of at most
/// `farthest` mm, but not over `others`.
void reachTo(Making& making, SurfaceIndex surface, Segment line, const std::vector<SurfaceIndex>& others,
             std::int32_t farthest);

[[nodiscard]] Polygon withThroats(const Polygon& drawn, const std::vector<Throat>& throats);

/// How far the polygon begins when one goes from `from` along the unit vector `way`, millimetres; nothing if farther
/// than kThickestWall. 0 inside.
[[nodiscard]] std::optional<double> reach(const Polygon& polygon, Vec2 from, Vec2 way);
/// The unit vector to the left of a line; of no length for a line of none.
[[nodiscard]] Vec2 leftOf(Segment line);

[[nodiscard]] std::string millimetres(double value);  // "1200 mm"
[[nodiscard]] std::string squareMetres(double value); // "0.25 m²"

}
