#pragma once

#include "sim/stagger/packing.hpp"

namespace stairwise {

/// What classes bring to flights and landings, by hand: along the way of least free walking time, at the free speeds of
/// routes (network.hpp), out of the room evenly and no faster than keeps the limit on every flight. For a replanning
/// where nothing was walked before. Places bear kHandShare of the limit.
inline constexpr double kHandShare = 0.7; // assumed: leaves room for those who walk slower or bunch

/// Refused as packingOf() refuses.
[[nodiscard]] Result<Packing> handLoads(const School& school, const Scenario& scenario, const Timetable& plan,
                                        const StaggerRules& rules, double limit);

}
