#pragma once

#include "sim/geometry/way_field.hpp"
#include "sim/walkable/walkable.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stairwise {

/// The egress graph over the walkable surfaces. A portal can be crossed both ways: passage 2p leads from its surface a
/// to b, passage 2p + 1 back. Within a surface each way in is linked to each way out by the length of the way between.

using PassageIndex = std::uint32_t;
[[nodiscard]] constexpr PassageIndex passageOf(PortalIndex portal, bool fromB) { return 2 * portal + (fromB ? 1U : 0U); }
[[nodiscard]] constexpr PortalIndex portalOf(PassageIndex passage) { return passage / 2; }

struct Passage {
    SurfaceIndex from = kNowhere; // kNowhere: a way in from outside the drawing
    SurfaceIndex to = kNowhere;   // kNowhere: out
    double width = 0.0;           // clear, metres
    bool locked = false;
    bool exit = false;            // from a building to the open air
};

/// Floors and way fields of one surface; `fields[i]` leads to portal `portals[i]`.
struct SurfaceWays {
    Floor floor;
    std::vector<PortalIndex> portals;
    std::vector<WayField> fields;
    std::vector<double> apart; // portals × portals, metres along the surface; negative: no way between
};

struct Network {
    std::vector<SurfaceWays> surfaces; // as Walkable::surfaces
    std::vector<Passage> passages;     // two a portal
};
inline constexpr double kCellSize = 0.2;   // metres, way fields; assumed: 3 cells in the narrowest usable door
inline constexpr double kKeepClear = 0.35; // metres from a wall under which the way costs more; assumed

[[nodiscard]] Network networkOf(const Walkable& walkable);

/// Metres from one portal of a surface to another along the surface; negative: no way.
[[nodiscard]] double between(const Network& network, SurfaceIndex surface, PortalIndex a, PortalIndex b);

/// What a way must keep to. Empty lists leave the choice free.
struct RouteRule {
    std::vector<StairId> stairs;  // flights of other stairs are not used
    std::vector<DoorId> exits;    // other exits are not used
    std::vector<DoorId> doors;    // each of these is passed, if the person starts behind it (checked, not forced)
    friend auto operator<=>(const RouteRule&, const RouteRule&) = default;
};

/// Where a way ends.
struct Goal {
    enum class Kind { OutOfBuilding, Assembly, Gate } kind = Kind::OutOfBuilding;
    std::vector<AreaId> areas; // Assembly: any of these; empty: any
    friend auto operator<=>(const Goal&, const Goal&) = default;
};

/// Seconds still to walk after crossing each passage, at free speed (level 1.2 m/s; on flights 0.8 m/s along the slope
/// down, 0.6 up: assumed, the middle of our pupil profiles); infinite where the goal cannot be reached.
/// `shut`: portals that cannot be crossed now, besides locked doors.
[[nodiscard]] std::vector<double> secondsToGo(const Walkable& walkable, const Network& network, const RouteRule& rule,
                                              const Goal& goal, const std::vector<PortalIndex>& shut);

/// The passages from a surface to the goal, cheapest first step first; empty: there is no way.
[[nodiscard]] std::vector<PassageIndex> routeFrom(const Walkable& walkable, const Network& network, SurfaceIndex start,
                                                  const RouteRule& rule, const Goal& goal,
                                                  const std::vector<PortalIndex>& shut);

}
