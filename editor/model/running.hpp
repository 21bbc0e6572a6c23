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
    Language language = Language::English;
};

struct RunState {
    double fraction = 0.0;         // 0 … 1
    double simulatedSeconds = 0.0; // as far as its trace can be played
    std::size_t out = 0;
    std::size_t people = 0;
    double secondsLeft = 0.0;    // estimate; 0: not known yet
    std::filesystem::path trace; // can be opened and grows; empty: not yet, or nobody walks (hand calculation)
};

/// What came out.
struct RunOutcome {
    RunOrder order;
    std::shared_ptr<const Walkable> walkable; // that was walked on; null where nothing was run
    std::shared_ptr<const RunResult> result;  // null where the run was cancelled or refused
    std::filesystem::path trace;              // also of a run that was cancelled; empty: none
    bool cancelled = false;
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
