#pragma once

#include "sim/base/message.hpp"
#include "sim/base/result.hpp"
#include "sim/school/school.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stairwise {

/// The only way from one school to the next. A change puts an element as it shall be – in place of the one of that id,
/// else as the last of its list – or takes one away.

struct PutSpace {
    StoreyId storey; // none: the grounds
    Space space;
    friend bool operator==(const PutSpace&, const PutSpace&) = default;
};
struct PutDoor {
    StoreyId storey;
    Door door;
    friend bool operator==(const PutDoor&, const PutDoor&) = default;
};
struct PutObstacle {
    StoreyId storey; // none: the grounds
    Obstacle obstacle;
    friend bool operator==(const PutObstacle&, const PutObstacle&) = default;
};
struct PutEquipment {
    StoreyId storey; // none: the grounds
    Equipment equipment;
    friend bool operator==(const PutEquipment&, const PutEquipment&) = default;
};
/// Whole, with what stands on it; storeys are kept in order of their number.
struct PutStorey {
    BuildingId building;
    Storey storey;
    friend bool operator==(const PutStorey&, const PutStorey&) = default;
};
struct PutStair {
    BuildingId building;
    Stair stair;
    friend bool operator==(const PutStair&, const PutStair&) = default;
};
/// The name of a building; a new one is empty.
struct PutBuilding {
    BuildingId id;
    std::string name;
    friend bool operator==(const PutBuilding&, const PutBuilding&) = default;
};
/// What the file says of the whole.
struct PutTitle {
    std::string name;
    std::string source;
    CodeSettings code;
    friend bool operator==(const PutTitle&, const PutTitle&) = default;
};
/// A whole school: an import.
struct PutSchool {
    std::shared_ptr<const School> school;
    friend bool operator==(const PutSchool&, const PutSchool&) = default;
};
/// An element with all that stands in it. No effect where there is none.
struct Remove {
    std::string id;
    friend bool operator==(const Remove&, const Remove&) = default;
};
using Change = std::variant<PutSpace, PutDoor, PutObstacle, PutEquipment, PutStorey, PutStair, PutBuilding, Gate,
                            AssemblyArea, SchoolClass, Staff, PutTitle, PutSchool, Remove>;

/// What one press of undo takes back.
struct Edit {
    Message name; // for people: "Draw a room"
    std::vector<Change> changes;
    friend bool operator==(const Edit&, const Edit&) = default;
};

/// The school after the edit, or why there is none (the school stays as it is). What has lost its hold goes with what
/// held it: doors on no wall any more, references to what is gone, storeys a stair no longer finds, guesses about
/// fields that a person has now said. Whatever comes out can be saved and read again.
[[nodiscard]] Result<School> apply(const School& school, const Edit& edit);

/// "R12": the prefix and the lowest number that no id of the school has, from `after` + 1.
[[nodiscard]] std::string freeId(const School& school, std::string_view prefix, int after = 0);

/// The id of what a change puts or removes; empty for the title and a whole school.
[[nodiscard]] std::string idOf(const Change& change);

/// Where an element stands: its storey, or none for the grounds and for what stands on no storey. Nothing: no such id.
[[nodiscard]] std::optional<StoreyId> storeyOf(const School& school, std::string_view id);
[[nodiscard]] const Building* buildingOf(const School& school, const StoreyId& storey); // null: none

}
