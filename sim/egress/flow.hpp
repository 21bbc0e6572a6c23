#pragma once

#include "sim/egress/ways.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace stairwise {

/// The network of a lower bound: usable passages with their capacity, what lies between them in seconds at best, and
/// the people who start. Nothing of geometry any more.
struct FlowWay {
    PassageIndex passage = 0;
    double capacity = 0.0;        // persons per second
    std::optional<double> beyond; // seconds to the goal after crossing, where the goal lies beyond
    double toGo = 0.0;            // seconds to the goal at best, from before crossing
};
struct FlowLink {
    std::uint32_t from = 0; // ways
    std::uint32_t to = 0;
    double seconds = 0.0;
};
struct FlowSource {
    double people = 0.0;
    double earliest = 0.0;           // seconds
    std::vector<std::uint32_t> ways; // any of these first; empty: no way to the goal
};
struct FlowGraph {
    std::vector<FlowWay> ways;
    std::vector<FlowLink> links; // sorted by from, to
    std::vector<FlowSource> sources;
};

/// Drops ways that cannot reach the goal and ways into dead ends, and fills toGo.
void prune(FlowGraph& graph, const std::vector<Passage>& passages);

/// The least time in which all chosen sources' people can be at the goal if those people may start at any of the chosen
/// sources: the quickest flow over time from one start. (Ford and Fulkerson 1958: temporally repeated paths of a static
/// flow of least cost carry most in a given time; here by shortest augmenting paths.)
struct Quickest {
    double seconds = 0.0;
    std::vector<PassageIndex> binding; // passages of the smallest cut at that time, the tightest first
};
[[nodiscard]] Quickest quickestOf(const FlowGraph& graph, const std::vector<bool>& chosen);

/// Sources that together have more people than can be at the goal within `seconds`: the source side of the smallest cut
/// of a flow over layers of time. All false where everybody gets there. Rounds in favour of the people throughout.
[[nodiscard]] std::vector<bool> crowdedOut(const FlowGraph& graph, double seconds, std::uint32_t layers);

/// The least time in which everybody can be at the goal, each from the own source: quickestOf over the sources that
/// bind most (Hoppe and Tardos 2000: a time suffices if it suffices for every set of sources), found by asking
/// crowdedOut for a set that is too slow, and stopping where it finds none.
[[nodiscard]] Quickest quickestForAll(const FlowGraph& graph);

}
