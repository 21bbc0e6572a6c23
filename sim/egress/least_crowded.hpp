#pragma once

#include "sim/egress/bound.hpp"

#include <vector>

namespace stairwise {

/// Shares stairs and exits out among groups, so that each is expected to arrive as early as may be: the groups nearest
/// to the goal choose first, and each takes the pair of stair and exit with the least of walk and queue, the queue
/// being all people given the same passage so far, divided by its capacity (SFPE Handbook ch. 59, below). One answer a
/// group, in their order: the group's own rule with `stairs` (where it has to use one) and `exits` (where they have an
/// id) filled. A group that has no way keeps its own rule.
[[nodiscard]] std::vector<RouteRule> assignLeastCrowded(const Walkable& walkable, const Network& network,
                                                        const std::vector<Group>& groups, const Goal& goal,
                                                        const Barred& barred);

/// Greatest specific flow, persons per metre and second: doors and level ways 1.3; stairs 1.07 (risers of 150 or 160 mm
/// on treads of 260 or 280 mm). SFPE Handbook 5th ed. ch. 59 (Nelson and Mowrer, Gwynne and Rosenbaum), k/(4a); stated
/// for effective width, used here on clear width because queues are only compared with each other.
inline constexpr double kSfpeDoorFlow = 1.3;
inline constexpr double kSfpeStairFlow = 1.07;
/// Persons per second.
[[nodiscard]] double sfpeCapacity(const Walkable& walkable, const Network& network, PassageIndex passage);

}
