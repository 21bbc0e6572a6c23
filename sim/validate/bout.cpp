#include "sim/validate/bout.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <thread>

namespace stairwise {
namespace {

double meanMetres(const Crowd& crowd)
{
    double sum = 0.0;
    for (const Crowd::Walked& walked : crowd.walked()) sum += walked.metres;
    return sum / static_cast<double>(crowd.walked().size());
}

}

CrowdDef defOf(const Bout& bout)
{
    CrowdDef def;
    def.walkable = &bout.lab->walkable;
    def.network = &bout.lab->network;
    def.walkers = bout.walkers;
    def.wishes = bout.wishes;
    def.columns = bout.columns;
    def.timeStep = bout.timeStep;
    def.seed = bout.seed;
    return def;
}

Record walked(const Bout& bout, const CancelToken& cancel)
{
    Crowd crowd(defOf(bout));
    Workers workers(1); // runs stand side by side, not the people of a run
    Record record;
    record.out.assign(bout.walkers.size(), -1.0);
    record.frames.push_back(crowd.frame());
    const auto every = std::max(1L, std::lround(bout.interval / bout.timeStep));
    for (long step = 1; crowd.inside() > 0 && crowd.time() < bout.limit - 1e-9 && !cancel.cancelled(); ++step) {
        crowd.step(workers);
        for (const Passed& passed : crowd.passed()) {
            record.passings.push_back({crowd.time(), passed});
            if (passed.gone) record.out[passed.person] = crowd.time();
        }
        if (step % every == 0) record.frames.push_back(crowd.frame());
        if (bout.metres > 0.0 && step % (10 * every) == 0 && meanMetres(crowd) >= bout.metres) break;
    }
    record.end = crowd.time();
    record.finished = crowd.inside() == 0;
    return record;
}

void eachRun(std::size_t count, const TrialOptions& options, const std::function<void(std::size_t)>& piece)
{
    Workers workers(options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency()));
    std::mutex telling;
    std::size_t done = 0;
    workers.forBlocks(
        count,
        [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t n = begin; n < end && !options.cancel.cancelled(); ++n) {
                piece(n);
                const std::lock_guard lock(telling);
                ++done;
                if (options.progress)
                    options.progress({static_cast<double>(done) / static_cast<double>(count), 0.0, done, count});
            }
        },
        1);
}

}
