#pragma once

#include "sim/validate/bout.hpp"

namespace stairwise {

/// A crowd that stands in a hall and leaves by one opening onto open ground.
struct DoorCase {
    double width = 1.0;     // metres, clear
    double neck = 0.4;      // metres, thickness of the wall
    double spacing = 0.575; // metres between people at the start
    std::size_t people = 180;
    int grade = kStaffGrade;
};
/// 10 m wide; wider where the opening asks for it.
[[nodiscard]] Lab labOf(const DoorCase& one);
/// Persons per second over the middle of the opening, the first and the last tenth of them left out; 0 if not everybody
/// came out.
[[nodiscard]] double flowOf(const DoorCase& one, const Lab& lab, std::uint64_t seed, const CancelToken& cancel);

/// Enough people for a steady state: 115 for each metre of width (Liao et al. 2015), rounded up.
[[nodiscard]] std::size_t peopleFor(double width);

/// Flow of each case over the seeds, cases in their order.
[[nodiscard]] std::vector<Spread> flowsOf(const std::vector<DoorCase>& cases, const TrialOptions& options);

}
