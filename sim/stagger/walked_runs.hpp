#pragma once

#include "sim/base/result.hpp"
#include "sim/stagger/plan_runs.hpp"

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace stairwise {

/// What a search has walked, by what was asked of each walk. A search that was stopped and begins anew with these finds
/// what it had found, at once, and goes on. It may be asked and filled from several threads.
class WalkedRuns {
public:
    [[nodiscard]] std::optional<PlanRun> plan(const Digest& asked) const;
    [[nodiscard]] std::optional<PlanWalker::ClassAlone> alone(const Digest& asked) const;
    void add(const Digest& asked, const PlanRun& run);
    void add(const Digest& asked, const PlanWalker::ClassAlone& run);
    [[nodiscard]] std::size_t size() const;

private:
    friend std::string bytesOf(const WalkedRuns&, const Digest&);
    friend Done fill(WalkedRuns&, std::string_view, const std::string&, const Digest&);
    using Key = std::pair<std::uint64_t, std::uint64_t>;
    mutable std::mutex mutex_;
    std::map<Key, PlanRun> plans_;
    std::map<Key, PlanWalker::ClassAlone> alone_;
};

/// Hash of all that a search walks in: school, scenario, floors, limit, gate. Other rules may change between two calls.
[[nodiscard]] Digest searchOf(const School& school, const Scenario& scenario, const Walkable& walkable, double limit,
                              const std::optional<GateModel>& gate);

/// The file (docs/files.md) and back. Refused: what is no such file or damaged, of another engine, of another search.
[[nodiscard]] std::string bytesOf(const WalkedRuns& runs, const Digest& search);
[[nodiscard]] Done fill(WalkedRuns& runs, std::string_view bytes, const std::string& name, const Digest& search);

}
