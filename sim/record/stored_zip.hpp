#pragma once

#include "sim/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// The zip in which a drill travels: stored, never compressed, in one order, without dates, extra fields or comments,
/// so that the same parts are the same bytes whatever library and computer. Written here rather than by libzip, whose
/// bytes depend on its version, and which would unpack what this reader never does: a part of a package is a piece of
/// the file that was read, so no bomb can grow, and nothing is ever written to a path that a package names.

struct PackagePart {
    std::string name; // "plan.json", "pictures/1.jpg"
    std::string bytes;
    friend bool operator==(const PackagePart&, const PackagePart&) = default;
};

// All assumed: a large school's plan, record and 40 pictures are 120 MB.
inline constexpr std::size_t kMostParts = 256;
inline constexpr std::size_t kLargestPackage = 512U << 20U; // bytes
inline constexpr std::size_t kLongestPartName = 100;        // bytes

/// Relative, of the characters a-z A-Z 0-9 . _ - and at most one /, no part of it beginning with a dot.
[[nodiscard]] bool isPartName(std::string_view name);

/// Names are part names, none twice; 4 GiB at most.
[[nodiscard]] std::string zipOf(const std::vector<PackagePart>& parts);

/// Refuses, with the entry where there is one, all that zipOf did not write. `file` is how it is called in a Fault.
[[nodiscard]] Result<std::vector<PackagePart>> partsOf(std::string_view zip, const std::string& file);

}
