#pragma once

#include "sim/stagger/packing.hpp"

namespace stairwise {

/// Why a packed plan is not quicker. All by sums of loads, not by agents.

/// What a stair, or the gate, has to bear in the plan.
struct PlaceStrain {
    std::string id;    // of the stair or gate
    double from = 0.0; // seconds: the first is on it …
    double to = 0.0;   // … and the last
    double mean = 0.0; // over that time, of its fullest flight or landing: load ÷ what is allowed
    double pupils = 0.0;
};
/// The class that is out last, and what stood in the way of an earlier release, all others as they are.
struct LastClass {
    std::size_t schoolClass = 0;
    std::size_t tries = 0;  // earlier moments and ways with which it would be out sooner
    std::size_t barred = 0; // of these: they would put too many onto some place
    struct Barred {
        std::string place; // element of the flight or landing, or the gate
        std::size_t tries = 0;
    };
    std::vector<Barred> by; // the most often first
};
struct WhyNotQuicker {
    std::vector<PlaceStrain> strains; // the longest in use first
    LastClass last;
};
[[nodiscard]] WhyNotQuicker whyNotQuicker(const School& school, const Packing& packing, const SlotPlan& plan);

}
