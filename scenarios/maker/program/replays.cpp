#include "scenarios/maker/replay_measures.hpp"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

// Walks the documented events and ordinary days again: stairwise_replays SEEDS [NAME…]
// Prints a table of medians, a line a replay, and by how much each single switch lowers the index (docs/replays.md).
namespace {

using namespace stairwise;
using namespace stairwise::samples;

std::vector<Replayed> runsOf(const Replay& replay, std::uint64_t seeds)
{
    std::vector<Replayed> runs(seeds);
    std::atomic<std::uint64_t> next = 0;
    const auto work = [&] {
        for (std::uint64_t i = next++; i < seeds; i = next++) runs[i] = replayed(replay, i + 1);
    };
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) workers.emplace_back(work);
    for (std::thread& worker : workers) worker.join();
    return runs;
}

}

int main(int count, char** words)
{
    const std::uint64_t seeds = count > 1 ? std::strtoull(words[1], nullptr, 10) : 0;
    if (seeds == 0 || seeds > 1000) {
        std::fprintf(stderr, "stairwise_replays SEEDS [NAME...]: 1 to 1000 seeds\n");
        return 2;
    }
    const auto wanted = [&](const std::string& name) {
        return count < 3 || std::any_of(words + 2, words + count, [&](const char* word) { return name == word; });
    };
    std::printf("%s", tableHead().c_str());
    std::vector<std::pair<std::string, double>> indices;
    std::string switches;
    for (const Replay& replay : replays()) {
        if (!wanted(replay.name)) continue;
        const std::vector<Replayed> runs = runsOf(replay, seeds);
        std::printf("%s", tableLine(replay, runs).c_str());
        std::fflush(stdout);
        indices.emplace_back(replay.name, medianIndex(runs));
        for (const auto& [name, index] : indices)
            if (name == replay.against && index > 0.0)
                switches += replay.name + ": index " +
                            std::to_string(static_cast<int>(100.0 * (indices.back().second / index - 1.0))) +
                            " % against " + name + "\n";
    }
    std::printf("\n%s", switches.c_str());
    return 0;
}
