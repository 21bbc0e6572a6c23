#pragma once

#include "sim/risk/flow_measures.hpp"
#include "sim/validate/lab.hpp"
#include "sim/validate/trial.hpp"

#include <functional>
#include <vector>

namespace stairwise {

/// One run of a trial: who walks where and for how long. The lab outlives it.
struct Bout {
    const Lab* lab = nullptr;
    std::vector<Walker> walkers;
    std::vector<Wish> wishes;
    std::vector<Column> columns;
    std::uint64_t seed = 1;
    double limit = 600.0;   // simulated seconds
    double metres = 0.0;    // who goes round and round: until they have walked so far on the mean; 0: no end
    double interval = 0.3;  // seconds between frames; several time steps
    double timeStep = 0.05; // seconds
};

/// What was seen of it.
struct Record {
    std::vector<Frame> frames; // from the start on
    struct Passing {
        double time = 0.0; // seconds
        Passed what;
    };
    std::vector<Passing> passings;
    std::vector<double> out; // by person, seconds; negative: still inside at the end
    double end = 0.0;        // seconds
    bool finished = false;   // everybody was out before the limit (never on a closed track)
};
[[nodiscard]] CrowdDef defOf(const Bout& bout);
/// Walks until nobody is inside, the limit is reached or the work is cancelled.
[[nodiscard]] Record walked(const Bout& bout, const CancelToken& cancel);

/// Does pieces 0 … count − 1, as many at once as options.threads says, and tells how many are done. Piece n writes what
/// belongs to n alone, so that the number of threads changes nothing. A cancelled trial leaves the rest out.
void eachRun(std::size_t count, const TrialOptions& options, const std::function<void(std::size_t)>& piece);

}
