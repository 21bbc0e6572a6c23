#pragma once

#include "sim/crowd/state.hpp"

namespace stairwise {

/// People bound to others: columns and sweeps (crowd.hpp). Does nothing where there are none. Internal to sim/crowd.

/// Where everybody bound to others is in this frame, and who still waits for a room to be empty.
void gatherColumns(Crowd::Inside& in);
/// Each file of a column keeps to its own side of a flight: turns headings.
void keepLanes(Crowd::Inside& in);
/// Nobody walks past who goes before, and the front waits where the column tears: shortens the velocities wanted.
void keepFiles(Crowd::Inside& in);

}
