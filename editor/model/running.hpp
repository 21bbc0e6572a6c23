#pragma once

#include "sim/base/progress.hpp"
#include "sim/run/run.hpp"
#include "sim/words/words.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stairwise::editor {

/// What is asked of a run: the school and scenario as they were at that moment.
struct RunOrder {
    std::shared_ptr<const School> school;
    Scenario scenario;
    std::string scenarioFile;     // which of the document's
    std::filesystem::path folder; // where trace and results go; made where it is missing
    int runs = 1;                 // with seeds scenario.seed, + 1, …; the first one is played
    bool measures = true;         // density and crowded places of the first run
    bool furtherMeasures = false; // … of the others
    Language language = Language::English;
};

struct RunState {
    double fraction = 0.0;         // 0 … 1 of the whole order
    double simulatedSeconds = 0.0; // of the first run: as far as its trace can be played
    std::size_t out = 0;
    std::size_t people = 0;
    int runsDone = 0;
    int runs = 1;
    double secondsLeft = 0.0;    // estimate; 0: not known yet
    std::filesystem::path trace; // can be opened and grows; empty: not yet, or nobody walks (hand calculation)
};

/// What came out. The first run whole, of each further run what a band is drawn from.
struct RunOutcome {
    RunOrder order;
    std::shared_ptr<const Walkable> walkable;    // that was walked on; null where nothing was run
    std::shared_ptr<const RunResult> result;     // null where the first run was cancelled or refused
    std::vector<RunResult> further;              // in the order of seeds; without persons, maps and secondHashes
    std::vector<std::vector<double>> furtherOut; // of each: seconds at which people were out, ascending
    std::filesystem::path trace;                 // of the first run, also of one that was cancelled; empty: none
    bool cancelled = false;                      // some or all of it is missing
    std::optional<Fault> fault;
};

/// The name of the trace in the folder of results, and while it is written.
inline constexpr const char* kTraceFile = "walk.trace";
inline constexpr const char* kGrowingTrace = "running.trace";

/// One order at a time in the background; a new one cancels the old one, whose outcome is not told. Results are those
/// of the command line on the same files. While a run goes on its folder holds the growing trace beside the results
/// that were there before; these are replaced all at once when it has ended, and stay where it was cancelled.
class Runner {
public:
    Runner();
    ~Runner(); // cancels
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;
    void begin(RunOrder order);
    void cancel();
    [[nodiscard]] bool running() const;
    [[nodiscard]] RunState state() const;
    /// Once, when an order has ended.
    [[nodiscard]] std::optional<RunOutcome> takeOutcome();
    void wait(); // until it has ended: for scripts and tests

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
