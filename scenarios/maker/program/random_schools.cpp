#include "scenarios/maker/random_run.hpp"

#include "sim/base/system.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/school/school_file.hpp"
#include "sim/words/words.hpp"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

// Runs random schools and tells which of them go wrong: stairwise_random_schools FIRST COUNT [FOLDER]
// With a folder, school and scenario of each that does are written there, to be run and looked at. Exit code 1: some
// do.
namespace {

using namespace stairwise;
using namespace stairwise::samples;

struct Tally {
    std::mutex door;
    std::atomic<std::uint64_t> next;
    std::uint64_t bad = 0;
    double agentSteps = 0.0;
    double stepSeconds = 0.0;
    double people = 0.0;
};

void write(const std::filesystem::path& folder, std::uint64_t seed, RandomCase made)
{
    const std::string name = "random-" + std::to_string(seed);
    made.scenario.school = name + ".school.json";
    for (const auto& [file, text] : {std::pair{name + ".school.json", formatSchool(made.school)},
                                     std::pair{name + ".scenario.json", formatScenario(made.scenario)}}) {
        const Done done = writeFile(folder / file, text);
        if (!done.ok()) std::fprintf(stderr, "%s\n", line(done.fault(), Language::English).c_str());
    }
}

void work(Tally& tally, std::uint64_t end, const char* folder)
{
    for (std::uint64_t seed = tally.next++; seed < end; seed = tally.next++) {
        const RandomCase made = randomCase(seed);
        const Verdict verdict = runAndJudge(seed, made);
        const std::lock_guard lock(tally.door);
        tally.agentSteps += static_cast<double>(verdict.result.agentSteps);
        tally.stepSeconds += verdict.result.stepSeconds;
        tally.people += static_cast<double>(verdict.result.people);
        if (verdict.faults.empty()) continue;
        ++tally.bad;
        std::printf("%s", toldAs(verdict).c_str());
        std::fflush(stdout);
        if (folder != nullptr) write(folder, seed, made);
    }
}

}

int main(int count, char** words)
{
    if (count < 3) {
        std::fprintf(stderr, "stairwise_random_schools FIRST COUNT [FOLDER]\n");
        return 2;
    }
    const std::uint64_t first = std::strtoull(words[1], nullptr, 10);
    const std::uint64_t schools = std::strtoull(words[2], nullptr, 10);
    Tally tally;
    tally.next = first;
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        workers.emplace_back([&] { work(tally, first + schools, count > 3 ? words[3] : nullptr); });
    for (std::thread& worker : workers) worker.join();
    std::printf(
        "%llu random schools from seed %llu, %.0f people: %llu went wrong (%.2e agent-steps in %.1f s of steps)\n",
        static_cast<unsigned long long>(schools), static_cast<unsigned long long>(first), tally.people,
        static_cast<unsigned long long>(tally.bad), tally.agentSteps, tally.stepSeconds);
    return tally.bad == 0 ? 0 : 1;
}
