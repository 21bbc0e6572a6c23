#pragma once

#include "sim/base/progress.hpp"
#include "sim/run/run.hpp"

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
    std::filesystem::path folder; // where trace and results go
    int runs = 1;                 // with seeds scenario.seed, + 1, …; the first one is played
    bool measures = true;
};

struct RunState {
    double fraction = 0.0;         // 0 … 1 of the whole order
    double simulatedSeconds = 0.0; // of the first run: as far as its trace can be played
    std::size_t out = 0;
    std::size_t people = 0;
    int runsDone = 0;
    int runs = 1;
    double secondsLeft = 0.0; // estimate; 0: not known yet
};

/// What came out. The first run whole, of each further run what a band is drawn from.
struct RunOutcome {
    RunOrder order;
    std::shared_ptr<const RunResult> result; // null where it was cancelled or refused
    std::vector<RunResult> further;          // without persons, maps and secondHashes
    std::filesystem::path trace;
    std::optional<Fault> fault;
};

/// One order at a time in the background; a new one cancels the old one. Results are those of the command line on the
/// same files.
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
