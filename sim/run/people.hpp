#pragma once

#include "sim/crowd/crowd.hpp"
#include "sim/egress/bound.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// School and scenario turned into people at their places, in the order of a stable key: the order in which a file
/// lists them changes nothing.
enum class Part { Other, Pupil, Assisted, Teacher }; // of a class; Teacher: its class teacher
struct Person {
    std::string group; // class id, "staff", "listed", "fill"
    Part part = Part::Other;
    std::optional<std::size_t> schoolClass; // index into School::classes
    double released = 0.0;                  // seconds: the release, pre-movement not counted
    double usualStart = 0.0;                // seconds: the release and the median pre-movement
    bool inRows = false;                    // its class leaves its room row by row (Release::over)
};

struct Start {
    std::vector<Person> persons; // as `walkers`
    std::vector<Walker> walkers;
    std::vector<Wish> wishes;
    std::vector<LeavingLine> lines;
    std::vector<std::string> lineIds; // as `lines`
    std::vector<Column> columns;
    std::vector<Sweep> sweeps;
    std::vector<Finding> findings; // people for whom there is no room, fields without effect here
};
/// The last release that names a class, or everybody; null: none. `own` null: of people without a class.
[[nodiscard]] const Release* releaseFor(const Scenario& scenario, const SchoolClass* own);
[[nodiscard]] Start startOf(const School& school, const Scenario& scenario, const Walkable& walkable,
                            const Network& network);

/// Places for people on a surface: an even square grid, as wide apart as holds `count` of them, none nearer to an edge
/// than its radius where there is room. Fewer than `count` if the surface cannot hold them even shoulder to shoulder.
[[nodiscard]] std::vector<Vec2> placesOn(const Surface& surface, std::size_t count, double radius);

/// What chance is drawn for before the first step (random.hpp).
enum : std::uint32_t { kPurposePreMovement = 101, kPurposeLevelSpeed = 102, kPurposeStairSpeed = 103 };
/// They walk over these surfaces; both outlive the crowd.
[[nodiscard]] CrowdDef crowdOf(const Scenario& scenario, const Walkable& walkable, const Network& network,
                               const Start& start);

}
