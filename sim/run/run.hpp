#pragma once

#include "sim/base/finding.hpp"
#include "sim/base/hash.hpp"
#include "sim/base/progress.hpp"
#include "sim/egress/bound.hpp"
#include "sim/risk/density.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/trace/frame.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace stairwise {

/// The only place where the parts are put together: one school, one scenario, one run.

/// Raised with every wanted change of results ([result] in the CHANGELOG).
inline constexpr int kEngineNumber = 1;

enum class Ending { Empty, TimeLimit, Clogged, Trapped, Cancelled };

struct PersonResult {
    std::string group;              // class id, "staff", "listed", "fill"
    std::string from;               // surface element it started on
    double released = 0.0;          // seconds: first allowed to walk (release and pre-movement)
    std::optional<double> leftRoom; // seconds: left the surface it started on
    std::optional<double> out;      // seconds: left the building (crossed an exit or removal line)
    std::optional<double> arrived;  // seconds: reached assembly area or gate, where that is the goal
    std::string exit;               // door, gate or line by which it left
    double walked = 0.0;            // metres along the surfaces
    double waited = 0.0;            // seconds slower than 0.2 m/s after release
    std::string barredBy;           // trapped: the door or stair that bars the way
};

struct ClassResult {
    std::string id;
    std::string name;
    int people = 0;
    int out = 0;
    double released = 0.0;           // seconds, planned
    std::optional<double> firstLeft; // seconds, first out of the room
    std::optional<double> roomClear; // seconds, last out of the room
    std::optional<double> lastOut;   // seconds, out of the building; only if all are
    std::optional<double> assembled; // seconds, all at the assembly area
};

/// A stair or an exit over the run.
struct PassageResult {
    std::string id;
    std::string name;
    double width = 0.0; // clear, metres
    int passed = 0;
    std::optional<double> first; // seconds
    std::optional<double> last;
    std::optional<double> clear; // seconds, only if nobody remains who could come
    double peakFlow = 0.0;       // persons per metre and second, greatest mean over 10 s
};

struct NamedPlace {
    std::string name; // for people, in the language of the run's words
    std::string storey;
    CrowdedPlace place;
};

struct RunResult {
    std::string school;
    std::string scenario;
    std::uint64_t seed = 0;
    Ending ending = Ending::Empty;
    std::size_t people = 0;
    std::size_t evacuated = 0; // out of the building
    std::size_t remaining = 0;
    std::size_t trapped = 0;
    double endTime = 0.0;            // simulated seconds
    std::optional<double> clearance; // seconds; nothing unless everybody is out
    std::optional<double> assembled; // seconds; everybody at the goal beyond the exit
    std::optional<LowerBound> bound;
    std::vector<ClassResult> classes;
    std::vector<PassageResult> stairs;
    std::vector<PassageResult> exits;
    std::vector<CrowdedPlace> crowdedPlaces; // ten at most, worst first
    std::vector<DensityMap> maps;            // as the walkable surfaces
    std::vector<PersonResult> persons;
    std::vector<Finding> findings;
    std::uint64_t agentSteps = 0;
    double wallSeconds = 0.0; // the whole run, set-up included
    double stepSeconds = 0.0; // inside the step, hashing included
    Digest schoolHash;
    Digest scenarioHash;
    Digest walkableHash;
    std::vector<Digest> secondHashes; // state at every whole second
    Digest digest;                    // every person's path and times; nothing of the machine
};

/// Nothing unless everybody is out.
[[nodiscard]] std::optional<double> clearanceTime(const RunResult& result);

struct RunOptions {
    unsigned threads = 0; // 0: all cores
    bool measures = true; // density and crowded places
    bool bound = true;
};

[[nodiscard]] RunResult simulate(const School& school, const Scenario& scenario, const RunOptions& options,
                                 std::span<const FrameSink> sinks, CancelToken cancel, const Progress& progress);

/// The head of the trace of a run, for writers of trace files.
[[nodiscard]] TraceHead traceHeadOf(const School& school, const Scenario& scenario);

}
