#pragma once

#include "sim/base/json_read.hpp"
#include "sim/school/school.hpp"

namespace stairwise {

/// The readers of the parts of a school file, each one a table of its struct. What one part says about another is
/// checked afterwards, by school_check.hpp.
void readBuilding(const JsonPlace& at, Building& out);
void readGrounds(const JsonPlace& at, Grounds& out);
void readClass(const JsonPlace& at, SchoolClass& out);
void readStaff(const JsonPlace& at, Staff& out);
void readGuess(const JsonPlace& at, Guess& out);
void readCode(const JsonPlace& at, CodeSettings& out);
void readSchool(const JsonPlace& at, School& out);

}
