#include "sim/run/many_runs.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace stairwise {

void manyRuns(std::size_t count, unsigned threads, CancelToken cancel, const std::function<RunOne()>& worker)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        const RunOne run = worker();
        while (!cancel.cancelled()) {
            const std::size_t number = next.fetch_add(1);
            if (number >= count) return;
            run(number);
        }
    };
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < std::min<std::size_t>(threads > 0 ? threads : cores, count); ++t)
        others.emplace_back(work);
    work();
}

}
