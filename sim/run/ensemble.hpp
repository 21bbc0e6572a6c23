#pragma once

#include "sim/run/run.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// Many runs of one scenario with different seeds, in which what nobody knows exactly varies too: how sure a figure is.

/// By how much the unknowns vary, each drawn anew for every run, evenly between both ends. All assumed but the second.
struct Varied {
    double speed = 0.1;           // all free speeds: factor 1 ± this
    double preMovement = 0.3;     // all pre-movement times: factor 1 ± this (a drill without notice takes 30 % more)
    std::int32_t stairWidth = 50; // every stair: a clear width less by this, as drawn, or more by this; millimetres
    double rows = 0.1;            // each class that comes row by row: in so much more or less time
    double late = 3.0;            // and up to so many seconds late
    double ignoring = 0.1;        // up to this share of the pupils who were given a way take the nearest instead
};
enum class Unknown { Speed, PreMovement, StairWidth, Ignoring };
inline constexpr std::size_t kUnknowns = 4;

/// What one run drew: factor, factor, metres, share.
using Draw = std::array<double, kUnknowns>;

struct EnsembleOptions {
    std::size_t runs = 0; // 1 … kMostRuns
    unsigned threads = 0; // 0: all cores; a run stays on one
    RiskLimits riskLimits;
    Varied varied;
};
inline constexpr std::size_t kMostRuns = 10000; // assumed: a night's work for the largest school

/// Over the runs in which it has a value; `of` of them.
struct Band {
    double median = 0.0;
    double low = 0.0; // 10 of 100 runs lie below
    double high = 0.0;
    std::size_t of = 0;
};
/// Nothing of no values. Between two values in proportion.
[[nodiscard]] std::optional<Band> bandOf(std::vector<double> values);

struct NamedBand {
    std::string id;
    std::string name;
    std::optional<Band> band;
};

/// One place that is a risk point in some of the runs.
struct EnsemblePoint {
    RiskPoint typical; // that of the run in the middle by riskIndex
    double shareOfRuns = 0.0;
    double topShare = 0.0;              // of all runs: in which it has one of the two top ranks
    Band from, to, peak, personSeconds; // over the runs in which it is one
    Band index;                         // riskIndex over all runs, nought in those without it
};

/// How much an unknown moves a figure: Spearman's rank correlation over the runs, −1 … 1. Nothing where the unknown did
/// not vary or the figure is the same in all runs.
struct Influence {
    Unknown unknown = Unknown::Speed;
    std::optional<double> onClearance;
    std::optional<double> onRisk; // the sum of riskIndex over all places
};

/// One run of them, in short.
inline constexpr std::size_t kOutShares = 50; // of all people, for the curve of who is out
struct RunSketch {
    std::uint64_t seed = 0;
    Draw draw{};
    Ending ending = Ending::Empty;
    std::optional<double> clearance;
    double risk = 0.0;                          // sum of riskIndex
    std::vector<std::optional<double>> classes; // last out, as RunResult::classes
    std::vector<std::optional<double>> rooms;   // clear, as RunResult::classes
    std::vector<std::optional<double>> assembled;
    std::vector<std::optional<double>> stairs; // clear
    std::vector<std::optional<double>> exits;
    std::vector<double> loads;                   // peaks, as RunResult::loads
    std::vector<std::optional<double>> outAfter; // seconds until so many shares of kOutShares were out; nothing: never
    std::vector<RiskPoint> points;
    std::vector<float> out; // seconds at which people were out of the building, ascending
    Digest digest;
};

struct EnsembleResult {
    std::size_t asked = 0;
    std::vector<RunSketch> runs; // in order; fewer than asked: it was stopped
    std::size_t notEmpty = 0;    // runs in which not everybody got out
    std::optional<Band> clearance;
    std::vector<NamedBand> classes, stairs, exits;
    std::vector<NamedBand> rooms, assembled; // of classes
    std::vector<Band> loads;                 // as RunResult::loads
    std::vector<EnsemblePoint> points;       // the most dangerous first
    std::vector<Influence> influences;       // the greatest first
    double topShare = 0.0;                   // of the runs that have a point of one of the two top ranks
    bool enough = false;                     // by rule (enoughRuns)
    double wallSeconds = 0.0;
};

/// The mean clearance moved by less than 1 % and its standard deviation by less than 5 % over the last ten runs, and
/// there are at least twenty (proposed after ISO 20414's convergence over repeated runs).
[[nodiscard]] bool enoughRuns(const std::vector<RunSketch>& runs);
/// Spearman's rank correlation; equal values share their rank. Nothing for less than three, or where one side is equal.
[[nodiscard]] std::optional<double> rankCorrelation(const std::vector<double>& a, const std::vector<double>& b);

/// Seeds count up from the scenario's. The same for every number of threads. Progress tells runs done.
[[nodiscard]] EnsembleResult ensembleOf(const School& school, const Scenario& scenario, const EnsembleOptions& options,
                                        CancelToken cancel, const Progress& progress);

}
