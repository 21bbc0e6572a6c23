#pragma once

#include "sim/base/finding.hpp"
#include "sim/egress/network.hpp"

#include <vector>

namespace stairwise {

/// Everything doubtful about a school, for every door of the house: the findings of the walkable surfaces, rooms
/// without a way out, classes without a place or a second way, spaces that overlap, and the design code of school.code.
/// Sorted by severity, the worst first, then element.
[[nodiscard]] std::vector<Finding> check(const School& school, const Walkable& walkable, const Network& network);
/// The same where withoutSecondWay() is known.
[[nodiscard]] std::vector<Finding> check(const School& school, const Walkable& walkable, const Network& network,
                                         const std::vector<ClassId>& withoutSecond);

/// Classes whose homeroom keeps a way out whatever single door, flight or exit of its route is lost have a second way;
/// these have none. The room's own doors do not count: whether one is enough is a rule of the design code. A class that
/// has no way at all is among them; a class without a place is not.
[[nodiscard]] std::vector<ClassId> withoutSecondWay(const School& school, const Walkable& walkable,
                                                    const Network& network);
/// The same on a day on which more is barred.
[[nodiscard]] std::vector<ClassId> withoutSecondWay(const School& school, const Walkable& walkable,
                                                    const Network& network, const Barred& barred);

}
