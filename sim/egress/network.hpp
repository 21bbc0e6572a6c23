#pragma once

#include "sim/base/later.hpp"
#include "sim/geometry/way_field.hpp"
#include "sim/walkable/walkable.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stairwise {

/// The egress graph over the walkable surfaces. A portal can be crossed both ways: passage 2p leads from its surface a
/// to b, passage 2p + 1 back. Within a surface each way in is linked to each way out by the length of the way between.

using PassageIndex = std::uint32_t;
[[nodiscard]] constexpr PassageIndex passageOf(PortalIndex portal, bool fromB)
{
    return 2 * portal + (fromB ? 1U : 0U);
}
[[nodiscard]] constexpr PortalIndex portalOf(PassageIndex passage)
{
    return passage / 2;
}

struct Passage {
    SurfaceIndex from = kNowhere; // kNowhere: a way in from outside the drawing
    SurfaceIndex to = kNowhere;   // kNowhere: out
    double width = 0.0;           // clear, metres
    bool locked = false;
    bool exit = false; // from a building to the open air
};

/// Floors and way fields of one surface; `fields[i]` leads to portal `portals[i]`. All but the numbers of the portals
/// follows from the surface's shape and the lines of its portals.
struct SurfaceWays {
    std::vector<PortalIndex> portals;
    Later<Floor> floor;
    std::vector<Later<WayField>> fields;
    Later<std::vector<double>> apart;    // portals × portals, metres along the surface; negative: no way between
    Later<std::vector<double>> shortest; // portals × portals, metres, never more than anybody walks (shortest.hpp)
    Later<double> width;                 // metres straight across (across.hpp)
};

/// The way to one assembly area inside its surface; away[i]: metres from the surface's portal i (SurfaceWays::portals).
struct AreaWays {
    Later<WayField> field;           // to the area's edge; empty where the area lies on no surface
    Later<std::vector<double>> away; // negative: no way
};

struct Network {
    std::vector<SurfaceWays> surfaces; // as Walkable::surfaces
    std::vector<Passage> passages;     // two a portal
    std::vector<AreaWays> areas;       // as Walkable::assemblies
};
inline constexpr double kCellSize = 0.2;   // metres, way fields; assumed: 3 cells in the narrowest usable door
inline constexpr double kKeepClear = 0.35; // metres from a wall under which the way costs more; assumed

/// Below this clear width, in metres, nobody passes: twice the radius of our narrowest pupil (0.17) and a margin;
/// assumed.
inline constexpr double kNarrowestWay = 0.40;

[[nodiscard]] Network networkOf(const Walkable& walkable);
/// The same; each part is made when it is asked for.
[[nodiscard]] Network unmadeNetworkOf(const Walkable& walkable);
/// The same network, for who edits a school and looks at it after every change: surfaces whose shape and portals are
/// those of `before` share its ways, and fields on outdoor surfaces are made when they are asked for.
struct KnownWays {
    const Walkable& walkable;
    const Network& network;
};
[[nodiscard]] Network networkOf(const Walkable& walkable, const std::optional<KnownWays>& before);
/// Metres.
[[nodiscard]] Vec2 middleOf(const Walkable& walkable, PortalIndex portal);

/// Metres from one portal of a surface to another along the surface; negative: no way.
[[nodiscard]] double between(const Network& network, SurfaceIndex surface, PortalIndex a, PortalIndex b);
/// The same by SurfaceWays::shortest. Both portals belong to the surface.
[[nodiscard]] double shortestBetween(const Network& network, SurfaceIndex surface, PortalIndex a, PortalIndex b);
/// Makes SurfaceWays::shortest of all surfaces, on all cores.
void makeShortest(const Network& network);

/// What a way must keep to. Empty lists leave the choice free.
struct RouteRule {
    std::vector<StairId> stairs; // flights of other stairs are not used
    std::vector<DoorId> exits;   // other exits are not used
    std::vector<DoorId> doors;   // each of these is passed, if the person starts behind it (checked, not forced)
    friend auto operator<=>(const RouteRule&, const RouteRule&) = default;
};

/// Where a way ends.
struct Goal {
    enum class Kind { OutOfBuilding, Assembly, Gate, Surface } kind = Kind::OutOfBuilding;
    std::vector<AreaId> areas;          // Assembly: any of these; empty: any
    std::vector<SurfaceIndex> surfaces; // Surface: entering any of these is the end (removal lines lie there)
    friend auto operator<=>(const Goal&, const Goal&) = default;
};

/// Free speeds by which routes are chosen, m/s; on flights along the slope. Assumed: the middle of our pupil profiles.
inline constexpr double kRouteSpeed = 1.2;
inline constexpr double kRouteSpeedDown = 0.8;
inline constexpr double kRouteSpeedUp = 0.6;
/// Going back from the open air into a building counts so many seconds: only where there is no other way. Assumed.
inline constexpr double kEnterAgain = 3600.0;

/// Which passages cannot be crossed now, one truth a passage; empty: as the doors stand in the school. A passage is
/// barred one way at a time: a stair that is shut is not entered, but left.
using Barred = std::vector<std::uint8_t>;
/// Both passages of every locked door, and of these portals.
[[nodiscard]] Barred barredWith(const Network& network, const std::vector<PortalIndex>& shut);

/// Seconds still to walk after crossing each passage, at the free speeds above; infinite where the goal cannot be
/// reached. OutOfBuilding is reached by crossing an exit or any way into an outdoor surface or out of the drawing.
/// A passage that itself may not be used (barred now, too narrow, against the rule) is infinite.
[[nodiscard]] std::vector<double> secondsToGo(const Walkable& walkable, const Network& network, const RouteRule& rule,
                                              const Goal& goal, const Barred& barred);

/// The passages from a surface to the goal, in the order they are crossed, measured from the open cell nearest to the
/// surface's centroid; empty: there is no way, or the surface already lies where the goal is (atGoal).
[[nodiscard]] std::vector<PassageIndex> routeFrom(const Walkable& walkable, const Network& network, SurfaceIndex start,
                                                  const RouteRule& rule, const Goal& goal, const Barred& barred);

/// Is somebody on this surface already at the goal, or, for an assembly area, on the surface that holds it?
[[nodiscard]] bool atGoal(const Walkable& walkable, SurfaceIndex surface, const Goal& goal);

}
