#pragma once

#include "sim/geometry/way_field.hpp"

namespace stairwise {

/// Clear width in metres of a long area: a tenth of its floor is no wider, measured straight across from the nearest
/// wall. (The least would be found in the throats of doors, the greatest in bays.)
[[nodiscard]] double widthAcross(const Polygon& area, const Floor& floor);

}
