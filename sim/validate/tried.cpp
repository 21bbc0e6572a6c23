#include "sim/validate/trial.hpp"

#include <chrono>

namespace stairwise {

Tried tried(const Trial& trial, const TrialOptions& options)
{
    const auto begin = std::chrono::steady_clock::now();
    Tried done{trial.id, trial.name, trial.asked, trial.source, trial.run(options), 0.0};
    // What was broken off has shown nothing, whatever its first runs say.
    if (options.cancel.cancelled() && done.outcome.verdict == Verdict::Pass) done.outcome.verdict = Verdict::Fail;
    done.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return done;
}

}
