#pragma once

#include "sim/crowd/crowd.hpp"

namespace stairwise {

/// The cap on the flow of doors and stairs, persons per metre and second, as a field of the crowd. While the crowd has
/// no such field, capped trials are left out; once it has, they run by themselves, and this file may go.
template <class Def>
concept Capped = requires(Def def)
{
    def.flowCap = 1.0;
};

inline constexpr bool kCrowdHasFlowCap = Capped<CrowdDef>;

template <class Def> void capFlow(Def& def, double flow)
{
    if constexpr (Capped<Def>) def.flowCap = flow;
}

}
