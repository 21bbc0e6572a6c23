#pragma once

#include "sim/stagger/packing.hpp"

namespace stairwise {

/// Whether the rules leave room for a timetable, once loads are known and bears are set. By packing, which finds
/// nothing that is not there, but may miss what is.

/// The smallest set of rules without one of which a timetable is found, by their places in the file; empty: one is
/// found, or none even without any rule.
[[nodiscard]] std::vector<std::string> withoutRoom(const School& school, const Packing& packing,
                                                   const StaggerRules& rules, CancelToken cancel);

/// Only so many stairs stay in use as there are staff on duty: those with which the school is empty soonest. False:
/// whichever they are, some class has no way or finds no moment; then nothing is changed.
[[nodiscard]] bool keepStairs(Packing& packing, int dutyStaff, std::uint64_t seed, CancelToken cancel);

}
