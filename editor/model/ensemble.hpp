#pragma once

#include "editor/model/curves.hpp"
#include "sim/run/ensemble.hpp"

#include <memory>
#include <vector>

namespace stairwise::editor {

/// The ensemble of the library (sim/run/ensemble.hpp), walked in the background beside the run that is shown: the same
/// as `stairwise simulate --runs` gives of the same files.

/// Enough to be told as enough (enoughRuns).
inline constexpr std::size_t kUsualRuns = 20;

struct EnsembleOrder {
    std::shared_ptr<const School> school;
    Scenario scenario;
    std::size_t runs = kUsualRuns;
    RiskLimits limits; // of the run shown
};

/// How many have passed by each second: the middle of the runs, and between which values eight of ten lie.
struct CurveBand {
    std::vector<double> low;
    std::vector<double> median;
    std::vector<double> high;
};
/// A run that has ended stays at its last count.
[[nodiscard]] CurveBand bandOver(const std::vector<Curve>& runs);

struct Ensemble {
    EnsembleResult result;
    CurveBand out; // of the whole school
};
[[nodiscard]] Ensemble walkedEnsemble(const EnsembleOrder& order, CancelToken cancel, const Progress& progress);

struct Editor;
/// So many runs beside the run that is shown or under way; where neither is there, the scenario in work is walked
/// first.
void startEnsemble(Editor& editor, std::size_t runs);
/// Of the run that has just ended.
void followWithEnsemble(Editor& editor);
/// Takes up what has been walked.
void takeEnsemble(Editor& editor);
/// None of this run any more; one under way is stopped, and nothing is told of it.
void dropEnsemble(Editor& editor);

}
