#include "sim/run/run.hpp"
#include "sim/scenario/scenario_file.hpp"
#include "sim/words/words.hpp"

#include <charconv>
#include <cstdio>
#include <string_view>

// One run's digest and the hash of its hand calculation: stairwise_digest SCENARIO THREADS. The walking and nothing
// above it, so that a further compiler or optimisation costs a small build.
int main(int count, char** arguments)
{
    using namespace stairwise;
    RunOptions options;
    options.bound = false;
    const std::string_view threads = count == 3 ? arguments[2] : "";
    const auto read = std::from_chars(threads.data(), threads.data() + threads.size(), options.threads);
    if (threads.empty() || read.ec != std::errc() || read.ptr != threads.data() + threads.size()) {
        std::fprintf(stderr, "stairwise_digest SCENARIO THREADS\n");
        return 2;
    }
    const auto input = readCase(arguments[1]);
    if (!input) {
        std::fprintf(stderr, "%s\n", line(input.fault(), Language::English).c_str());
        return 2;
    }
    const RunResult result = simulate(input.value().school, input.value().scenario, options, {}, {}, {});
    std::printf("%s %s\n", result.digest.hex().c_str(), result.hand ? result.hand->digest.hex().c_str() : "-");
}
