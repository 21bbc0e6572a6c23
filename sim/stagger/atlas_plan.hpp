#pragma once

#include "sim/stagger/atlas.hpp"

#include <filesystem>

namespace stairwise {

/// What an atlas is asked for.
enum class Neighbours { Take, Leave };
struct AtlasQuestion {
    std::filesystem::path scenario;
    Neighbours neighbours = Neighbours::Take;
    AtlasDoors doors = AtlasDoors::Leave;
    std::size_t seeds = 5;
};

/// The school and its situations: the scenario asked for and, unless they are left out, every *.scenario.json beside it
/// that names the same school file, by name. (A school file lists no situations.) Left out and said: what cannot be
/// read, has no walking people, or is the same situation once more.
[[nodiscard]] Result<AtlasPlan> atlasPlanOf(const AtlasQuestion& question);

}
