#pragma once

#include "sim/stagger/class_ways.hpp"
#include "sim/stagger/gate.hpp"
#include "sim/stagger/slots.hpp"

namespace stairwise {

/// A place of the slot problem: a flight or landing (Surface::element) of a stair, or the gate.
struct PackedPlace {
    std::string element;
    std::string owner; // id of the stair or gate
};
/// Every flight and landing, in the order of the surfaces (as LoadMeter).
[[nodiscard]] std::vector<PackedPlace> stairPlacesOf(const Walkable& walkable);

/// The school's rules and its classes' loads as a slot problem.
struct Packing {
    SlotProblem problem;                         // one job a class, in the school's order
    std::vector<std::vector<WayChoice>> choices; // as the jobs' options
    std::vector<PackedPlace> places;             // flights and landings, then twice the gate
    std::uint32_t stairPlaces = 0;               // of these
    std::optional<GateModel> gate;
    double limit = 0.0; // persons per m² that flights and landings may hold; what they bear is learned from it
};
/// What each place may hold, in the unit of its loads: the limit, the gate's flow, those who may wait (or 1e9).
[[nodiscard]] std::vector<double> allowedAt(const Packing& packing);

/// Refused as stagger() refuses. Nothing walked yet: loads are empty. `places`: flights and landings.
[[nodiscard]] Result<Packing> packingOf(const School& school, const Timetable& today, const StaggerRules& rules,
                                        const Setting& setting, std::vector<PackedPlace> places, double limit);
/// Windows, dues, groups and orders of the jobs, one a class, in place of those before.
void takeRules(SlotProblem& problem, const School& school, const StaggerRules& rules);
[[nodiscard]] Timetable timetableOf(const School& school, const Packing& packing, const SlotPlan& plan);

}
