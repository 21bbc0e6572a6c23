#pragma once

#include "sim/risk/spells.hpp"

#include <span>

namespace stairwise {

/// What is asked for the causes of a spell.
struct Evidence {
    const Walkable& walkable;
    const Stretches& stretches;
    std::span<const RiskPerson> people;
    const Circumstances& circumstances;
    std::span<const Spell> all; // of the run
};

/// What the run shows of why a place filled, in the order of RiskCause; several may be true, or none.
/// docs/measures.md says how each is told, and what that cannot tell.
[[nodiscard]] std::vector<FoundCause> causesOf(const Spell& spell, const Evidence& evidence);

}
