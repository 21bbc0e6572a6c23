#pragma once

#include "sim/base/finding.hpp"
#include "sim/walkable/walkable.hpp"

#include <string>

namespace stairwise {

/// Where a finding is: filled into its element, storey and at.
struct Place {
    std::string element;
    std::string storey;
    std::optional<std::array<std::int32_t, 2>> at;
};
[[nodiscard]] Place placeOf(const Walkable& walkable, SurfaceIndex surface);
[[nodiscard]] Place placeOf(const School& school, const Door& door);
[[nodiscard]] Place placeOf(const Stair& stair);
/// At the homeroom, where there is one.
[[nodiscard]] Place placeOf(const School& school, const SchoolClass& schoolClass);

/// What a finding is about, in words.
struct Saying {
    Severity severity = Severity::Warning;
    std::string rule;
    std::string source;
    Message what;
    Message mend;
};
[[nodiscard]] Finding findingOf(const Saying& saying, const Place& place);

/// "1.20 m"
[[nodiscard]] std::string metresText(double metres);

}
