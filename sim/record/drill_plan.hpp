#pragma once

#include "sim/base/result.hpp"
#include "sim/record/dates.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stairwise {

/// The drill plan 演练方案: what a person said, what follows from school and scenario, and what was simulated, each in
/// its own part. What is not known stays empty and is listed.

enum class DrillKind { Fire, Earthquake, Stampede, SchoolBus, Security, Other };

struct Team {
    std::string name; // 疏散引导组
    std::string leader;
    std::vector<std::string> members;
    std::string duties;
    friend bool operator==(const Team&, const Team&) = default;
};
/// Two texts that belong together: a post and who holds it, a class and its place, a case and what is done.
struct SaidPair {
    std::string what;
    std::string text;
    friend bool operator==(const SaidPair&, const SaidPair&) = default;
};
struct Phase {
    std::string name;
    std::optional<double> seconds; // how long it lasts
    friend bool operator==(const Phase&, const Phase&) = default;
};

/// What nobody can work out: people say it. Empty: not said yet.
struct SaidOfDrill {
    std::string number; // of the document
    std::string author;
    std::string reviewer;
    std::string principal;
    std::optional<Date> date;
    std::string time;  // "10:00"
    std::string place; // of the drill
    DrillKind kind = DrillKind::Fire;
    std::string scope; // "school", or a building, grade or class (F6)
    std::string purpose;
    std::string commander;
    std::string signal;
    std::string notice; // how people are told of the drill beforehand
    std::vector<Phase> phases;
    std::vector<Team> teams;
    std::vector<SaidPair> wardens;   // post → name
    std::vector<SaidPair> places;    // class → its place at the assembly area
    std::vector<SaidPair> helpers;   // class → who helps its assisted pupils; no pupil's name
    std::vector<SaidPair> equipment; // what → where, how many
    std::vector<SaidPair> answers;   // what may go wrong → what is done then
    friend bool operator==(const SaidOfDrill&, const SaidOfDrill&) = default;
};

struct PlannedClass {
    std::string id;
    std::string name;
    int pupils = 0;
    int assisted = 0;
    std::string room;
    std::vector<std::string> stairs; // by name
    std::vector<std::string> exits;
    std::optional<int> order;      // 1: leaves first; classes that leave together share it
    std::optional<double> release; // seconds after the signal
    std::string area;              // assembly area
};
/// What follows from school and scenario.
struct DerivedOfDrill {
    std::string school;
    std::string scenario;
    std::string situation; // "fire"
    int classes = 0;
    int pupils = 0;
    int staff = 0;
    double takeCover = 0.0; // seconds
    std::vector<PlannedClass> participants;
    std::vector<std::string> posts;   // stairs with the storey at which somebody should stand
    std::vector<std::string> blocked; // ways that are taken to be shut
};

/// A time over many runs: the median, and where 10 and 90 of 100 runs lie. Seconds.
struct PredictedTime {
    std::string id;
    std::string name;
    std::optional<double> low, median, high;
    int runs = 0; // with a value
};
struct PlannedRisk {
    std::string place;
    std::string storey;
    int rank = 1; // 1 green … 5 black
    double from = 0.0;
    double to = 0.0;
    double shareOfRuns = 0.0;
    std::vector<std::string> why;
    std::vector<std::string> help;
};
/// All simulated.
struct SimulatedOfDrill {
    int engine = 0;
    std::string digest; // of the run with the scenario's own seed
    int runs = 0;
    int notEmpty = 0; // runs in which not everybody got out
    bool enough = false;
    std::optional<double> lowerBound;
    PredictedTime clearance;
    std::vector<PredictedTime> rooms;     // of classes: the last has left the room
    std::vector<PredictedTime> classes;   // … is out of the building
    std::vector<PredictedTime> assembled; // … is at the assembly area
    std::vector<PredictedTime> stairs;    // clear
    std::vector<PredictedTime> exits;
    std::vector<PlannedRisk> risks; // the most dangerous, kMostRisks at most
    int otherRisks = 0;             // that were found besides
};
inline constexpr std::size_t kMostRisks = 20; // assumed: for more nobody has an answer in mind

struct DrillPlan {
    std::string drill; // its handle: "2026-03-fire"
    SaidOfDrill said;
    DerivedOfDrill derived;
    SimulatedOfDrill simulated;
};

/// Keys of the words for what is still empty, in the order of the plan: "plan.commander".
[[nodiscard]] std::vector<std::string_view> notKnown(const DrillPlan& plan);

[[nodiscard]] std::string_view codeOf(DrillKind kind);
/// Of its name in sim/words.
[[nodiscard]] std::string_view keyOf(DrillKind kind);
[[nodiscard]] std::optional<DrillKind> drillKindOf(std::string_view code);

/// Canonical JSON, "stairwise-plan".
[[nodiscard]] std::string formatPlan(const DrillPlan& plan);
[[nodiscard]] Result<DrillPlan> parsePlan(std::string_view text, const std::string& file);

}
