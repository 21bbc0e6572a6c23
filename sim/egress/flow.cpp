#include "sim/egress/flow.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace stairwise {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// Seconds to the goal from before each way; infinite where it is not reached.
void fillToGo(FlowGraph& graph)
{
    std::vector<std::vector<std::pair<std::uint32_t, double>>> before(graph.ways.size());
    for (const FlowLink& link : graph.links) before[link.to].emplace_back(link.from, link.seconds);
    using Entry = std::pair<double, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    for (std::uint32_t way = 0; way < graph.ways.size(); ++way) {
        graph.ways[way].toGo = graph.ways[way].beyond.value_or(kInfinite);
        if (graph.ways[way].beyond) queue.emplace(graph.ways[way].toGo, way);
    }
    while (!queue.empty()) {
        const auto [seconds, way] = queue.top();
        queue.pop();
        if (seconds > graph.ways[way].toGo) continue;
        for (const auto& [from, between] : before[way]) {
            if (seconds + between >= graph.ways[from].toGo) continue;
            graph.ways[from].toGo = seconds + between;
            queue.emplace(seconds + between, from);
        }
    }
}

/// Keeps the ways marked in `keep`.
void shrink(FlowGraph& graph, const std::vector<bool>& keep)
{
    std::vector<std::uint32_t> place(graph.ways.size(), 0);
    std::vector<FlowWay> ways;
    for (std::size_t way = 0; way < keep.size(); ++way) {
        place[way] = static_cast<std::uint32_t>(ways.size());
        if (keep[way]) ways.push_back(graph.ways[way]);
    }
    std::vector<FlowLink> links;
    for (const FlowLink& link : graph.links)
        if (keep[link.from] && keep[link.to]) links.push_back({place[link.from], place[link.to], link.seconds});
    for (FlowSource& source : graph.sources) {
        std::erase_if(source.ways, [&](std::uint32_t way) { return !keep[way]; });
        for (std::uint32_t& way : source.ways) way = place[way];
    }
    graph.ways = std::move(ways);
    graph.links = std::move(links);
}

}

void prune(FlowGraph& graph, const std::vector<Passage>& passages)
{
    // A way into a room leads on only if the room has another usable way out. (Out-links already leave out turning
    // back, so a way without links that does not end at the goal is a dead end.)
    for (bool again = true; again;) {
        std::vector<bool> keep(graph.ways.size(), false);
        for (std::size_t way = 0; way < keep.size(); ++way) keep[way] = graph.ways[way].beyond.has_value();
        for (const FlowLink& link : graph.links) keep[link.from] = true;
        again = std::ranges::find(keep, false) != keep.end();
        if (again) shrink(graph, keep);
    }
    fillToGo(graph);
    std::vector<bool> keep(graph.ways.size(), false);
    for (std::size_t way = 0; way < keep.size(); ++way) {
        const Passage& passage = passages[graph.ways[way].passage];
        keep[way] = graph.ways[way].toGo < kInfinite && passage.width > 0.0;
    }
    shrink(graph, keep);
}

Quickest quickestForAll(const FlowGraph& graph)
{
    // Coarse layers of time find nearly all sets in hundredths of a second, finer ones look for what they missed.
    constexpr std::uint32_t kLayers[] = {8, 16, 32};
    constexpr int kMostRounds = 12; // every round is a valid bound; two to four suffice in practice
    Quickest best = quickestOf(graph, std::vector<bool>(graph.sources.size(), true));
    for (const std::uint32_t layers : kLayers) {
        for (int round = 0; round < kMostRounds; ++round) {
            const auto late = crowdedOut(graph, best.seconds, layers);
            if (std::ranges::find(late, true) == late.end()) break;
            Quickest next = quickestOf(graph, late);
            if (next.seconds <= best.seconds * (1.0 + 1e-9)) break;
            best = std::move(next);
        }
    }
    return best;
}

}
