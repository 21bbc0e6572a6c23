#pragma once

#include "sim/base/result.hpp"
#include "sim/walkable/walkable.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace stairwise {

/// The walkable surfaces as they travel with a filed result: canonical JSON, whole millimetres. A computer whose GEOS
/// makes other ones of the same drawing can still walk on these.
[[nodiscard]] std::string formatSurfaces(const Walkable& walkable);

/// Refuses numbers out of range, polygons that cross themselves, portals and assembly areas of surfaces that are not
/// there. The hash is made anew; findings do not travel. `name` is how the file is called in a Fault.
[[nodiscard]] Result<Walkable> parseSurfaces(std::string_view text, const std::string& name);

/// The first surface, portal or area by which these are other floors: what a geometry library rounds may differ by
/// 5 mm, and all else not at all. Nothing: the same floors. Whoever walks on floors that somebody else has sent asks
/// this first: a wider door would be a better result.
[[nodiscard]] std::optional<std::string> otherFloor(const Walkable& own, const Walkable& sent);

}
