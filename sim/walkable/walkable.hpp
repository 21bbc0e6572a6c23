#pragma once

#include "sim/base/finding.hpp"
#include "sim/base/hash.hpp"
#include "sim/geometry/point.hpp"
#include "sim/school/school.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace stairwise {

/// What people walk on: the school's spaces, flights and landings as surfaces joined at portals. A flight may lie over
/// a room in plan; surfaces that overlap in plan meet only through portals. Whole millimetres, so that it can be hashed
/// and filed.

using SurfaceIndex = std::uint32_t;
using PortalIndex = std::uint32_t;
inline constexpr std::uint32_t kNowhere = 0xffffffffU;

enum class SurfaceKind { Space, Flight, FloorLanding, HalfLanding };

struct Surface {
    SurfaceKind kind = SurfaceKind::Space;
    std::string element; // id of the space, or of the stair's part: "S1/1/flight1", "S1/1/half1", "S1/2/landing"
    SpaceId space;       // none unless kind is Space
    StairId stair;       // none if kind is Space
    int rise = 0;        // which rise of the stair, from 1; for a floor landing the rise that starts there
    int flight = 0;      // which flight of the rise, from 1; of a half landing, which of these
    StoreyId storey;     // on whose plan it is drawn (flights: the lower storey); none: grounds
    bool outdoor = false;
    Polygon area;           // obstacles cut out; half of each door's throat included
    double elevation = 0.0; // metres, at the lower edge of a flight
    double rising = 0.0;    // metres of height per metre of plan along `uphill`; 0: level
    Vec2 uphill;            // unit vector in plan; (0, 0): level
    Point foot;             // a point of the lower edge of a flight
    double tread = 0.0;     // metres; flights
    double riser = 0.0;
};

/// A line that joins two surfaces, or leads out of the drawing. `line` has surface a on its left.
struct Portal {
    SurfaceIndex a = kNowhere;
    SurfaceIndex b = kNowhere; // kNowhere: out
    Segment line;
    DoorId door; // none where surfaces simply touch
    GateId gate;
    DoorState state = DoorState::Open;
    bool exit = false; // from the building to the open air, a to b
};

/// An assembly area as a region of an outdoor surface; one entry for each surface that it covers. Areas that lie on
/// none are left out and named among the findings.
struct Assembly {
    AreaId id;
    SurfaceIndex surface = kNowhere;
    Ring polygon;
};

struct Walkable {
    std::vector<Surface> surfaces;
    std::vector<Portal> portals;
    std::vector<Assembly> assemblies;
    std::vector<Finding> findings; // doors onto nothing, stairs that meet no storey, spaces that overlap …
    Digest hash;                   // of surfaces and portals
};

/// Never fails: what cannot be built is left out and named among the findings.
[[nodiscard]] Walkable walkableOf(const School& school);

/// Metres above the campus' zero.
[[nodiscard]] double heightAt(const Surface& surface, Vec2 point);
/// cos of the slope: plan metres per metre along the slope.
[[nodiscard]] double planPerSlope(const Surface& surface);
[[nodiscard]] std::vector<PortalIndex> portalsOf(const Walkable& walkable, SurfaceIndex surface);
/// Edges of the surface that stop people: its edges less its portals (all of them, open or not).
[[nodiscard]] std::vector<Segment> wallsOf(const Walkable& walkable, SurfaceIndex surface);
/// The surface of a space; kNowhere if none. (A space cut in two by obstacles keeps its largest part; a finding says
/// so.)
[[nodiscard]] SurfaceIndex surfaceOf(const Walkable& walkable, const SpaceId& space);
/// A name for people: "B stair, 2nd to 1st storey, upper flight", built with words.
[[nodiscard]] Message nameOf(const School& school, const Walkable& walkable, SurfaceIndex surface);

}
