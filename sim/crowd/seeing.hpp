#pragma once

#include "sim/crowd/state.hpp"

namespace stairwise {

/// Light and dark (CrowdDef::lights). Does nothing where it is day. Internal to sim/crowd.

/// Share of the free speed, and of the speed at every gap, that is walked on a surface in the light of this look.
[[nodiscard]] inline float lightOn(const Crowd::Inside& in, SurfaceIndex surface)
{
    return in.lit == 0 ? 1.0F : in.def.lights[in.lit - 1].share[surface];
}

/// How many of the lights have begun at a time.
[[nodiscard]] std::size_t litAt(const Crowd::Inside& in, double time);
/// At a look: whose light has changed walks at another speed.
void seeLight(Crowd::Inside& in);

}
