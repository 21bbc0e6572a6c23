#pragma once

#include "sim/base/json_write.hpp"
#include "sim/school/school.hpp"

namespace stairwise {

/// The members of each element of a school as its file holds them; the reverse of school_read.hpp.
void putSpace(JsonWriter& writer, const Space& space);
void putDoor(JsonWriter& writer, const Door& door);
void putObstacle(JsonWriter& writer, const Obstacle& obstacle);
void putEquipment(JsonWriter& writer, const Equipment& equipment);
void putStorey(JsonWriter& writer, const Storey& storey);
void putStair(JsonWriter& writer, const Stair& stair);
void putBuilding(JsonWriter& writer, const Building& building);
void putGate(JsonWriter& writer, const Gate& gate);
void putAssemblyArea(JsonWriter& writer, const AssemblyArea& area);
void putClass(JsonWriter& writer, const SchoolClass& schoolClass);
void putStaff(JsonWriter& writer, const Staff& staff);

}
