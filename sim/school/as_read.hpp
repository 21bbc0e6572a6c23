#pragma once

#include "sim/base/json.hpp"
#include "sim/base/result.hpp"
#include "sim/school/elements.hpp"

#include <string>

namespace stairwise {

/// An element as the reader of files would have it: rings turned its way round; refused where it would refuse. One rule
/// for files and for edits, because it is the same code. Places in a Fault begin with the element's id.
[[nodiscard]] Result<Space> asRead(const Space& space);
[[nodiscard]] Result<Space> asReadOnGrounds(const Space& space);
[[nodiscard]] Result<Door> asRead(const Door& door);
[[nodiscard]] Result<Obstacle> asRead(const Obstacle& obstacle);
[[nodiscard]] Result<Equipment> asRead(const Equipment& equipment);
[[nodiscard]] Result<Storey> asRead(const Storey& storey);
[[nodiscard]] Result<Stair> asRead(const Stair& stair);
[[nodiscard]] Result<Building> asRead(const Building& building);
[[nodiscard]] Result<Gate> asRead(const Gate& gate);
[[nodiscard]] Result<AssemblyArea> asRead(const AssemblyArea& area);
[[nodiscard]] Result<SchoolClass> asRead(const SchoolClass& schoolClass);
[[nodiscard]] Result<Staff> asRead(const Staff& staff);

/// The element's members as in the file; what stands in a building or on a storey is left out.
[[nodiscard]] JsonValue membersOf(const Element& element);

}
