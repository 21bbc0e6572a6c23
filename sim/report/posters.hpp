#pragma once

#include "sim/picture/picture.hpp"
#include "sim/run/setting.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/words/words.hpp"

#include <vector>

namespace stairwise {

/// Evacuation maps for the doors of classrooms (GB/T 25894, after ISO 23601): you are here, the first way and the
/// second, equipment, and the assembly area in a corner. One page of A4 across for each class that has a homeroom with
/// a way out, in the order of the file. The first way is drawn through and the second in dashes, so that they are told
/// apart in grey. Counts and rooms, no names of people. Up is where the reader looks (ISO 23601, 6.3), by quarters of a
/// circle: a map hangs inside the room on the wall of the first way's door, so who reads it looks out through that wall
/// (assumed).
[[nodiscard]] std::vector<Picture> posterPages(const School& school, const Scenario& scenario, const Setting& setting,
                                               Language language);

}
