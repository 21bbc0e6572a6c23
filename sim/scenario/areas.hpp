#pragma once

#include "sim/geometry/polygon.hpp"
#include "sim/school/school.hpp"

#include <optional>
#include <string>

namespace stairwise {

/// The area, as drawn, of the surface that a scenario names: a space by its id, or a part of a stair by its name in
/// results ("S1/2/flight1"). Nothing: the school has no such surface.
[[nodiscard]] std::optional<Polygon> areaNamed(const School& school, const std::string& element);

}
