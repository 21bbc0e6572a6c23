#pragma once

#include "sim/stagger/slots.hpp"

namespace stairwise {

/// A plan of slots in the making. Used by slots.cpp alone.

inline constexpr double kLatestSlot = 7200.0; // seconds: nobody waits longer (assumed: two hours)

/// What stands at each place at each tick.
class SlotBoard {
public:
    explicit SlotBoard(const SlotProblem& problem);
    [[nodiscard]] bool bears(const SlotOption& option, double time) const;
    [[nodiscard]] bool bears(const PlaceUse& use, double time) const { return bears(use, ticksOf(time)); }
    void put(const SlotOption& option, double time, double sign);
    [[nodiscard]] const std::vector<std::vector<double>>& loads() const { return loads_; }

private:
    [[nodiscard]] std::size_t ticksOf(double time) const;
    [[nodiscard]] bool bears(const PlaceUse& use, std::size_t from) const;

    const SlotProblem* problem_;
    std::vector<std::vector<double>> loads_;
};

/// Jobs that are released at one moment, in the order of their numbers.
using SlotBundle = std::vector<std::uint32_t>;
/// Bundles that hold one another so near that they are placed one right after the other.
using SlotCluster = std::vector<SlotBundle>;

struct SlotWindow {
    double from = 0.0;
    double to = kLatestSlot;
};

/// What the rules say of each job, made once.
struct SlotLinks {
    explicit SlotLinks(const SlotProblem& problem);
    std::vector<std::vector<SlotOrder>> orders;     // by job: those that name it
    std::vector<SlotWindow> windows;                // by job: what windows, dues and orders leave of it
    std::vector<SlotCluster> clusters;              // every job in one, who must be first in front
    std::vector<std::uint32_t> clusterOf;           // by job
    std::vector<std::vector<std::uint32_t>> before; // by cluster: those of whom somebody must be released before it
};

struct SlotDraft {
    const SlotProblem& problem;
    const SlotLinks& links;
    SlotBoard board;
    SlotPlan plan;
    std::vector<bool> placed;

    SlotDraft(const SlotProblem& whole, const SlotLinks& its);
    [[nodiscard]] SlotWindow windowOf(const SlotBundle& bundle) const;
    /// Steps are counted from the signal; a window may begin between two of them.
    [[nodiscard]] double firstStep(double from) const;
    [[nodiscard]] bool allows(std::uint32_t job, const SlotOption& option, double time) const;
    void place(std::uint32_t job, std::uint32_t option, double time);
    void takeBack(std::uint32_t job, const SlotPlan& before);
    /// The moment and ways with which the cluster is done soonest; false: there are none.
    [[nodiscard]] bool put(const SlotCluster& cluster);

private:
    [[nodiscard]] bool tryAt(const SlotBundle& bundle, double time, std::vector<std::uint32_t>& options);
    [[nodiscard]] bool put(const SlotBundle& bundle);
    [[nodiscard]] bool putAt(const SlotBundle& bundle, double time);
};
[[nodiscard]] double priceOf(const SlotProblem& problem, std::uint32_t job, std::uint32_t option, double time);

/// The same order of clusters, but nobody before those who must be released first.
[[nodiscard]] std::vector<std::uint32_t> inTurn(const SlotLinks& links, const std::vector<std::uint32_t>& order);

}
