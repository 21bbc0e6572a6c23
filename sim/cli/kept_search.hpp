#pragma once

#include "sim/scenario/scenario_file.hpp"
#include "sim/stagger/walked_runs.hpp"

#include <chrono>
#include <filesystem>

namespace stairwise {

/// What a search has walked, in the file that --state names. The file is written anew now and then, and at the end.
class KeptSearch {
public:
    /// Reads the file where there is one. Refused: one of another search; what cannot be written.
    [[nodiscard]] static Result<std::unique_ptr<KeptSearch>> open(const std::filesystem::path& file, const Case& input,
                                                                  const StaggerRules& rules);
    [[nodiscard]] WalkedRuns& runs() { return runs_; }
    void tick(); // after each walk
    [[nodiscard]] Done write();

private:
    KeptSearch(std::filesystem::path file, Digest search) : file_(std::move(file)), search_(search) {}

    std::filesystem::path file_;
    Digest search_;
    WalkedRuns runs_;
    std::chrono::steady_clock::time_point written_ = std::chrono::steady_clock::now();
};

}
