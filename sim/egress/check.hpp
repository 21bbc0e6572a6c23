#pragma once

#include "sim/base/finding.hpp"
#include "sim/egress/network.hpp"

#include <vector>

namespace stairwise {

/// Everything doubtful about a school, for every door of the house: the findings of the walkable surfaces, rooms
/// without a way out, classes without a place or a second way, spaces that overlap, and the design code of school.code.
/// Sorted by severity, then element.
[[nodiscard]] std::vector<Finding> check(const School& school, const Walkable& walkable, const Network& network);

/// Classes whose homeroom keeps a way out whatever single door, opening or flight is lost have a second way; these have
/// none.
[[nodiscard]] std::vector<ClassId> withoutSecondWay(const School& school, const Walkable& walkable,
                                                    const Network& network);

}
