#include "sim/egress/flow.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <queue>

namespace stairwise {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kDust = 1e-12; // persons a second: what rounding leaves of a used-up capacity

struct Arc {
    std::uint32_t to = 0;
    double left = 0.0; // capacity still free
    double cost = 0.0; // seconds
};

/// Arcs come in pairs: 2i and its reverse 2i + 1.
struct Residual {
    std::vector<Arc> arcs;
    std::vector<std::vector<std::uint32_t>> outOf;

    void add(std::uint32_t from, std::uint32_t to, double capacity, double cost)
    {
        outOf[from].push_back(static_cast<std::uint32_t>(arcs.size()));
        arcs.push_back({to, capacity, cost});
        outOf[to].push_back(static_cast<std::uint32_t>(arcs.size()));
        arcs.push_back({from, 0.0, -cost});
    }
};

constexpr std::uint32_t kStart = 0;
constexpr std::uint32_t kEnd = 1;
std::uint32_t beforeOf(std::uint32_t way)
{
    return 2 + 2 * way;
}
std::uint32_t afterOf(std::uint32_t way)
{
    return 3 + 2 * way;
}

Residual residualOf(const FlowGraph& graph, const std::vector<bool>& chosen)
{
    Residual residual;
    residual.outOf.resize(2 + 2 * graph.ways.size());
    std::vector<double> earliest(graph.ways.size(), kInfinite);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (!chosen[i]) continue;
        for (const std::uint32_t way : graph.sources[i].ways)
            earliest[way] = std::min(earliest[way], graph.sources[i].earliest);
    }
    for (std::uint32_t way = 0; way < graph.ways.size(); ++way) {
        if (earliest[way] < kInfinite) residual.add(kStart, beforeOf(way), kInfinite, earliest[way]);
        residual.add(beforeOf(way), afterOf(way), graph.ways[way].capacity, 0.0);
        if (graph.ways[way].beyond) residual.add(afterOf(way), kEnd, kInfinite, *graph.ways[way].beyond);
    }
    for (const FlowLink& link : graph.links)
        residual.add(afterOf(link.from), beforeOf(link.to), kInfinite, link.seconds);
    return residual;
}

/// Shortest distances from the start by Dijkstra with potentials, which afterwards are those distances.
struct Search {
    std::vector<double> potential;
    std::vector<std::uint32_t> by; // arc one arrives by

    void run(const Residual& residual)
    {
        const std::size_t count = residual.outOf.size();
        std::vector<double> distance(count, kInfinite);
        by.assign(count, 0);
        using Entry = std::pair<double, std::uint32_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        distance[kStart] = 0.0;
        queue.emplace(0.0, kStart);
        while (!queue.empty()) {
            const auto [seconds, node] = queue.top();
            queue.pop();
            if (seconds > distance[node]) continue;
            for (const std::uint32_t index : residual.outOf[node]) {
                const Arc& arc = residual.arcs[index];
                if (arc.left <= kDust || potential[arc.to] == kInfinite) continue;
                const double reduced = std::max(0.0, arc.cost + potential[node] - potential[arc.to]);
                if (seconds + reduced >= distance[arc.to]) continue;
                distance[arc.to] = seconds + reduced;
                by[arc.to] = index;
                queue.emplace(distance[arc.to], arc.to);
            }
        }
        // What is out of reach now stays so: every later path follows arcs between nodes in reach.
        for (std::size_t node = 0; node < count; ++node) potential[node] += distance[node];
    }
};

double push(Residual& residual, const std::vector<std::uint32_t>& by)
{
    double least = kInfinite;
    for (std::uint32_t node = kEnd; node != kStart; node = residual.arcs[by[node] ^ 1U].to)
        least = std::min(least, residual.arcs[by[node]].left);
    for (std::uint32_t node = kEnd; node != kStart; node = residual.arcs[by[node] ^ 1U].to) {
        residual.arcs[by[node]].left -= least;
        residual.arcs[by[node] ^ 1U].left += least;
    }
    return least;
}

/// A passage holds people back for as long as lies between the arrivals before and behind it.
std::vector<PassageIndex> bindingOf(const FlowGraph& graph, const std::vector<double>& arrival, double seconds)
{
    std::vector<std::pair<double, PassageIndex>> held;
    for (std::uint32_t way = 0; way < graph.ways.size(); ++way) {
        const double from = std::min(arrival[beforeOf(way)], seconds);
        const double to = std::min(arrival[afterOf(way)], seconds);
        if (to - from > 1e-6 * (1.0 + seconds))
            held.emplace_back(-(to - from) * graph.ways[way].capacity, graph.ways[way].passage);
    }
    std::ranges::sort(held);
    std::vector<PassageIndex> binding;
    for (const auto& [carried, passage] : held) binding.push_back(passage);
    return binding;
}

}

Quickest quickestOf(const FlowGraph& graph, const std::vector<bool>& chosen)
{
    double people = 0.0;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (chosen[i]) people += graph.sources[i].people;
    if (people <= 0.0) return {};
    Residual residual = residualOf(graph, chosen);
    Search search;
    search.potential.assign(residual.outOf.size(), 0.0);
    double flow = 0.0;        // persons a second on all paths so far
    double flowSeconds = 0.0; // the same times the length of each path
    double seconds = kInfinite;
    for (;;) {
        search.run(residual);
        const double length = search.potential[kEnd];
        if (length >= seconds || length == kInfinite) break;
        const double more = push(residual, search.by);
        flow += more;
        flowSeconds += more * length;
        seconds = (people + flowSeconds) / flow;
    }
    return {seconds, bindingOf(graph, search.potential, seconds)};
}

}
