#pragma once

#include "sim/run/ensemble.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/walkable/walkable.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stairwise {

/// Two plans side by side: an ensemble of each with the same seeds and the same draws of what nobody knows, so that run
/// i of one is held against run i of the other.

enum class Compared { Clearance, Risk, Class, Stair, Exit, Place };
/// One figure of both plans. Times in seconds; risk in person-seconds above 5 per m² (riskIndex), of a place or of all.
struct ComparedFigure {
    Compared what = Compared::Clearance;
    std::string id;        // of the class, stair, exit; the element of the place
    std::string name;      // empty for clearance, risk and places
    std::optional<Band> a; // over all runs of each; nothing where it has none
    std::optional<Band> b;
    std::optional<Band> difference;            // b − a over the runs in which both have one
    std::optional<double> p;                   // signed-rank test, raised for all figures of its kind (paired.hpp)
    std::optional<std::size_t> pointA, pointB; // places: which of EnsembleResult::points
};
/// Is there a difference that chance alone hardly makes?
[[nodiscard]] bool isShown(const ComparedFigure& figure);

/// How many are out at a time, in percent of all, over the runs.
struct OutAt {
    double seconds = 0.0;
    Band percent;
};

struct ComparisonSide {
    const EnsembleResult& ensemble;
    const Walkable& walkable;
};
struct Comparison {
    std::vector<ComparedFigure> figures; // clearance, risk, classes, stairs, exits, places
    std::vector<OutAt> outA, outB;       // at the same times
    std::size_t pairs = 0;               // runs that both have
};
[[nodiscard]] Comparison comparisonOf(const ComparisonSide& a, const ComparisonSide& b);

/// Both ensembles, one after the other; the second has the seed of the first.
struct BothEnsembles {
    EnsembleResult a, b;
};
[[nodiscard]] BothEnsembles bothEnsembles(const Case& a, const Case& b, const EnsembleOptions& options,
                                          CancelToken cancel, const Progress& progress);

}
