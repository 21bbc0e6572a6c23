#pragma once

#include "sim/run/run.hpp"
#include "sim/walkable/walkable.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace stairwise {

/// A run that was stopped, with all that it takes to go on: one file, *.checkpoint (docs/files.md).
struct Checkpoint {
    int engine = 0;
    Digest school, scenario, walkable;
    double time = 0.0; // simulated seconds
    std::string state; // RunResult::state
    std::string trace; // the trace file until then
};

/// `result` has kept its state.
[[nodiscard]] Checkpoint checkpointOf(const RunResult& result, std::string trace);

[[nodiscard]] std::string bytesOf(const Checkpoint& checkpoint);
/// `name` is told in faults.
[[nodiscard]] Result<Checkpoint> checkpointFrom(std::string_view bytes, const std::string& name);
[[nodiscard]] Result<Checkpoint> readCheckpoint(const std::filesystem::path& path);

/// Refused: of another engine, school, scenario (its seed is part of it) or floor.
[[nodiscard]] Done belongs(const Checkpoint& checkpoint, const School& school, const Scenario& scenario,
                           const Walkable& walkable);
[[nodiscard]] Fault damagedCheckpoint();

}
