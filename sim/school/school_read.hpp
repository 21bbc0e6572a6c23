#pragma once

#include "sim/base/json_read.hpp"
#include "sim/school/school.hpp"

namespace stairwise {

/// The readers of the parts of a school file, each one a table of its struct. What one part says about another is
/// checked afterwards, by school_check.hpp.
void readSpace(const JsonPlace& at, Space& out);
void readOutdoorSpace(const JsonPlace& at, Space& out); // of the grounds
void readDoor(const JsonPlace& at, Door& out);
void readObstacle(const JsonPlace& at, Obstacle& out);
void readEquipment(const JsonPlace& at, Equipment& out);
void readStorey(const JsonPlace& at, Storey& out);
void readStair(const JsonPlace& at, Stair& out);
void readGate(const JsonPlace& at, Gate& out);
void readAssemblyArea(const JsonPlace& at, AssemblyArea& out);
void readBuilding(const JsonPlace& at, Building& out);
void readGrounds(const JsonPlace& at, Grounds& out);
void readClass(const JsonPlace& at, SchoolClass& out);
void readStaff(const JsonPlace& at, Staff& out);
void readGuess(const JsonPlace& at, Guess& out);
void readCode(const JsonPlace& at, CodeSettings& out);
void readSchool(const JsonPlace& at, School& out);

}
