#pragma once

#include "sim/egress/check.hpp"
#include "sim/egress/places.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace stairwise {

/// The design code: every rule is a row of a table or one small function, and every figure stands in a Clause with its
/// source. Figures that were written down from memory say so in their source.

enum class Code { Gb50099, Gb50016, Gb55037 };
/// Which codes a school is held against. Gb50099 is for primary and secondary schools; others are held against the
/// general fire codes. Strictest: the stricter of 50099 and 55037 for schools, of 50016 and 55037 for others.
[[nodiscard]] std::vector<Code> codesInForce(const CodeSettings& settings);

struct Clause {
    Code code = Code::Gb50099;
    double limit = 0.0;
    std::string_view source;
};
/// The largest limit among the codes in force; nothing where none of them has one.
[[nodiscard]] std::optional<Clause> strictest(std::span<const Clause> clauses, const std::vector<Code>& codes);

/// What rules look at.
struct Site {
    const School& school;
    const Walkable& walkable;
    const Network& network;
    std::vector<Code> codes;

    [[nodiscard]] bool holds(Code code) const;
};
using Rule = void (*)(const Site& site, std::vector<Finding>& findings);

/// All breaches of the codes that school.code names.
[[nodiscard]] std::vector<Finding> codeFindings(const School& school, const Walkable& walkable, const Network& network);

// The rules, by file.
void checkStairs(const Site& site, std::vector<Finding>& findings);         // code_stairs.cpp
void checkCorridors(const Site& site, std::vector<Finding>& findings);      // code_corridors.cpp
void checkDoors(const Site& site, std::vector<Finding>& findings);          // code_doors.cpp
void checkClassroomDoors(const Site& site, std::vector<Finding>& findings); // code_doors.cpp
void checkDistances(const Site& site, std::vector<Finding>& findings);      // code_distances.cpp
void checkTotalWidths(const Site& site, std::vector<Finding>& findings);    // code_widths.cpp
void checkStoreys(const Site& site, std::vector<Finding>& findings);        // code_widths.cpp

/// Storeys of a code's tables and the widths that 100 persons need there.
struct WidthQuestion {
    int fireGrade = 1;
    int storey = 1;  // 1 is the ground storey
    int storeys = 1; // of the building, above ground
};
[[nodiscard]] std::optional<Clause> widthPer100(Code code, const WidthQuestion& question);

}
