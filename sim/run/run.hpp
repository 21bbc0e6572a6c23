#pragma once

#include "sim/base/finding.hpp"
#include "sim/base/hash.hpp"
#include "sim/base/progress.hpp"
#include "sim/base/result.hpp"
#include "sim/egress/bound.hpp"
#include "sim/egress/hydraulic.hpp"
#include "sim/risk/density.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/trace/frame.hpp"

#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace stairwise {

/// The only place where the parts are put together: one school, one scenario, one run.

/// Raised with every wanted change of results ([result] in the CHANGELOG).
inline constexpr int kEngineNumber = 3;

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
    std::vector<double> times;   // seconds, ascending: when each person last left the stair or crossed the exit outward
};

/// The hand calculation of the same people (hand.hpp), in the shape of a run's tables.
struct HandPassage {
    PassageResult times;             // peak flow per metre of clear width
    double effectiveWidth = 0.0;     // metres, of the narrowest part
    double mostFlow = 0.0;           // persons per metre of clear width and second that it passes at most; 0: no limit
    std::optional<double> bindsFrom; // seconds: people queue here …
    std::optional<double> bindsUntil;
    std::size_t longestQueue = 0; // persons
};
struct HandClass {
    ClassResult times;
    std::map<std::string, int> exits; // people by the exit that they leave by
    std::vector<std::string> stairs;  // that its people use
};
struct HandElement {
    std::string id;   // door, gate, flight; of an edge between two spaces both
    std::string into; // surface; empty: out
    HydraulicElement flow;
};
struct HandResult {
    std::optional<double> clearance; // seconds; nothing if somebody has no way
    std::optional<double> assembled;
    std::size_t people = 0;
    std::map<std::string, int> withoutWay; // people by group
    std::vector<HandClass> classes;
    std::vector<HandPassage> stairs;
    std::vector<HandPassage> exits;
    std::vector<HandElement> elements; // used by somebody
    std::size_t unheeded = 0;          // events after the first has set out: routes are not changed any more
    Digest digest;
};

/// The same run with the flow of doors and stairs capped (capped.hpp).
struct CappedResult {
    double flowCap = 0.0; // persons per metre and second
    Ending ending = Ending::Empty;
    std::size_t evacuated = 0;
    std::optional<double> clearance;
    std::optional<double> assembled;
    std::vector<ClassResult> classes;
    std::vector<PassageResult> stairs;
    std::vector<PassageResult> exits;
};

enum class Counted { Whole, Stair, Exit, SchoolClass };

/// Why agents and hand calculation part, with the two figures.
enum class Cause {
    OtherWay, // people of the class who left by another exit, of how many
    Way,      // seconds from the clear room to the last of the class out: queues, and who goes first where streams meet
    People,   // people who came this way
    Flow,     // agents' mean flow here, and the most that the hand calculation lets pass, per metre and second
    First,    // when the first came here
    Room,     // when the room was clear
    Walk,     // when the last began to walk, by hand the median: nothing but people's own speeds and delays is left
};
struct Reason {
    Cause cause = Cause::Walk;
    std::string id; // stair or exit; empty: what is compared itself
    double agents = 0.0;
    double hand = 0.0;
};
/// Where the two differ by more than a quarter.
struct Difference {
    Counted what = Counted::Whole;
    std::string id;
    double agents = 0.0; // seconds
    double hand = 0.0;
    std::vector<Reason> reasons;
};

/// Imposed: the limit holds only where the cap enforces it. That is never a pass.
enum class LimitState { Held, Imposed, Missed };
struct LimitCheck {
    Counted what = Counted::Whole; // Whole: time
    std::string id;
    double limit = 0.0;             // seconds; persons per metre and second
    std::optional<double> uncapped; // nothing: did not end, or was not run
    std::optional<double> capped;
    LimitState state = LimitState::Held;
};

/// Somebody who fell.
struct FallResult {
    std::size_t person = 0; // index into RunResult::persons
    std::string group;
    std::string place; // surface element
    double from = 0.0; // seconds
    double until = 0.0;
};

struct NamedPlace {
    std::string name; // for people, in the language of the run's words
    std::string storey;
    CrowdedPlace place;
};

struct RunResult {
    std::string school;
    std::string scenario;
    Model model = Model::Agents; // Hydraulic: nobody walked, the tables are the hand calculation's
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
    std::optional<double> flowCap; // of this run itself
    std::optional<HandResult> hand;
    std::optional<CappedResult> capped;
    std::vector<Difference> differences; // between agents and hand, the largest first
    std::vector<LimitCheck> limits;
    std::vector<ClassResult> classes;
    std::vector<PassageResult> stairs;
    std::vector<PassageResult> exits;
    std::vector<CrowdedPlace> crowdedPlaces; // ten at most, worst first
    std::vector<DensityMap> maps;            // as the walkable surfaces
    std::vector<PersonResult> persons;
    std::vector<FallResult> falls; // in the order in which they happened
    std::vector<Finding> findings;
    std::uint64_t agentSteps = 0;
    double wallSeconds = 0.0; // the whole run, set-up included
    double stepSeconds = 0.0; // inside the step, hashing included
    Digest schoolHash;
    Digest scenarioHash;
    Digest walkableHash;
    std::vector<Digest> secondHashes; // state at every whole second
    Digest digest;                    // every person's path and times; nothing of the machine
    std::string state;                // to go on from (checkpoint.hpp); of a stopped run, if it was asked for
};

/// Nothing unless everybody is out.
[[nodiscard]] std::optional<double> clearanceTime(const RunResult& result);

struct RunOptions {
    unsigned threads = 0; // 0: all cores
    bool measures = true; // density and crowded places
    bool bound = true;
    bool hand = true;    // the hand calculation beside the agents
    bool capped = false; // an evacuation without a cap is run a second time with one
    double stopAt = std::numeric_limits<double>::infinity(); // simulated seconds; ends as if cancelled
    bool keepState = false;                                  // RunResult::state
};

[[nodiscard]] RunResult simulate(const School& school, const Scenario& scenario, const RunOptions& options,
                                 std::span<const FrameSink> sinks, CancelToken cancel, const Progress& progress);
/// The same where floors, ways and people are there already (setting.hpp), made of this school and scenario.
struct Setting;
[[nodiscard]] RunResult simulate(const School& school, const Scenario& scenario, const Setting& setting,
                                 const RunOptions& options, std::span<const FrameSink> sinks, CancelToken cancel,
                                 const Progress& progress);

/// Goes on where a run was stopped: the result is that of a run which never was, for measures if that run had them. The
/// sinks get what comes now. Refuses a checkpoint of another school, scenario, seed or engine.
struct Checkpoint;
[[nodiscard]] Result<RunResult> goOn(const School& school, const Scenario& scenario, const Checkpoint& from,
                                     const RunOptions& options, std::span<const FrameSink> sinks, CancelToken cancel,
                                     const Progress& progress);
[[nodiscard]] Result<RunResult> goOn(const School& school, const Scenario& scenario, const Setting& setting,
                                     const Checkpoint& from, const RunOptions& options,
                                     std::span<const FrameSink> sinks, CancelToken cancel, const Progress& progress);

/// The head of the trace of a run, for writers of trace files.
[[nodiscard]] TraceHead traceHeadOf(const School& school, const Scenario& scenario, const Setting& setting);

}
