#pragma once

#include "sim/base/result.hpp"
#include "sim/geometry/point.hpp"
#include "sim/import/notes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// The bim-json form as its writer left it: nothing checked but types, numbers and counts, nothing moved, no unit
/// changed.

enum class Sign { Room, Staircase, Door, Opening, Exit };

struct ForeignElement {
    std::string id;      // lower case, without braces
    std::string written; // the id as it stands, without what no name may hold
    std::string name;
    Sign sign = Sign::Room;
    std::vector<Vec2> ring; // as written: closed or not, in either direction
    double sizeZ = 0.0;     // 0: not said
    double people = 0.0;
    std::vector<std::string> output; // ids of neighbours, of Up and Down too
    std::string place;               // "Level[0].BuildElement[3]"
};

struct ForeignLevel {
    std::string name;
    std::optional<double> z;
    std::vector<ForeignElement> elements;
    std::string place;
};

struct ForeignPlan {
    std::string building;
    std::vector<ForeignLevel> levels;
};

inline constexpr std::size_t kMostLevels = 200;        // assumed: the tallest building has 163 storeys
inline constexpr std::size_t kMostElements = 40'000;   // assumed: four times a campus of 10,000 spaces
inline constexpr std::size_t kMostRingCorners = 2'000; // assumed: a round hall drawn every 2 cm

/// One line of text that a school file may hold: no control characters, cut after `longest` bytes between characters.
[[nodiscard]] std::string plainText(std::string_view text, std::size_t longest);

/// Refuses what is not this form; keys written otherwise and signs that nobody knows are findings.
[[nodiscard]] Result<ForeignPlan> readBimJson(std::string_view text, const std::string& name, ImportNotes& notes);

}
