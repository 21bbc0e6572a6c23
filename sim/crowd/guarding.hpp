#pragma once

#include "sim/crowd/state.hpp"

namespace stairwise {

/// Wardens at stairs (CrowdDef::guards). Does nothing where there are none. Internal to sim/crowd.

/// Which guards stand at each passage; the ways that people are sent on.
void placeGuards(Crowd::Inside& in);
/// At a look, when people are sorted and before they choose: who holds now, who is sent elsewhere.
void standGuard(Crowd::Inside& in);
/// Does a guard keep the person from crossing?
[[nodiscard]] bool heldBack(const Crowd::Inside& in, std::size_t i, PassageIndex passage);
/// People on flights where files are kept turn towards the middle of theirs …
void keepToFiles(Crowd::Inside& in);
/// … and do not leave it to pass somebody.
void stayInFiles(Crowd::Inside& in);

}
