#pragma once

#include "sim/crowd/state.hpp"

namespace stairwise {

/// People who fall and get up again (crowd.hpp). Does nothing where nobody is meant to. Internal to sim/crowd.

/// At a look, when everybody's row is known: who has lain long enough gets up, whose fall is due goes down.
void fallAndRise(Crowd::Inside& in);
/// Whoever lies has no way: after all that turns headings.
void lieStill(Crowd::Inside& in);

}
