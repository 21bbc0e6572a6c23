#pragma once

#include "sim/base/result.hpp"
#include "sim/school/school.hpp"

namespace stairwise {

/// What one part of a school says about another: ids used twice, references to nothing, doors wider than their place or
/// on no wall, storeys out of order, stairs whose flights do not fit their kind, more people than can be. The first
/// fault, with its place as in the file; for readers, importers and edits alike. `name` is how the file is called.
[[nodiscard]] Done checkSchool(const School& school, const std::string& name);

}
